"""A key is known for a second, and its last use is written beside the request."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from server.guard.key_ring import KeyRing
from server.guard.key_text import KeyText, new_key, read_key
from server.store.database import Database
from server.store.keys import find, revoke
from server.store.problems import StoreUnavailable

pytestmark = pytest.mark.anyio

MakeKey = Callable[..., Any]


@dataclass
class Clock:
    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def ring(database: Database, clock: Clock) -> Any:
    ring = KeyRing(database, clock=clock)
    yield ring
    await ring.close()


async def last_use(database: Database, key: KeyText) -> float | None:
    async with database.reading() as connection:
        found = await find(connection, key.id)
    assert found is not None
    return found.last_used_at


async def test_a_revoked_key_stops_within_a_second(
    ring: KeyRing, clock: Clock, database: Database, make_key: MakeKey
) -> None:
    key = await make_key()
    assert await ring.holder(str(key))
    async with database.writing() as connection:
        assert await revoke(connection, key.id, clock.now)
    clock.now += 1.0
    assert await ring.holder(str(key)) is None


async def test_a_new_key_works_within_a_second_though_it_was_asked_for_before(
    ring: KeyRing, clock: Clock, database: Database, make_key: MakeKey
) -> None:
    key = await make_key()
    assert await ring.holder(str(new_key())) is None
    clock.now += 1.0
    assert await ring.holder(str(key))


async def test_a_key_expires_at_its_moment_though_it_is_known(ring: KeyRing, clock: Clock, make_key: MakeKey) -> None:
    key = await make_key(expires_at=clock.now + 0.5)
    assert await ring.holder(str(key))
    clock.now += 0.5
    assert await ring.holder(str(key)) is None


async def test_within_the_second_the_database_is_not_asked(
    ring: KeyRing, clock: Clock, database: Database, make_key: MakeKey
) -> None:
    key = await make_key()
    await ring.holder(str(key))
    await ring.close()
    await database.close()
    assert database.path
    database.path.write_bytes(b"no database" * 1000)
    assert await ring.holder(str(key))
    clock.now += 1.0
    with pytest.raises(StoreUnavailable):
        await ring.holder(str(key))


async def test_the_last_use_is_written_once_a_minute(
    ring: KeyRing, clock: Clock, database: Database, make_key: MakeKey
) -> None:
    key = await make_key()
    written = []
    for second in (0, 59, 60):
        clock.now = 1000.0 + second
        await ring.holder(str(key))
        await ring.close()
        written.append(await last_use(database, key))
    assert written == [1000.0, 1000.0, 1060.0]


async def test_a_wrong_secret_is_no_use(ring: KeyRing, database: Database, make_key: MakeKey) -> None:
    key = await make_key()
    assert await ring.holder(str(KeyText(key.id, new_key().secret))) is None
    await ring.close()
    assert await last_use(database, key) is None


def test_a_key_is_read_as_it_is_written_and_shows_no_secret() -> None:
    key = new_key()
    assert read_key(str(key)) == key
    assert key.secret not in repr(key)
    assert key.secret not in key.digest
    assert len({new_key().secret for _ in range(100)}) == 100


@pytest.mark.parametrize(
    "text", ["", "ov_", "ov_a_b", "sk_" + "a" * 12 + "_" + "b" * 43, "ov_" + "-" * 12 + "_" + "b" * 43]
)
def test_what_is_no_key_is_not_looked_up(text: str) -> None:
    assert read_key(text) is None
