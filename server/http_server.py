"""The HTTP server around the app: it listens aloud and stops kindly."""

import asyncio
import contextlib
import gc
import os
import socket

import uvicorn
from fastapi import FastAPI

GRACE_SECONDS = 5.0  # runs still going at a stop get so long; those that go on then go on elsewhere
LAST_WORDS_SECONDS = 5  # to hand them over, and to let their readers go


class HttpServer(uvicorn.Server):
    """Uvicorn for this app; at a stop its runs are handed over before the connections are closed."""

    def __init__(self, app: FastAPI, *, lifespan: bool = True, grace_seconds: float = GRACE_SECONDS) -> None:
        self.app = app
        self.grace_seconds = grace_seconds
        config = uvicorn.Config(
            app,
            lifespan="on" if lifespan else "off",
            log_config=None,
            access_log=False,  # the service writes its own line per request, without the query
            server_header=False,
            timeout_graceful_shutdown=int(grace_seconds) + LAST_WORDS_SECONDS,
        )
        super().__init__(config)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, and leave what stands from then on out of garbage collections.

        A full one would otherwise look through every library each time: 0.3 s in which a batch being read holds up all
        other requests.
        """
        await super().startup(sockets)
        if self.config.lifespan == "on":
            gc.collect()
            gc.freeze()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Take no more connections, let runs finish for a while, hand the others over, close."""
        stopping = asyncio.create_task(self._hand_over())
        try:
            await super().shutdown(sockets)
        finally:
            stopping.cancel()

    async def _hand_over(self) -> None:
        rooms = self.app.state.rooms
        rooms.readiness.shutting_down = True
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(self.grace_seconds):
                while rooms.campaigns.runs.active:  # noqa: ASYNC110 (many tasks end in many ways)
                    await asyncio.sleep(0.05)
        await rooms.hand_over()


def listen(host: str, port: int) -> socket.socket:
    """Return a listening socket; raise OSError with a sentence for the user where there is none to be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listener = socket.create_server((host, port), family=family, backlog=2048)
        # Without it an answer in two pieces waits 40 ms for the client's delayed acknowledgement of the first.
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return listener
    except OSError as error:
        reason = os.strerror(error.errno) if isinstance(error.errno, int) and error.errno > 0 else "no such address"
        raise OSError(f"Cannot listen on port {port} of {host}: {reason}. Choose another with --port.") from None
