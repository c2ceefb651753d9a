"""A log over the wire."""

import asyncio
from typing import Any

import orjson
import pytest

from server.event_stream import ClientGone, EventStream, unless_gone
from server.events import Event, NodeDelta, RunFinished, event_json
from server.runs.event_log import EventLog, LoggedEvent

pytestmark = pytest.mark.anyio


async def never() -> dict[str, Any]:
    await asyncio.Event().wait()
    raise AssertionError


async def gone() -> dict[str, Any]:
    return {"type": "http.disconnect"}


class Wire:
    """Keeps what is sent."""

    def __init__(self) -> None:
        self.messages: list[dict[str, Any]] = []

    async def send(self, message: Any) -> None:
        self.messages.append(message)

    @property
    def text(self) -> str:
        return b"".join(message.get("body", b"") for message in self.messages).decode()


def logged(*events: Event) -> list[LoggedEvent]:
    return [LoggedEvent(id, event.name, event_json(event)) for id, event in enumerate(events, 1)]


END = RunFinished("cmp_1", orjson.Fragment("{}"))


def ended() -> EventLog:
    return EventLog(logged(NodeDelta("outreach", 1, "body", "Hi\n"), END))


async def test_a_frame_has_id_event_and_one_line_of_data() -> None:
    wire = Wire()
    await EventStream(ended())({}, never, wire.send)
    assert wire.text == (
        'id: 1\nevent: node.delta\ndata: {"node":"outreach","round":1,"field":"body","text":"Hi\\n"}\n\n'
        'id: 2\nevent: run.finished\ndata: {"id":"cmp_1","pack":{}}\n\n'
    )
    assert wire.messages[-1] == {"type": "http.response.body", "body": b"", "more_body": False}


async def test_a_stream_resumes_after_an_id() -> None:
    wire = Wire()
    await EventStream(ended(), seen=1)({}, never, wire.send)
    assert wire.text.startswith("id: 2\n")


async def test_a_quiet_stream_pings() -> None:
    log, wire = EventLog(), Wire()
    streaming = asyncio.create_task(EventStream(log, ping_seconds=0.01)({}, never, wire.send))
    await asyncio.sleep(0.05)
    log.add(logged(END))
    await streaming
    assert wire.text.startswith(": ping\n\n: ping\n\n")
    assert wire.text.endswith("\n\n")


async def test_closing_is_told_once_however_the_stream_ends() -> None:
    closed: list[str] = []
    await EventStream(ended(), on_close=lambda: closed.append("all"))({}, never, Wire().send)
    await EventStream(EventLog(), on_close=lambda: closed.append("gone"))({}, gone, Wire().send)
    assert closed == ["all", "gone"]


async def test_a_failing_line_closes_too() -> None:
    closed: list[str] = []

    async def broken(message: Any) -> None:
        raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        await EventStream(ended(), on_close=lambda: closed.append("broken"))({}, never, broken)
    assert closed == ["broken"]


async def test_work_goes_on_while_the_client_is_there() -> None:
    assert await unless_gone(never, asyncio.sleep(0, "done")) == "done"


async def test_work_stops_when_the_client_goes() -> None:
    stopped = asyncio.Event()

    async def work() -> None:
        try:
            await asyncio.sleep(10)
        finally:
            stopped.set()

    with pytest.raises(ClientGone):
        await unless_gone(gone, work())
    assert stopped.is_set()
