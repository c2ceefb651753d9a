"""The service behind keys, on a real port, with a graph whose runs end at once."""

import asyncio
import threading
import time
from collections.abc import AsyncGenerator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from fastapi import FastAPI

from core.settings import Settings
from server.app import create_app
from server.assembly import Rooms, inline_jobs, put_together
from server.guard.issuing import issue
from server.http_server import HttpServer, listen
from tests.server.contract.quick_graph import quick_writing

START_SECONDS = 30  # a migration and a warm-up on a busy machine


@dataclass(frozen=True)
class Service:
    """Where it listens, and a key of each of two tenants."""

    address: str
    key: str
    other_key: str


@contextmanager
def serving(folder: Path) -> Iterator[Service]:
    """Serve from a thread with a loop of its own, so that a client may block."""
    settings = Settings(
        data_dir=folder, auth="keys", rate_per_minute=0, campaigns_per_minute=0, max_runs=10_000, log_level="error"
    )
    app = create_app(settings, assembly=_assemble)
    server = HttpServer(app, lifespan=False, grace_seconds=0.05)
    listener = listen("127.0.0.1", 0)
    keys: list[str] = []
    started = threading.Event()

    async def serve() -> None:
        async with app.router.lifespan_context(app):
            keys.extend([await _key(app, tenant) for tenant in ("acme", "zenith")])
            started.set()
            await server.serve([listener])

    thread = threading.Thread(target=asyncio.run, args=(serve(),))
    thread.start()
    try:
        if not started.wait(START_SECONDS):
            raise TimeoutError("the service did not start")
        yield Service(f"http://127.0.0.1:{listener.getsockname()[1]}", *keys)
    finally:
        server.should_exit = True
        thread.join()


@asynccontextmanager
async def _assemble(settings: Settings) -> AsyncGenerator[Rooms]:
    async with put_together(settings, inline_jobs, quick_writing) as rooms:
        yield rooms


async def _key(app: FastAPI, tenant: str) -> str:
    async with app.state.rooms.campaigns.database.writing() as connection:
        return str(await issue(connection, tenant=tenant, name=tenant, scopes="read write operate", now=time.time()))
