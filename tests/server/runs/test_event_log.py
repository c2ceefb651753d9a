"""The one log of a run, as a process has it."""

import asyncio

import orjson
import pytest

from server.events import NodeDelta, NodeFinished, RunFinished, RunStarted, event_json
from server.runs.event_log import EventLog, LoggedEvent

pytestmark = pytest.mark.anyio


def events(*names: str, first: int = 1) -> list[LoggedEvent]:
    return [LoggedEvent(id, name, b"{}") for id, name in enumerate(names, first)]


def ended() -> EventLog:
    return EventLog(events("node.started", "node.finished", "run.finished"))


async def ids(log: EventLog, seen: int = 0) -> list[int]:
    return [logged.id async for logged in log.follow(seen)]


@pytest.mark.parametrize(("seen", "rest"), [(0, [1, 2, 3]), (1, [2, 3]), (2, [3]), (3, []), (99, []), (-5, [1, 2, 3])])
async def test_a_reader_resumes_after_any_id(seen: int, rest: list[int]) -> None:
    assert await ids(ended(), seen) == rest


async def test_readers_get_everything_whenever_they_come() -> None:
    log = EventLog()
    early = asyncio.create_task(ids(log))
    await asyncio.sleep(0)
    log.add(events("node.started"))
    await asyncio.sleep(0)
    late = asyncio.create_task(ids(log))
    log.add(events("run.failed", first=2))

    assert await early == await late == [1, 2]


async def test_what_is_there_already_is_left_out() -> None:
    log = EventLog(events("run.started", "node.started"))
    log.add(events("run.started", "node.started", "node.finished"))
    assert [logged.id for logged in log.since()] == [1, 2, 3]


@pytest.mark.parametrize(
    ("last", "over"), [("run.finished", True), ("run.failed", True), ("node.failed", False), ("node.finished", False)]
)
async def test_a_log_is_over_with_the_last_event_of_its_run(last: str, over: bool) -> None:
    assert EventLog(events("run.started", last)).over is over


async def test_a_log_that_is_stopped_lets_its_readers_go() -> None:
    log = EventLog(events("run.started"))
    reading = asyncio.create_task(ids(log))
    await asyncio.sleep(0)
    log.stop()
    assert await reading == [1]
    assert (log.closed, log.over) == (True, False)


@pytest.mark.parametrize(
    ("event", "data"),
    [
        (RunStarted("cmp_1", "offline"), {"id": "cmp_1", "model": "offline", "cached": False}),
        (NodeDelta("n", 1, "body", " a\n“b”"), {"node": "n", "round": 1, "field": "body", "text": " a\n“b”"}),
        (
            NodeFinished("n", 2, {"x": ("a",)}, 1.5, 1, 30),
            {
                "node": "n",
                "round": 2,
                "output": {"x": ["a"]},
                "milliseconds": 1.5,
                "model_calls": 1,
                "tokens": 30,
                "cached": False,
            },
        ),
        (RunFinished("cmp_1", orjson.Fragment('{"a": 1}')), {"id": "cmp_1", "pack": {"a": 1}}),
    ],
    ids=lambda value: getattr(value, "name", ""),
)
async def test_an_event_is_one_line_of_json(event: RunStarted, data: dict[str, object]) -> None:
    text = event_json(event)
    assert b"\n" not in text
    assert orjson.loads(text) == data
