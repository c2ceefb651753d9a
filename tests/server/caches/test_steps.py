"""A run finds its tenant's answers, and says of each step whether it was found."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from langgraph.checkpoint.memory import InMemorySaver

from core.context import Context
from core.pack import ModelCall
from core.request import CampaignRequest
from core.settings import Settings
from evals.model_server.compose import OfflineComposer
from evals.model_server.server import ModelServer
from graph.builder import build_graph
from graph.services import open_services
from nodes.website.sources import website_source
from server.caches.steps import StepCaches
from server.caches.subject import subject_of
from server.caches.text_store import TextStore
from server.events import Event, NodeFinished, NodeStarted
from server.runs.narration import Narration

pytestmark = pytest.mark.anyio

REQUEST = CampaignRequest(website="https://tarrowby-springs.example", max_revisions=0)
WRITERS = {"infer_icp", "subject_lines", "outreach", "follow_up", "calibrate_tone"}


@dataclass
class Log:
    """Takes a run's events."""

    events: list[Event] = field(default_factory=list)

    def append(self, event: Event, task: str | None = None) -> None:
        self.events.append(event)

    def paid(self, calls: Sequence[ModelCall], problem: str | None = None) -> None:
        """Nobody counts here."""

    def finished(self) -> dict[str, NodeFinished]:
        return {event.node: event for event in self.events if isinstance(event, NodeFinished)}


async def told_of_a_run(settings: Settings, caches: StepCaches, thread: str) -> Log:
    """Run the real graph as the service does, and return what was told."""
    services, saver = open_services(settings, website_source(settings)), InMemorySaver()
    cache = caches.of("acme", subject_of(REQUEST))
    graph = build_graph(services).copy({"checkpointer": saver, "cache": cache})
    log = Log()
    narration = Narration(log)
    try:
        async for part in graph.astream(
            {"request": REQUEST},
            {"configurable": {"thread_id": thread}},
            context=Context(campaign_id=thread, tenant="acme"),
            stream_mode=["updates", "custom", "tasks"],
            version="v2",
            durability="sync",
        ):
            narration.tell(part)
    finally:
        if cache:
            await cache.release()
        await services.aclose()
    return log


@pytest.fixture
def store(tmp_path: Path) -> TextStore:
    return TextStore(tmp_path / "steps", max_bytes=16 * 1024 * 1024)


async def test_a_found_answer_is_told_like_a_written_one_but_says_that_it_was_found(store: TextStore) -> None:
    async with ModelServer(OfflineComposer()) as server:
        settings = Settings(openai_base_url=server.url, model="local", judge_model="off")
        caches = StepCaches.of_settings(store, settings)
        written, found = [(await told_of_a_run(settings, caches, thread)) for thread in ("one", "two")]
        assert server.count == 5
    first, second = written.finished(), found.finished()
    assert {name for name, end in first.items() if end.cached} == set()
    assert {name for name, end in second.items() if end.cached} == WRITERS
    assert sum(end.model_calls for end in first.values()) == 5
    assert sum(end.model_calls + end.tokens for end in second.values()) == 0
    assert {name: second[name].output for name in WRITERS} == {name: first[name].output for name in WRITERS}
    begun = [[event.node for event in log.events if isinstance(event, NodeStarted)] for log in (written, found)]
    assert begun[0] == begun[1]
    assert store.tallies.hits["acme"] == store.tallies.misses["acme"] == 5


async def test_the_offline_model_costs_less_than_a_cache_and_is_not_kept(store: TextStore) -> None:
    settings = Settings()
    log = await told_of_a_run(settings, StepCaches.of_settings(store, settings), "one")
    assert not any(end.cached for end in log.finished().values())
    assert list(store.texts("acme")) == []


def test_nothing_is_kept_where_the_settings_say_so(store: TextStore) -> None:
    settings = Settings(step_max_age=0)
    assert StepCaches.of_settings(store, settings).of("acme", "bayfold.example") is None
