"""SQLite as this service wants it: recent enough, durable, one writer.

SQLite 3.7.0 to 3.51.2 can corrupt a database in WAL mode that two connections write and checkpoint at once (fixed in
3.51.3), and most Python builds ship an older one. So the drivers here run on pysqlite3, which brings its own, wherever
it is installed.
"""

import logging
import sqlite3
import time
import types
from pathlib import Path
from typing import Any

import aiosqlite
import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.dialects.sqlite.aiosqlite import AsyncAdapt_aiosqlite_dbapi
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool

logger = logging.getLogger(__name__)

SAFE_VERSION = (3, 51, 3)
BUSY_SECONDS = 5  # a writer waits so long for another process; longer than any transaction of this service takes
RETRY_SECONDS = 0.02  # between tries for what SQLite itself does not wait for
READERS = 4  # connections; SQLite reads at the speed of memory, more would only take turns on two processors
PRAGMAS = (
    "synchronous=FULL",  # with NORMAL the last commits may be gone after a power loss (measured: 96 of 150)
    f"busy_timeout={BUSY_SECONDS * 1000}",
    "foreign_keys=ON",
    "trusted_schema=OFF",
    "wal_autocheckpoint=1000",
)
_ERRORS = (
    "DatabaseError",
    "Error",
    "IntegrityError",
    "NotSupportedError",
    "OperationalError",
    "ProgrammingError",
    "sqlite_version",
    "sqlite_version_info",
)


def library() -> Any:
    """Return the SQLite driver to use; an older one than is safe is a warning."""
    try:
        import pysqlite3.dbapi2 as found
    except ImportError:
        found = sqlite3
    if found.sqlite_version_info < SAFE_VERSION:
        logger.warning("SQLite %s can corrupt a database under two writers; install pysqlite3", found.sqlite_version)
    return found


def sync_engine(path: Path) -> sa.Engine:
    """Return an engine for threads; every transaction is a writing one from its first statement."""
    engine = sa.create_engine(f"sqlite:///{path}", module=library())

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _: object) -> None:
        connection.isolation_level = "IMMEDIATE"
        _set_pragmas(connection)

    return engine


def async_engine(path: Path, *, writes: bool) -> AsyncEngine:
    """Return an engine for the event loop: one connection that writes, or some that only read."""
    engine = create_async_engine(
        f"sqlite+aiosqlite:///{path}",
        module=_module(),
        poolclass=AsyncAdaptedQueuePool,
        pool_size=1 if writes else READERS,
        max_overflow=0,
        pool_timeout=BUSY_SECONDS,
    )

    @event.listens_for(engine.sync_engine, "connect")
    def prepare(connection: Any, _: object) -> None:
        connection.isolation_level = None  # transactions begin below, not where the driver guesses
        _set_pragmas(connection)
        if not writes:
            connection.execute("PRAGMA query_only=ON")

    @event.listens_for(engine.sync_engine, "begin")
    def begin(connection: sa.Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def open_connection(path: Path) -> aiosqlite.Connection:
    """Return a connection of its own for a library that wants one; await it to open it."""

    def connect() -> Any:
        connection = library().connect(str(path))
        _set_pragmas(connection)
        return connection

    return aiosqlite.Connection(connect, iter_chunk_size=64)


def write_ahead(connection: Any) -> None:
    """Have the file written ahead, as it stays from then on.

    Two processes that open a new file at the same moment get in each other's way here, and SQLite does not wait.
    """
    until = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except library().OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(RETRY_SECONDS)


def _set_pragmas(connection: Any) -> None:
    write_ahead(connection)
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _module() -> Any:
    """Return SQLAlchemy's adapter of aiosqlite, over the driver to use instead of the one Python brings."""
    driver = library()

    def connect(database: str, **settings: Any) -> aiosqlite.Connection:
        return aiosqlite.Connection(lambda: driver.connect(database, **settings), iter_chunk_size=64)

    names = {name: getattr(aiosqlite, name) for name in dir(aiosqlite) if not name.startswith("__")}
    names.update({name: getattr(driver, name) for name in _ERRORS}, connect=connect)
    adapted = types.ModuleType("aiosqlite")
    adapted.__dict__.update(names)
    return AsyncAdapt_aiosqlite_dbapi(adapted, driver)
