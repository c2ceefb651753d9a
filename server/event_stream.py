"""Send a run's log as Server-Sent Events."""

import asyncio
from collections.abc import Callable, Coroutine, Mapping
from typing import Any, TypeVar

from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send

from server.runs.event_log import EventLog, LoggedEvent

T = TypeVar("T")

PING_SECONDS = 15.0  # WHATWG HTML, 9.2.7: a comment about every 15 seconds keeps old proxies from closing the line
PING = b": ping\n\n"
MEDIA_TYPE = "text/event-stream"
HEADERS = {"Cache-Control": "no-cache, no-transform", "X-Accel-Buffering": "no"}


class ClientGone(Exception):
    """Whoever asked has closed the connection."""


def frame(logged: LoggedEvent) -> bytes:
    """Return one event as it goes over the wire."""
    return b"id: %d\nevent: %b\ndata: %b\n\n" % (logged.id, logged.name.encode(), logged.json)


class EventStream(Response):
    """Everything after an event id, then what comes, up to the run's last event.

    `on_close` is called when the client has everything or has gone, whichever is first.
    """

    def __init__(
        self,
        log: EventLog,
        *,
        seen: int = 0,
        on_close: Callable[[], None] = lambda: None,
        headers: Mapping[str, str] | None = None,
        ping_seconds: float = PING_SECONDS,
    ) -> None:
        self.log, self.seen, self.on_close, self.ping_seconds = log, seen, on_close, ping_seconds
        self.status_code, self.background = 200, None
        self.media_type, self.charset = MEDIA_TYPE, "utf-8"
        self.init_headers({**HEADERS, **(headers or {})})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Stream until the end of the run or of the connection."""
        try:
            await unless_gone(receive, self._send_all(send))
        except ClientGone:
            pass
        finally:
            self.on_close()

    async def _send_all(self, send: Send) -> None:
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        seen = self.seen
        while True:
            events = self.log.since(seen)
            if events:
                seen = events[-1].id
                await send(_chunk(b"".join(map(frame, events))))
            elif self.log.closed:
                break
            elif not await self._grows(seen):
                await send(_chunk(PING))
        await send({"type": "http.response.body", "body": b"", "more_body": False})

    async def _grows(self, seen: int) -> bool:
        """Wait for the next event; False if none comes before a ping is due."""
        try:
            async with asyncio.timeout(self.ping_seconds):
                await self.log.grown(seen)
        except TimeoutError:
            return False
        return True


async def unless_gone(receive: Receive, work: Coroutine[Any, Any, T]) -> T:
    """Return what the work returns; stop it and raise ClientGone as soon as the client closes the connection."""
    doing, gone = asyncio.ensure_future(work), asyncio.ensure_future(_gone(receive))
    try:
        await asyncio.wait({doing, gone}, return_when=asyncio.FIRST_COMPLETED)
        if doing.done():
            return doing.result()
        raise ClientGone
    finally:
        doing.cancel()
        gone.cancel()
        await asyncio.gather(doing, gone, return_exceptions=True)


async def _gone(receive: Receive) -> None:
    """Wait until the connection is closed."""
    message: Message = {"type": ""}
    while message["type"] != "http.disconnect":
        message = await receive()


def _chunk(body: bytes) -> Message:
    return {"type": "http.response.body", "body": body, "more_body": True}
