"""The service around a small graph, on either database."""

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2
import pytest
from fastapi import FastAPI

from core.settings import Settings
from server.app import create_app
from server.assembly import Rooms, Writing, inline_jobs, put_together
from server.campaigns import Campaigns
from server.http_server import HttpServer, listen
from server.store.database import Database, open_database
from server.store.migrate import migrate
from tests.server.databases import Postgres, some_postgres
from tests.server.small_graph import Script, writing_of


@pytest.fixture
def script() -> Script:
    return Script()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_dir=tmp_path / "data", run_seconds=5, max_runs=3)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    with some_postgres() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def database_address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return the address of a database without any row, of either kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'overture.db'}"
    postgres: Postgres = request.getfixturevalue("postgres")
    return postgres.emptied()


@pytest.fixture
async def database(database_address: str) -> AsyncIterator[Database]:
    """Open a database of either kind, every table there and no row in any."""
    async with open_database(database_address) as database:
        await migrate(database)
        yield database


Assemble = Callable[[Settings], AbstractAsyncContextManager[Rooms]]


@pytest.fixture
def assembly(script: Script) -> Assemble:
    """Put the small graph and the real store and caches together; runs are tasks of this process."""

    @asynccontextmanager
    async def assemble(settings: Settings) -> AsyncGenerator[Rooms]:
        def open_writing(*_: object) -> Writing:
            return writing_of(script)

        async with put_together(settings, inline_jobs, open_writing, clock=lambda: script.now) as rooms:
            yield rooms

    return assemble


@pytest.fixture
async def rooms(assembly: Assemble, settings: Settings) -> AsyncIterator[Rooms]:
    async with assembly(settings) as rooms:
        yield rooms


@pytest.fixture
def campaigns(rooms: Rooms) -> Campaigns:
    return rooms.campaigns


@pytest.fixture
async def app(assembly: Assemble, settings: Settings) -> AsyncIterator[FastAPI]:
    app = create_app(settings, assembly=assembly)
    async with app.router.lifespan_context(app):
        yield app


@pytest.fixture
async def client(app: FastAPI) -> AsyncIterator[httpx2.AsyncClient]:
    """Talk to the app without a network."""
    transport = httpx2.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx2.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
        yield client


@pytest.fixture
async def served(app: FastAPI) -> AsyncIterator[httpx2.AsyncClient]:
    """Talk to the app through a real server on this machine."""
    server = HttpServer(app, lifespan=False, grace_seconds=0.05)
    listener = listen("127.0.0.1", 0)  # connections wait here until the server serves
    serving = asyncio.create_task(server.serve([listener]))
    async with httpx2.AsyncClient(base_url=f"http://127.0.0.1:{listener.getsockname()[1]}", timeout=5) as client:
        yield client
    server.should_exit = True
    await serving


@dataclass(frozen=True)
class Told:
    """An event as a client sees it."""

    id: int
    name: str
    data: dict[str, Any]


@pytest.fixture
def events() -> Callable[[str], list[Told]]:
    """Read the text of a stream."""

    def read(text: str) -> list[Told]:
        frames = [dict(line.split(": ", 1) for line in frame.splitlines()) for frame in text.strip().split("\n\n")]
        return [Told(int(f["id"]), f["event"], json.loads(f["data"])) for f in frames if "event" in f]

    return read


@pytest.fixture
def campaigns_of_app(app: FastAPI) -> Campaigns:
    """Return the campaigns behind `client` and `served`."""
    campaigns: Campaigns = app.state.rooms.campaigns
    return campaigns
