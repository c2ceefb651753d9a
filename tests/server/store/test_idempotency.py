"""A key belongs to one request of one tenant on one route, whoever comes first."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from server.idempotency import IdempotencyKeyReused
from server.store.database import Database, open_database
from server.store.idempotency import redirect, remember
from server.store.migrate import migrate
from server.store.schema import idempotency

pytestmark = pytest.mark.anyio

ROUTE = "POST /v1/campaigns/email"


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with open_database(f"sqlite:///{tmp_path / 'overture.db'}") as database:
        await migrate(database)
        yield database


async def ask(
    database: Database, resource: str, *, tenant: str = "a", route: str = ROUTE, key: str = "k", wish: str = "f"
) -> str | None:
    async with database.writing() as connection:
        return await remember(connection, tenant, route, key, wish, resource, 1.0)


async def test_the_first_request_makes_and_the_next_finds(database: Database) -> None:
    assert [await ask(database, resource) for resource in ("c1", "c2", "c3")] == [None, "c1", "c1"]


async def test_another_request_with_the_key_is_refused(database: Database) -> None:
    await ask(database, "c1")
    with pytest.raises(IdempotencyKeyReused):
        await ask(database, "c2", wish="other")
    assert await ask(database, "c3") == "c1"


@pytest.mark.parametrize("other", [{"tenant": "b"}, {"route": "POST /v1/batches"}, {"key": "K"}])
async def test_tenants_routes_and_keys_are_apart(database: Database, other: dict[str, str]) -> None:
    await ask(database, "c1")
    assert await ask(database, "c2", wish="other", **other) is None


async def test_of_requests_at_the_same_moment_one_makes(database: Database) -> None:
    found = await asyncio.gather(*(ask(database, f"c{i}") for i in range(20)))
    first = found.index(None)
    assert [one for i, one in enumerate(found) if i != first] == [f"c{first}"] * 19


async def test_what_was_undone_was_never_there(database: Database) -> None:
    async def fail() -> None:
        async with database.writing() as connection:
            await remember(connection, "a", ROUTE, "k", "f", "c1", 1.0)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await fail()
    assert await ask(database, "c2") is None


async def test_a_refused_request_leaves_its_transaction_whole(database: Database) -> None:
    await ask(database, "c1")
    async with database.writing() as connection:
        with pytest.raises(IdempotencyKeyReused):
            await remember(connection, "a", ROUTE, "k", "other", "c2", 1.0)
        assert await remember(connection, "a", ROUTE, "another key", "f", "c2", 1.0) is None
    assert await ask(database, "c3", key="another key") == "c2"


async def test_a_key_can_point_to_what_its_request_has_joined(database: Database) -> None:
    async with database.writing() as connection:
        await remember(connection, "a", ROUTE, "k", "f", "c1", 1.0)
        await redirect(connection, "a", ROUTE, "k", "c0")
    assert await ask(database, "c2") == "c0"


async def test_a_forgotten_key_is_free_again(database: Database) -> None:
    await ask(database, "c1")
    async with database.writing() as connection:
        await connection.execute(sa.delete(idempotency))
    assert await ask(database, "c2", wish="other") is None
