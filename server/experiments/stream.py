"""Send an experiment's figures as Server-Sent Events: now, and after each change.

| event     | data                    | when                                                        |
|-----------|-------------------------|-------------------------------------------------------------|
| `results` | results, recommendation | at once, and after each change, once a second at most        |

Ids are the experiment's revisions. They count up and leave gaps: what changes within a second is told as one. Whoever
comes back with the id seen last is sent the figures as soon as they are newer. The stream ends when the experiment is
stopped or decided, for then hardly anything comes any more, or deleted.
"""

import asyncio
import time
from contextlib import suppress

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from server.event_stream import HEADERS, MEDIA_TYPE, PING, PING_SECONDS, ClientGone, unless_gone
from server.experiments.figures import Analysis, Figures
from server.experiments.live import Live
from server.problems import NotFound
from server.store.experiments import ExperimentRef
from server.store.problems import StoreUnavailable

BETWEEN_SECONDS = 1.0  # a picture that moves more often than that is not easier to read
PAUSE_SECONDS = 1.0  # after the database did not answer


class FiguresStream(Response):
    """The figures of one experiment, as they change."""

    def __init__(
        self,
        analysis: Analysis,
        live: Live,
        ref: ExperimentRef,
        *,
        seen: int = 0,
        ping_seconds: float = PING_SECONDS,
        between_seconds: float = BETWEEN_SECONDS,
    ) -> None:
        self.analysis, self.live, self.ref, self.seen = analysis, live, ref, seen
        self.ping_seconds, self.between_seconds = ping_seconds, between_seconds
        self.status_code, self.background = 200, None
        self.media_type, self.charset = MEDIA_TYPE, "utf-8"
        self.init_headers(HEADERS)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Stream until the experiment ends, the service stops or the client goes."""
        with suppress(ClientGone):
            await unless_gone(receive, self._send_all(send))

    async def _send_all(self, send: Send) -> None:
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        with self.live.following(self.ref) as wake:
            await self._follow(send, wake)
        await send({"type": "http.response.body", "body": b"", "more_body": False})

    async def _follow(self, send: Send, wake: asyncio.Event) -> None:
        seen, begun = self.seen, time.monotonic()
        while not self.live.stopped:
            wake.clear()
            try:
                figures = await self.analysis.of(self.ref)
            except NotFound:  # deleted meanwhile
                return
            except StoreUnavailable:
                await asyncio.sleep(PAUSE_SECONDS)
                continue
            if figures.revision > seen:
                seen = figures.revision
                await _chunk(send, _frame(figures))
            if figures.over:
                return
            await asyncio.sleep(max(0, begun + self.between_seconds - time.monotonic()))
            await self._wait(send, wake)
            begun = time.monotonic()

    async def _wait(self, send: Send, wake: asyncio.Event) -> None:
        """Wait for a change, with a sign of life in between."""
        while not wake.is_set():
            try:
                async with asyncio.timeout(self.ping_seconds):
                    await wake.wait()
            except TimeoutError:
                await _chunk(send, PING)


def _frame(figures: Figures) -> bytes:
    return b"id: %d\nevent: results\ndata: %b\n\n" % (figures.revision, figures.both)


async def _chunk(send: Send, body: bytes) -> None:
    await send({"type": "http.response.body", "body": body, "more_body": True})
