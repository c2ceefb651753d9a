"""LangGraph's checkpoints, on the same database, written only by the process that holds the run.

LangGraph has no fence of its own: a process that was taken for dead and comes back would write into the run that
another has taken over. So the saver of a run asks before every write whether its hold still stands.
"""

import asyncio
import inspect
from collections.abc import AsyncGenerator, AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from langchain_core.runnables import RunnableConfig
from langgraph.checkpoint.base import (
    BaseCheckpointSaver,
    ChannelVersions,
    Checkpoint,
    CheckpointMetadata,
    CheckpointTuple,
)
from langgraph.checkpoint.postgres.aio import AsyncPostgresSaver
from langgraph.checkpoint.serde.jsonplus import JsonPlusSerializer
from langgraph.checkpoint.sqlite.aio import AsyncSqliteSaver
from psycopg import AsyncConnection
from psycopg import Error as PostgresError
from psycopg.rows import DictRow, dict_row
from psycopg_pool import AsyncConnectionPool, PoolTimeout

from core import brief, company, context, frozen_facts, given, icp, pack, request, rounds, value, voice, word_diff
from server.store import runs
from server.store.database import CONNECT_SECONDS, RETRY_AFTER_SECONDS, Database
from server.store.problems import RunTakenOver, StoreUnavailable
from server.store.rows import Hold, RunRef
from server.store.sqlite import library, open_connection

VOCABULARY = (brief, company, context, frozen_facts, given, icp, pack, request, rounds, value, voice, word_diff)
"""The modules whose values a checkpoint may hold; whatever else is found in one is not made."""
LOCK = 7_126_553_812  # PostgreSQL's advisory lock for making the saver's tables
POOL = 4  # connections; a checkpoint takes about a millisecond, so few serve many runs


def thread_of(ref: RunRef) -> str:
    """Return LangGraph's thread of a campaign: every run of it goes on from the last."""
    return f"{ref.tenant}:{ref.campaign}"


@dataclass(frozen=True)
class Checkpoints:
    """Where runs go on from."""

    database: Database
    saver: BaseCheckpointSaver[Any]

    def held(self, hold: Hold) -> "HeldSaver":
        """Return the saver of a run that this process holds."""
        return HeldSaver(self.saver, self.database, hold)

    async def begun(self, ref: RunRef) -> bool:
        """Tell whether there is something to go on from."""
        with _translated():
            return await self.saver.aget_tuple({"configurable": {"thread_id": thread_of(ref)}}) is not None

    async def forget(self, ref: RunRef) -> None:
        """Drop the checkpoints of a campaign."""
        with _translated():
            await self.saver.adelete_thread(thread_of(ref))


class HeldSaver(BaseCheckpointSaver[Any]):
    """A saver that writes while the hold stands, and raises RunTakenOver from then on."""

    def __init__(self, saver: BaseCheckpointSaver[Any], database: Database, hold: Hold) -> None:
        super().__init__(serde=saver.serde)
        self._saver, self._database, self._hold = saver, database, hold

    async def aget_tuple(self, config: RunnableConfig) -> CheckpointTuple | None:
        """Return a checkpoint."""
        with _translated():
            return await self._saver.aget_tuple(config)

    async def alist(
        self,
        config: RunnableConfig | None,
        *,
        filter: dict[str, Any] | None = None,
        before: RunnableConfig | None = None,
        limit: int | None = None,
    ) -> AsyncIterator[CheckpointTuple]:
        """Yield checkpoints."""
        with _translated():
            async for found in self._saver.alist(config, filter=filter, before=before, limit=limit):
                yield found

    async def aput(
        self,
        config: RunnableConfig,
        checkpoint: Checkpoint,
        metadata: CheckpointMetadata,
        new_versions: ChannelVersions,
    ) -> RunnableConfig:
        """Write a checkpoint."""
        await self._check()
        with _translated():
            return await self._saver.aput(config, checkpoint, metadata, new_versions)

    async def aput_writes(
        self, config: RunnableConfig, writes: Sequence[tuple[str, Any]], task_id: str, task_path: str = ""
    ) -> None:
        """Write what a step has written."""
        await self._check()
        with _translated():
            await self._saver.aput_writes(config, writes, task_id, task_path)

    def get_next_version(self, current: Any, channel: None) -> Any:
        """Return a channel's next version."""
        return self._saver.get_next_version(current, channel)

    async def _check(self) -> None:
        async with self._database.reading() as connection:
            if not await runs.holds(connection, self._hold):
                raise RunTakenOver


@asynccontextmanager
async def open_checkpoints(database: Database) -> AsyncGenerator[Checkpoints]:
    """Open the saver that belongs to the database, its tables made."""
    opening = _sqlite_saver(database.path) if database.path else _postgres_saver(database.address)
    async with opening as saver:
        yield Checkpoints(database, saver)


@asynccontextmanager
async def _sqlite_saver(path: Path) -> AsyncGenerator[BaseCheckpointSaver[Any]]:
    async with open_connection(path) as connection:
        saver = AsyncSqliteSaver(connection, serde=_serializer())
        await saver.setup()
        yield saver


@asynccontextmanager
async def _postgres_saver(address: str) -> AsyncGenerator[BaseCheckpointSaver[Any]]:
    settings = {"autocommit": True, "prepare_threshold": 0, "row_factory": dict_row}
    async with AsyncConnectionPool[AsyncConnection[DictRow]](
        address,
        kwargs=settings,
        min_size=1,
        max_size=POOL,
        timeout=CONNECT_SECONDS,
        check=AsyncConnectionPool.check_connection,
    ) as pool:
        saver = AsyncPostgresSaver(pool, serde=_serializer())
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


def _serializer() -> JsonPlusSerializer:
    """Return a serializer that makes the values of our own vocabulary and nothing else."""
    return JsonPlusSerializer(allowed_msgpack_modules=[name for module in VOCABULARY for name in _values(module)])


def _values(module: ModuleType) -> Iterator[tuple[str, str]]:
    for name, member in inspect.getmembers(module, inspect.isclass):
        if member.__module__ == module.__name__:
            yield module.__name__, name


@contextmanager
def _translated() -> Iterator[None]:
    """Turn what the savers' drivers raise into StoreUnavailable."""
    try:
        yield
    except (PostgresError, PoolTimeout, library().Error) as error:
        raise StoreUnavailable(retry_after=RETRY_AFTER_SECONDS) from error
