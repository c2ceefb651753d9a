"""What a graph does becomes events: also what it takes from its cache, and what an earlier process has told."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest
from langgraph.cache.memory import InMemoryCache

from core.context import Context
from core.pack import ModelCall
from core.problems import RunTimeout
from core.request import CampaignRequest
from server.events import Event, NodeFailed, NodeFinished, NodeStarted
from server.runs.narration import Earlier, Narration
from server.store.problems import StoreUnavailable
from server.store.rows import StoredEvent
from tests.server.small_graph import Script, graph_of

pytestmark = pytest.mark.anyio


@dataclass
class Told:
    """Keeps what it is told."""

    events: list[Event] = field(default_factory=list)
    tasks: list[str | None] = field(default_factory=list)

    def append(self, event: Event, task: str | None = None) -> None:
        self.events.append(event)
        self.tasks.append(task)

    def paid(self, calls: Sequence[ModelCall], problem: str | None = None) -> None:
        """Nobody counts here."""


def started(node: str, task: str = "t1", round: int = 1) -> dict[str, object]:
    return {"type": "tasks", "data": {"id": task, "name": node, "input": {}}}


def ended(task: str = "t1", error: Exception | None = None) -> dict[str, object]:
    return {"type": "tasks", "data": {"id": task, "name": "", "error": error, "result": {}}}


def stored(id: int, name: str, node: str, round: int, task: str) -> StoredEvent:
    return StoredEvent(id, name, f'{{"node":"{node}","round":{round}}}', task)


async def test_a_step_from_the_graphs_cache_ends_like_any_other() -> None:
    script, cache = Script(cached_steps=True), InMemoryCache()
    logs = []
    for _ in range(2):
        told = Told()
        narration = Narration(told)
        graph = graph_of(script).copy({"cache": cache})
        request = {"request": CampaignRequest(website="https://quillmark.example")}
        modes = ("updates", "custom", "tasks")
        async for part in graph.astream(request, context=Context(campaign_id="c"), stream_mode=modes, version="v2"):
            narration.tell(part)
        logs.append([e.cached for e in told.events if isinstance(e, NodeFinished) and e.node == "read_website"])
    assert logs == [[False], [True]]
    assert script.runs == 1


def test_an_execution_that_is_run_again_keeps_its_round_and_another_gets_the_next() -> None:
    earlier = Earlier.of(
        [
            stored(2, "node.started", "outreach", 1, "t1"),
            stored(3, "node.finished", "outreach", 1, "t1"),
            stored(4, "node.started", "outreach", 2, "t2"),
        ]
    )
    told = Told()
    narration = Narration(told, earlier)
    narration.tell(started("outreach", "t2"))
    narration.tell(started("outreach", "t3"))
    assert told.events == [NodeStarted("outreach", 2), NodeStarted("outreach", 3)]


def test_a_step_that_was_stored_but_not_told_is_ended() -> None:
    told = Told()
    narration = Narration(told, Earlier.of([stored(2, "node.started", "outreach", 1, "t1")]))
    narration.end_lost_nodes()
    narration.end_lost_nodes()
    assert [(type(e), e.node, e.round) for e in told.events if isinstance(e, NodeFinished)] == [
        (NodeFinished, "outreach", 1)
    ]
    assert told.tasks == ["t1"]


def test_a_step_that_only_lost_the_database_has_not_failed() -> None:
    told = Told()
    narration = Narration(told)
    narration.tell(started("outreach"))
    narration.tell(ended(error=StoreUnavailable()))
    narration.fail_open_nodes(RunTimeout())
    assert told.events == [NodeStarted("outreach", 1)]
    assert narration.problem is None


def test_what_is_open_at_the_end_fails_of_what_ended_the_run() -> None:
    told = Told()
    narration = Narration(told)
    narration.tell(started("outreach"))
    narration.fail_open_nodes(RunTimeout())
    (failed,) = (event for event in told.events if isinstance(event, NodeFailed))
    assert (failed.node, failed.problem["code"]) == ("outreach", "run_timeout")
