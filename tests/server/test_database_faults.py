"""A database that is locked, full, damaged or gone: a clear problem, nothing half-written, and on by itself."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import httpx2
import pytest
from fastapi import FastAPI

from core.settings import Settings
from server.app import create_app
from server.store import sqlite
from server.store.campaigns import Filter
from server.store.database import open_database
from server.store.migrate import migrate
from server.store.problems import StoreUnavailable
from server.tenancy import LOCAL
from tests.server.databases import Cluster, own_cluster, programs
from tests.server.store.rows import add_campaign

pytestmark = pytest.mark.anyio

PATH = "/v1/campaigns/email"
BODY = {"website": "https://quillmark.example"}


async def count(app: FastAPI) -> int:
    return len((await app.state.rooms.campaigns.list(LOCAL, Filter(), None, 100)).campaigns)


async def is_ready(client: httpx2.AsyncClient) -> bool:
    return (await client.get("/readyz")).status_code == 200


async def wait_until_ready(client: httpx2.AsyncClient) -> None:
    async with asyncio.timeout(20):
        while not await is_ready(client):  # noqa: ASYNC110 (a database tells nobody that it is back)
            await asyncio.sleep(0.1)


@pytest.fixture
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Connections give a lock up after half a second instead of five."""
    pragmas = (*(pragma for pragma in sqlite.PRAGMAS if "busy" not in pragma), "busy_timeout=500")
    monkeypatch.setattr(sqlite, "PRAGMAS", pragmas)


@pytest.mark.usefixtures("_impatient")
async def test_a_locked_database_is_waited_for_and_told_of(app: FastAPI, client: httpx2.AsyncClient) -> None:
    path = app.state.rooms.campaigns.database.path
    # Another build of SQLite would not see the locks of this one within one process.
    other = sqlite.library().connect(str(path), isolation_level=None, check_same_thread=False)
    await asyncio.to_thread(other.execute, "BEGIN EXCLUSIVE")
    answer = await client.post(PATH, json=BODY)
    ready = await is_ready(client)
    other.close()

    assert (answer.status_code, answer.json()["code"]) == (503, "store_unavailable")
    assert (answer.headers["retry-after"], "busy" in answer.json()["detail"]) == ("2", True)
    assert not ready
    assert await count(app) == 0
    await wait_until_ready(client)
    assert (await client.post(PATH, json=BODY)).status_code == 201


async def test_on_a_full_disk_reads_go_on_and_what_runs_waits(
    app: FastAPI, client: httpx2.AsyncClient, script: Any
) -> None:
    database = app.state.rooms.campaigns.database

    async def allow(pages: int) -> None:
        async with database.writing() as connection:
            await connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")

    async def fill() -> None:
        await allow(1)  # SQLite takes the size that the file has
        with suppress(StoreUnavailable):
            while True:
                async with database.writing() as connection:
                    await connection.exec_driver_sql("INSERT INTO filler VALUES (zeroblob(4000))")

    async with database.writing() as connection:
        await connection.exec_driver_sql("CREATE TABLE filler (bytes BLOB)")
    script.seconds = 0.5
    running = asyncio.create_task(client.post(PATH, json=BODY))
    await script.outreach_runs.wait()
    await fill()
    large = {"company": {"facts": ["x" * 300] * 40}}  # more than fits into what is left of any page
    answer = await client.post(PATH, json=large)
    assert (answer.status_code, answer.json()["code"]) == (503, "store_unavailable")
    assert "disk is full" in answer.json()["detail"]
    assert await count(app) == 1

    await allow(2**30)
    await wait_until_ready(client)
    assert (await running).status_code == 201
    assert (await client.post(PATH, json=large)).status_code == 201


@pytest.mark.parametrize("damage", ["header", "pages"])
async def test_a_damaged_file_is_told_of_and_left_as_it_is(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "overture.db"
    async with open_database(f"sqlite:///{path}") as database:
        await migrate(database)
        for n in range(20):
            await add_campaign(database, f"cmp_{n}")
    content = bytearray(path.read_bytes())
    start = 0 if damage == "header" else 4096
    content[start : start + 40 * 4096] = b"\xa5" * len(content[start : start + 40 * 4096])
    path.write_bytes(content)

    async with open_database(f"sqlite:///{path}") as database:
        assert not await database.works()
        with pytest.raises(StoreUnavailable, match="damaged"):
            await migrate(database)
    assert path.read_bytes() == bytes(content)


async def test_a_database_of_a_newer_version_is_not_touched(database: Any) -> None:
    async with database.writing() as connection:
        await connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreUnavailable, match="newer version"):
        await migrate(database)


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    """A PostgreSQL that may be stopped."""
    if programs() is None:
        pytest.skip("PostgreSQL's own programs are needed to stop and start it.")
    with own_cluster() as cluster:
        yield cluster


@pytest.fixture
async def on_postgres(cluster: Cluster, assembly: Any, settings: Settings) -> AsyncIterator[FastAPI]:
    address = await asyncio.to_thread(cluster.emptied)
    known = settings.model_copy(update={"database": address, "run_seconds": 60})
    app = create_app(known, assembly=assembly)
    async with app.router.lifespan_context(app):
        yield app


@pytest.fixture
async def remote(on_postgres: FastAPI) -> AsyncIterator[httpx2.AsyncClient]:
    transport = httpx2.ASGITransport(app=on_postgres, raise_app_exceptions=False)
    async with httpx2.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
        yield client


async def test_runs_outlive_a_restart_of_postgresql(
    cluster: Cluster, on_postgres: FastAPI, remote: httpx2.AsyncClient, script: Any, events: Any
) -> None:
    script.seconds = 0.5
    waiting = asyncio.create_task(remote.post(PATH, json=BODY, headers={"Accept": "text/event-stream"}))
    await script.outreach_runs.wait()
    await asyncio.to_thread(cluster.restart)
    async with asyncio.timeout(20):
        told = events((await waiting).text)

    assert told[-1].name == "run.finished"
    assert [event.id for event in told] == list(range(1, len(told) + 1))
    assert "node.failed" not in [event.name for event in told]
    assert script.runs == 1


async def test_while_postgresql_is_away_requests_are_answered_and_later_served(
    cluster: Cluster, on_postgres: FastAPI, remote: httpx2.AsyncClient
) -> None:
    await asyncio.to_thread(cluster.stop)
    try:
        async with asyncio.timeout(10):
            answer = await remote.post(PATH, json=BODY)
            ready = await is_ready(remote)
    finally:
        await asyncio.to_thread(cluster.start)
    assert (answer.status_code, answer.json()["code"]) == (503, "store_unavailable")
    assert not ready
    assert str(cluster.folder) not in answer.text
    await wait_until_ready(remote)
    assert (await remote.post(PATH, json=BODY)).status_code == 201
    assert await count(on_postgres) == 1
