"""A process lives as long as it beats."""

import time

import pytest

from server.store import executors
from server.store.database import Database

pytestmark = pytest.mark.anyio


async def test_whoever_is_silent_is_buried_once(database: Database) -> None:
    async with database.writing() as connection:
        for id, at in (("exe_1", 1.0), ("exe_2", 5.0)):
            await executors.enter(connection, id, at)
        assert await executors.bury(connection, 3.0) == ["exe_1"]
        assert await executors.bury(connection, 3.0) == []
        assert await executors.alive(connection) == ["exe_2"]
        assert not await executors.beat(connection, "exe_1", 6.0)
        assert await executors.beat(connection, "exe_2", 6.0)
        await executors.leave(connection, "exe_2")
        assert await executors.alive(connection) == []


async def test_the_databases_clock_goes_on_within_a_transaction(database: Database) -> None:
    async with database.writing() as connection:
        first = await executors.time_of(connection)
        time.sleep(0.05)  # noqa: ASYNC251 (nothing else runs here)
        second = await executors.time_of(connection)
    assert abs(first - time.time()) < 5
    assert 0.03 < second - first < 5
