"""The door to the database: SQLite in a file, or PostgreSQL by its address."""

from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError, IntegrityError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from server.store.problems import StoreUnavailable
from server.store.sqlite import async_engine

RETRY_AFTER_SECONDS = 2  # a restarted PostgreSQL and a checkpointing SQLite both need about so long
CONNECT_SECONDS = 5  # to a server on the same network; longer means that it is down
POOL = 10  # connections of one process: its runs wait for models, not for the database

Dialect = Literal["sqlite", "postgresql"]
Connection = AsyncConnection
"""An open transaction, as the store's functions take it; only the store knows what it is."""


@dataclass(frozen=True)
class Database:
    """Transactions on the one database; errors of its drivers leave as StoreUnavailable."""

    address: str
    """`sqlite:///PATH` or `postgresql://…`."""
    writer: AsyncEngine
    reader: AsyncEngine

    @property
    def dialect(self) -> Dialect:
        """Return which of the two it is."""
        return "sqlite" if self.path else "postgresql"

    @property
    def path(self) -> Path | None:
        """Return the file of SQLite."""
        return Path(self.address.removeprefix("sqlite:///")) if self.address.startswith("sqlite") else None

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        """Open a transaction that may write; it is committed at the end, or undone by an exception.

        On SQLite one runs after another, from its first statement on.
        """
        with_errors = _Translated()
        async with with_errors, self.writer.begin() as connection:
            yield connection

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """Open a transaction that sees one state and writes nothing."""
        async with _Translated(), self.reader.connect() as connection:
            yield connection

    async def works(self) -> bool:
        """Tell whether a write would be taken at this moment."""
        try:
            async with self.writing() as connection:
                await connection.execute(sa.text("UPDATE executors SET beat_at = beat_at WHERE id = ''"))
        except StoreUnavailable:
            return False
        return True

    async def close(self) -> None:
        """Close every connection."""
        await self.writer.dispose()
        await self.reader.dispose()


class _Translated:
    """Turn what drivers raise into StoreUnavailable; a broken constraint stays what it is: the caller knows of it."""

    async def __aenter__(self) -> None:
        return None

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        if isinstance(error, IntegrityError):
            return
        if isinstance(error, PoolTimeout | OperationalError | InterfaceError) or (
            isinstance(error, DBAPIError) and (error.connection_invalidated or _is_damage(error))
        ):
            raise StoreUnavailable(_reason(error), retry_after=RETRY_AFTER_SECONDS) from None


def _is_damage(error: DBAPIError) -> bool:
    """Tell whether the file itself is broken; SQLite says so by a plain DatabaseError."""
    return any(words in str(error.orig) for words in ("malformed", "not a database"))


def _reason(error: Exception) -> str:
    """Return what is wrong in words for the client; the driver's own words may hold statements and addresses."""
    said = str(getattr(error, "orig", error))
    if "locked" in said or isinstance(error, PoolTimeout):
        return "The database is busy; try again in a moment."
    if "full" in said:
        return "The database's disk is full; the operator must make room."
    if "malformed" in said or "not a database" in said:
        return "The database file is damaged; the operator must restore a backup."
    return "The database does not answer; try again in a moment."


def database_of(address: str) -> Database:
    """Return the door to a database, unopened: connections are made when they are needed."""
    if address.startswith("sqlite:///"):
        path = Path(address.removeprefix("sqlite:///"))
        return Database(address, async_engine(path, writes=True), async_engine(path, writes=False))
    engine = create_async_engine(
        sa.make_url(address).set(drivername="postgresql+psycopg"),
        pool_size=POOL,
        max_overflow=POOL,
        pool_pre_ping=True,  # a connection that PostgreSQL's restart has cut is replaced, not reported
        pool_timeout=CONNECT_SECONDS,
        connect_args={"connect_timeout": CONNECT_SECONDS, "application_name": "overture"},
    )
    one_state = engine.execution_options(isolation_level="REPEATABLE READ")  # else each statement sees its own
    return Database(address, engine, one_state)


@asynccontextmanager
async def open_database(address: str) -> AsyncGenerator[Database]:
    """Open a database and close it at the end."""
    database = database_of(address)
    try:
        yield database
    finally:
        await database.close()
