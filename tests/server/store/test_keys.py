"""Keys are stored without their secrets; a key that has ended stays in the list."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from server.store.database import Database, open_database
from server.store.keys import Key, add, any_live, expire, find, listed, mark_used, revoke
from server.store.migrate import migrate

pytestmark = pytest.mark.anyio

NOW = 100.0


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with open_database(f"sqlite:///{tmp_path / 'overture.db'}") as database:
        await migrate(database)
        yield database


def key(id: str, **state: float) -> Key:
    return Key(id, "acme", "CRM", "0" * 64, "read write", created_at=1.0, **state)


async def test_a_key_is_found_as_it_was_added(database: Database) -> None:
    async with database.writing() as connection:
        await add(connection, key("k1", expires_at=9.0))
    async with database.reading() as connection:
        assert await find(connection, "k1") == key("k1", expires_at=9.0)
        assert await find(connection, "K1") is None


async def test_keys_are_listed_by_tenant(database: Database) -> None:
    other = Key("k0", "umbrella", "x", "0" * 64, "read", created_at=2.0)
    async with database.writing() as connection:
        for one in (other, key("k2"), key("k1")):
            await add(connection, one)
        assert [one.id for one in await listed(connection)] == ["k1", "k2", "k0"]
        assert [one.id for one in await listed(connection, "umbrella")] == ["k0"]
        assert await listed(connection, "nobody") == ()


async def test_a_revoked_key_keeps_its_moment(database: Database) -> None:
    async with database.writing() as connection:
        await add(connection, key("k1"))
        assert await revoke(connection, "k1", 5.0)
        assert await revoke(connection, "k1", 6.0)
        assert not await revoke(connection, "k2", 5.0)
        assert await find(connection, "k1") == key("k1", revoked_at=5.0)


@pytest.mark.parametrize(("state", "ends"), [({}, 50.0), ({"expires_at": 40.0}, 40.0), ({"expires_at": 60.0}, 50.0)])
async def test_an_end_is_only_ever_moved_nearer(database: Database, state: dict[str, float], ends: float) -> None:
    async with database.writing() as connection:
        await add(connection, key("k1", **state))
        assert await expire(connection, "k1", 50.0)
        assert not await expire(connection, "k2", 50.0)
        assert await find(connection, "k1") == key("k1", expires_at=ends)


async def test_a_use_is_noted(database: Database) -> None:
    async with database.writing() as connection:
        await add(connection, key("k1"))
        await mark_used(connection, "k1", 7.0)
        assert await find(connection, "k1") == key("k1", last_used_at=7.0)


@pytest.mark.parametrize(
    ("state", "live"),
    [
        ({}, True),
        ({"expires_at": NOW + 1}, True),
        ({"expires_at": NOW}, False),
        ({"revoked_at": NOW}, False),
        ({"revoked_at": NOW, "expires_at": NOW + 1}, False),
    ],
)
async def test_a_key_and_the_database_agree_on_whether_it_works(
    database: Database, state: dict[str, float], live: bool
) -> None:
    async with database.writing() as connection:
        assert not await any_live(connection, NOW)
        await add(connection, key("k1", **state))
        assert await any_live(connection, NOW) is live
    assert key("k1", **state).is_live(NOW) is live
