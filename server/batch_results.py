"""Send a batch's results as JSON lines, each as soon as its campaign is over."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from dataclasses import dataclass

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from server.batch_view import line_of
from server.event_stream import ClientGone, unless_gone
from server.store import batches
from server.store.batches import Ended
from server.store.database import Database
from server.store.problems import StoreUnavailable

logger = logging.getLogger(__name__)

POLL_SECONDS = 0.3
PAUSE_SECONDS = 1.0  # after the database did not answer
KEEP_ALIVE_SECONDS = 15.0  # old proxies close a line that is silent for longer; an empty line is no JSON line
AT_ONCE = 50  # results in memory: a megabyte and a half of packs
SETTLED_SECONDS = 1.0  # processes commit their ends within it, so that what ended later is never sent earlier
HEADERS = {"Cache-Control": "private, no-cache, no-transform", "X-Accel-Buffering": "no"}


@dataclass
class Results:
    """What has ended in a batch, a page at a time, in the order of the ends."""

    database: Database
    tenant: str
    batch: str
    skip: int = 0
    """Results that the reader has already."""
    clock: Callable[[], float] = time.time
    _last: tuple[float, int] | None = None

    async def next(self) -> tuple[list[Ended], bool]:
        """Return the next results, and whether there may be more later."""
        async with self.database.reading() as connection:
            # Asked first: whatever had ended by then is seen by what is asked next.
            more = await batches.under_way(connection, self.tenant, self.batch)
            found = await batches.ended(
                connection,
                self.tenant,
                self.batch,
                self._last,
                AT_ONCE,
                skip=self.skip,
                until=self.clock() - SETTLED_SECONDS if more else None,
            )
        if found:
            self._last, self.skip = (found[-1].at, found[-1].index), 0
        return found, more or len(found) == AT_ONCE


class ResultLines(Response):
    """The results so far and, unless that was all that was wanted, those to come, up to the batch's last.

    It ends early when the process stops; the reader comes back with the number of lines it has.
    """

    def __init__(self, results: Results, media_type: str, *, follow: bool, stopping: Callable[[], bool]) -> None:
        self.results, self.follow, self.stopping = results, follow, stopping
        self.status_code, self.background = 200, None
        self.media_type, self.charset = media_type, "utf-8"
        self.init_headers(HEADERS)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Stream until the end of the batch or of the connection."""
        with suppress(ClientGone):
            await unless_gone(receive, self._send_all(send))

    async def _send_all(self, send: Send) -> None:
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        async for body in self._bodies():
            await send({"type": "http.response.body", "body": body, "more_body": True})
        await send({"type": "http.response.body", "body": b"", "more_body": False})

    async def _bodies(self) -> AsyncIterator[bytes]:
        """Yield lines as they come, and an empty one in a long silence."""
        sent_at = time.monotonic()
        while not self.stopping():
            found, more = await self._patiently()
            if found:
                yield b"".join(map(line_of, found))
                sent_at = time.monotonic()
            elif not (more and self.follow):
                return
            elif time.monotonic() - sent_at > KEEP_ALIVE_SECONDS:
                yield b"\n"
                sent_at = time.monotonic()
            else:
                await asyncio.sleep(POLL_SECONDS)

    async def _patiently(self) -> tuple[list[Ended], bool]:
        """Return what comes next as soon as the database answers."""
        while True:
            try:
                return await self.results.next()
            except StoreUnavailable as problem:
                logger.warning("results wait for the database: %s", problem.detail)
                await asyncio.sleep(PAUSE_SECONDS)
