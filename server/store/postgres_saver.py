"""LangGraph's checkpoints on PostgreSQL."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import psycopg
from langgraph.checkpoint.base import BaseCheckpointSaver
from langgraph.checkpoint.postgres.aio import AsyncPostgresSaver
from langgraph.checkpoint.serde.jsonplus import JsonPlusSerializer
from psycopg import AsyncConnection
from psycopg.rows import DictRow, dict_row
from psycopg_pool import AsyncConnectionPool, PoolTimeout

from server.store.database import CONNECT_SECONDS

LOCK = 7_126_553_812  # any number of our own: PostgreSQL's advisory lock for making the saver's tables
POOL = 4  # connections; a checkpoint takes about a millisecond, so few serve many runs
ERRORS = (psycopg.Error, PoolTimeout)


@asynccontextmanager
async def open_saver(address: str, serializer: JsonPlusSerializer) -> AsyncGenerator[BaseCheckpointSaver[Any]]:
    """Open LangGraph's saver, its tables made."""
    settings = {"autocommit": True, "prepare_threshold": 0, "row_factory": dict_row}
    async with AsyncConnectionPool[AsyncConnection[DictRow]](
        address,
        kwargs=settings,
        min_size=1,
        max_size=POOL,
        timeout=CONNECT_SECONDS,
        check=AsyncConnectionPool.check_connection,
    ) as pool:
        saver = AsyncPostgresSaver(pool, serde=serializer)
        async with pool.connection() as connection, _alone(connection):
            await saver.setup()
        yield saver


@asynccontextmanager
async def _alone(connection: AsyncConnection[DictRow]) -> AsyncIterator[None]:
    """Let no other process make the tables meanwhile.

    The lock is asked for again and again instead of waited for: the saver builds indexes concurrently, which waits
    for every statement under way, so one that waits for the lock would be waited for in turn.
    """
    while not await _got_lock(connection):  # noqa: ASYNC110 (another process has it, no task of ours)
        await asyncio.sleep(0.1)
    try:
        yield
    finally:
        await connection.execute("SELECT pg_advisory_unlock(%s)", (LOCK,))


async def _got_lock(connection: AsyncConnection[DictRow]) -> bool:
    answered = await connection.execute("SELECT pg_try_advisory_lock(%s) AS got", (LOCK,))
    row = await answered.fetchone()
    return bool(row and row["got"])
