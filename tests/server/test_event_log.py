"""The one log of a run."""

import asyncio

import orjson
import pytest

from server.event_log import EventLog
from server.events import NodeDelta, NodeFinished, NodeStarted, RunFailed, RunFinished, RunStarted, event_json

pytestmark = pytest.mark.anyio


def log_of(*texts: str, ended: bool = True) -> EventLog:
    log = EventLog()
    for text in texts:
        log.append(NodeDelta("outreach", 1, "body", text))
    if ended:
        log.append(RunFinished("cmp_1", orjson.Fragment("{}")))
    return log


async def ids(log: EventLog, seen: int = 0) -> list[int]:
    return [logged.id async for logged in log.follow(seen)]


async def test_ids_count_up_from_one() -> None:
    assert await ids(log_of("a", "b")) == [1, 2, 3]


@pytest.mark.parametrize(("seen", "rest"), [(0, [1, 2, 3]), (1, [2, 3]), (2, [3]), (3, []), (99, []), (-5, [1, 2, 3])])
async def test_a_reader_resumes_after_any_id(seen: int, rest: list[int]) -> None:
    assert await ids(log_of("a", "b"), seen) == rest


async def test_readers_get_everything_whenever_they_come() -> None:
    log = log_of(ended=False)
    early = asyncio.create_task(ids(log))
    await asyncio.sleep(0)
    log.append(NodeDelta("outreach", 1, "body", "a"))
    await asyncio.sleep(0)
    late = asyncio.create_task(ids(log))
    log.append(RunFailed("cmp_1", {}))

    assert await early == await late == [1, 2]


async def test_nothing_comes_after_the_end() -> None:
    with pytest.raises(RuntimeError):
        log_of().append(NodeStarted("outreach", 1))


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
