"""Packs per second of the graph in one process: our door with streamed text, against a stock ChatOpenAI."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from core.context import Context
from core.llm.choose import language_model
from core.llm.door import LanguageModel
from core.request import CampaignRequest
from core.settings import Settings
from evals.speed.bare import StockModel
from evals.speed.load import per_second
from graph.builder import CampaignGraph, build_graph
from graph.services import Services
from nodes.website.sources import website_source
from prompts.library import Prompts

ROUNDS = 3
"""Ours and the stock client take turns; the best round of each counts, since noise only ever slows."""


@dataclass(frozen=True)
class Throughput:
    """Packs per second at one concurrency."""

    at_once: int
    ours: float
    bare: float

    @property
    def ratio(self) -> float:
        """Return how many times faster ours is."""
        return self.ours / self.bare


def one_pack(graph: CampaignGraph, website: str, *, stream_text: bool) -> Callable[[], Awaitable[object]]:
    """Return the work of one pack: the graph's stream, read to its end."""
    modes = ["updates", "custom"] if stream_text else ["updates"]

    async def work() -> None:
        request = CampaignRequest(website=website)
        async for _ in graph.astream({"request": request}, context=Context(), stream_mode=modes, version="v2"):  # type: ignore[call-overload]
            pass

    return work


async def throughput(model_url: str, website: str, packs: int) -> list[Throughput]:
    """Measure at 1, 20 and 100 packs at once, `packs` in each round."""
    settings = Settings.model_validate({"openai_base_url": model_url, "model": "bench"})
    door = language_model(settings)
    try:
        ours = one_pack(_graph(settings, door), website, stream_text=True)
        bare = one_pack(_graph(settings, StockModel.at(model_url)), website, stream_text=False)
        for work in (ours, bare):
            await work()
        return [await _compare(ours, bare, at_once, packs) for at_once in (1, 20, 100)]
    finally:
        await door.aclose()


async def _compare(
    ours: Callable[[], Awaitable[object]], bare: Callable[[], Awaitable[object]], at_once: int, packs: int
) -> Throughput:
    """Let both take turns and keep the best round of each."""
    best = {"ours": 0.0, "bare": 0.0}
    for _ in range(ROUNDS):
        for name, work in (("ours", ours), ("bare", bare)):
            best[name] = max(best[name], await per_second(work, at_once=at_once, times=max(packs, at_once)))
    return Throughput(at_once, best["ours"], best["bare"])


def _graph(settings: Settings, llm: LanguageModel) -> CampaignGraph:
    return build_graph(Services(llm, Prompts.load(), website_source(settings)))
