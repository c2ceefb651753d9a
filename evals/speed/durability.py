"""What it costs that a run survives a crash: the same graph alone, and performed as a stored run."""

import itertools
import tempfile
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from core.context import Context
from core.request import CampaignRequest
from core.settings import OFFLINE, Settings
from evals.speed.load import per_second
from graph.builder import CampaignGraph, build_graph
from graph.services import open_services
from nodes.website.sources import website_source
from server.answers import Underway
from server.assembly import assemble
from server.caches.caches import Caches
from server.campaigns import Campaigns, Wish

ROUNDS = 3
"""They take turns; the best round of each counts, since noise only ever slows."""
MODES = ("updates", "custom", "tasks")


@dataclass(frozen=True)
class Durability:
    """Seconds of one pack written by the offline model, so that nothing is waited for but the service itself."""

    store: str
    alone: float
    stored: float

    @property
    def ratio(self) -> float:
        """Return how many times longer a stored run takes."""
        return self.stored / self.alone


async def durability(website: str, packs: int, at_once: int, database: str | None = None) -> Durability:
    """Measure the graph alone against runs on a database; by default SQLite in a new folder."""
    with tempfile.TemporaryDirectory(prefix="overture-bench-") as folder:
        settings = Settings(data_dir=Path(folder) / "data", model=OFFLINE, database=database)
        caches = Caches.open(settings)
        services = open_services(settings, website_source(settings, caches.pages))
        async with assemble(settings) as rooms:
            alone, stored = _alone(build_graph(services), website), _stored(rooms.campaigns, website)
            best = [0.0, 0.0]
            for at, work in itertools.islice(itertools.cycle(enumerate((alone, stored))), 2 * (ROUNDS + 1)):
                best[at] = max(best[at], await per_second(work, at_once=at_once, times=packs))
        await services.aclose()
        caches.close()
    kind = "PostgreSQL" if database and database.startswith("postgres") else "SQLite"
    return Durability(kind, 1 / best[0], 1 / best[1])


def _alone(graph: CampaignGraph, website: str) -> Callable[[], Awaitable[None]]:
    async def work() -> None:
        start = {"request": CampaignRequest(website=website)}
        stream = graph.astream(start, context=Context(campaign_id="c"), stream_mode=list(MODES), version="v2")  # type: ignore[call-overload]
        async for _ in stream:
            pass

    return work


def _stored(campaigns: Campaigns, website: str) -> Callable[[], Awaitable[None]]:
    number = itertools.count()

    async def work() -> None:
        request = CampaignRequest(website=website, goal=f"a call about item {next(number)}")  # equal ones would be one
        answer = await campaigns.ask(Wish("bench", request))
        assert isinstance(answer, Underway)
        await answer.json()
        answer.close()

    return work
