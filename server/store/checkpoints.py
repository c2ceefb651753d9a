"""LangGraph's checkpoints, on the same database, written only by the process that holds the run.

LangGraph has no fence of its own: a process that was taken for dead and comes back would write into the run that
another has taken over. So the saver of a run asks before every write whether its hold still stands.
"""

import asyncio
import inspect
from collections.abc import AsyncGenerator, AsyncIterator, Coroutine, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, TypeVar

from langchain_core.runnables import RunnableConfig
from langgraph.checkpoint.base import (
    BaseCheckpointSaver,
    ChannelVersions,
    Checkpoint,
    CheckpointMetadata,
    CheckpointTuple,
)
from langgraph.checkpoint.serde.jsonplus import JsonPlusSerializer
from langgraph.checkpoint.sqlite.aio import AsyncSqliteSaver

from core import brief, company, context, frozen_facts, given, icp, pack, request, rounds, value, voice, word_diff
from server.store import runs
from server.store.database import RETRY_AFTER_SECONDS, Database
from server.store.problems import RunTakenOver, StoreUnavailable
from server.store.rows import Hold, RunRef
from server.store.sqlite import library, open_connection

T = TypeVar("T")

VOCABULARY = (brief, company, context, frozen_facts, given, icp, pack, request, rounds, value, voice, word_diff)
"""The modules whose values a checkpoint may hold; whatever else is found in one is not made."""


def thread_of(ref: RunRef) -> str:
    """Return LangGraph's thread of a campaign: every run of it goes on from the last."""
    return f"{ref.tenant}:{ref.campaign}"


@dataclass(frozen=True)
class Checkpoints:
    """Where runs go on from."""

    database: Database
    saver: BaseCheckpointSaver[Any]
    errors: tuple[type[Exception], ...]
    """What its driver raises."""

    def held(self, hold: Hold) -> "HeldSaver":
        """Return the saver of a run that this process holds."""
        return HeldSaver(self, hold)

    async def begun(self, ref: RunRef) -> bool:
        """Tell whether there is something to go on from."""
        with translated(self.errors):
            return await self.saver.aget_tuple({"configurable": {"thread_id": thread_of(ref)}}) is not None

    async def forget(self, ref: RunRef) -> None:
        """Drop the checkpoints of a campaign."""
        with translated(self.errors):
            await self.saver.adelete_thread(thread_of(ref))


class HeldSaver(BaseCheckpointSaver[Any]):
    """A saver that writes while the hold stands, and raises RunTakenOver from then on."""

    def __init__(self, checkpoints: Checkpoints, hold: Hold) -> None:
        super().__init__(serde=checkpoints.saver.serde)
        self._saver, self._database, self._errors = checkpoints.saver, checkpoints.database, checkpoints.errors
        self._hold = hold

    async def aget_tuple(self, config: RunnableConfig) -> CheckpointTuple | None:
        """Return a checkpoint."""
        with translated(self._errors):
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
        with translated(self._errors):
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
        with translated(self._errors):
            return await self._saver.aput(config, checkpoint, metadata, new_versions)

    async def aput_writes(
        self, config: RunnableConfig, writes: Sequence[tuple[str, Any]], task_id: str, task_path: str = ""
    ) -> None:
        """Write what a step has written."""
        await self._check()
        with translated(self._errors):
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
    if database.path:
        async with _sqlite_saver(database.path) as saver:
            yield Checkpoints(database, saver, (library().Error,))
        return
    from server.store.postgres_saver import ERRORS, open_saver  # half a second that SQLite needs not wait

    async with open_saver(database.address, serializer()) as saver:
        yield Checkpoints(database, saver, ERRORS)


class _SqliteSaver(AsyncSqliteSaver):
    """LangGraph's saver, over a driver whose errors it does not know, and whose writes come to their end.

    A write that is cancelled between its INSERT and its COMMIT would leave the database locked for every other writer
    (measured: 129 of 200 cancellations did), and so would one that fails there.
    """

    async def aput(
        self,
        config: RunnableConfig,
        checkpoint: Checkpoint,
        metadata: CheckpointMetadata,
        new_versions: ChannelVersions,
    ) -> RunnableConfig:
        """Write a checkpoint."""
        return await self._to_its_end(super().aput(config, checkpoint, metadata, new_versions))

    async def aput_writes(
        self, config: RunnableConfig, writes: Sequence[tuple[str, Any]], task_id: str, task_path: str = ""
    ) -> None:
        """Write what a step has written."""
        await self._to_its_end(super().aput_writes(config, writes, task_id, task_path))

    async def adelete_thread(self, thread_id: str) -> None:
        """Drop a thread."""
        await self._to_its_end(super().adelete_thread(thread_id))

    async def _to_its_end(self, work: Coroutine[Any, Any, T]) -> T:
        """Do the work even if whoever waits for it is cancelled, and undo what it leaves open."""
        writing = asyncio.ensure_future(work)
        try:
            return await asyncio.shield(writing)
        except asyncio.CancelledError:
            await asyncio.wait({writing})
            raise
        finally:
            if writing.done() and not writing.cancelled() and writing.exception():
                await self.conn.rollback()

    async def setup(self) -> None:
        """Make the tables, and the column that they have already."""
        try:
            await super().setup()
        except library().OperationalError as error:
            if "duplicate column name" not in str(error):
                raise
            self.is_setup = True


@asynccontextmanager
async def _sqlite_saver(path: Path) -> AsyncGenerator[BaseCheckpointSaver[Any]]:
    async with open_connection(path) as connection:
        saver = _SqliteSaver(connection, serde=serializer())
        await saver.setup()
        yield saver


def serializer() -> JsonPlusSerializer:
    """Return a serializer that makes the values of our own vocabulary and nothing else."""
    return JsonPlusSerializer(allowed_msgpack_modules=[name for module in VOCABULARY for name in _values(module)])


def _values(module: ModuleType) -> Iterator[tuple[str, str]]:
    for name, member in inspect.getmembers(module, inspect.isclass):
        if member.__module__ == module.__name__:
            yield module.__name__, name


@contextmanager
def translated(errors: tuple[type[Exception], ...]) -> Iterator[None]:
    """Turn what a saver's driver raises into StoreUnavailable."""
    try:
        yield
    except errors as error:
        raise StoreUnavailable(retry_after=RETRY_AFTER_SECONDS) from error
