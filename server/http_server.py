"""The HTTP server around the app: it listens aloud and stops kindly."""

import asyncio
import os
import socket

import uvicorn
from fastapi import FastAPI

GRACE_SECONDS = 5.0  # runs still going at a stop get so long; then their streams are told that they were stopped
LAST_WORDS_SECONDS = 2  # for these streams to be written out


class HttpServer(uvicorn.Server):
    """Uvicorn for this app; at a stop every open stream still gets its last event."""

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

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Take no more connections, let runs finish for a while, stop the others, close."""
        stopping = asyncio.create_task(self._stop_runs())
        try:
            await super().shutdown(sockets)
        finally:
            stopping.cancel()

    async def _stop_runs(self) -> None:
        await asyncio.sleep(self.grace_seconds)
        await self.app.state.rooms.campaigns.runs.stop()


def listen(host: str, port: int) -> socket.socket:
    """Return a listening socket; raise OSError with a sentence for the user where there is none to be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=2048)
    except OSError as error:
        reason = os.strerror(error.errno) if isinstance(error.errno, int) and error.errno > 0 else "no such address"
        raise OSError(f"Cannot listen on port {port} of {host}: {reason}. Choose another with --port.") from None
