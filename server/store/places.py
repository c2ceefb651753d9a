"""The places of a rate limit, counted by pyrate-limiter where every process counts: in a file, or in PostgreSQL."""

import contextlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from typing import Any

import psycopg
import sqlalchemy as sa
from psycopg_pool import ConnectionPool
from pyrate_limiter import AbstractBucket, Decision, PostgresBucket, Rate, RateItem, SQLiteBucket

from server.store.database import CONNECT_SECONDS, RETRY_AFTER_SECONDS
from server.store.problems import StoreUnavailable
from server.store.sqlite import BUSY_SECONDS, library, write_ahead

CONTENDED_SECONDS = 0.02  # PostgreSQL's bucket turns away who comes while another process counts, which takes 2 ms


@dataclass(frozen=True)
class Places:
    """So many places in any window of time; who takes some has them for one window."""

    bucket: AbstractBucket
    close: Callable[[], None]
    """Closes its connections."""

    def take(self, weight: int) -> float | None:
        """Take so many places; where they are not free, return the seconds after which they may be.

        Blocks for as long as the database takes. Raises StoreUnavailable.
        """
        with _translated():
            decision = self._decide(weight)
            if decision.allowed:
                self.bucket.leak(self._now())
                return None
            wait = decision.retry_after_ms
            return CONTENDED_SECONDS if wait is None else max(wait, 1) / 1000

    def _decide(self, weight: int) -> Decision:
        lock: Any = self.bucket.limiter_lock() or contextlib.nullcontext()
        with lock:  # the time is read when nobody else counts: what is taken later counts as later
            decision = self.bucket.put_decision(RateItem("", self._now(), weight))
        assert isinstance(decision, Decision)  # no bucket here is asynchronous
        return decision

    def _now(self) -> int:
        now: int = self.bucket.now()  # type: ignore[no-untyped-call]
        return now


class WriteLock:
    """SQLite's own lock between processes, in the form that a bucket asks for: it is taken again by who has it.

    A crash releases it, which the lock files of pyrate-limiter's own choice need another library for.
    """

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._threads = RLock()
        self._depth = 0

    def __enter__(self) -> None:
        self._threads.acquire()
        try:
            if self._depth == 0:
                self._connection.execute("BEGIN IMMEDIATE")
        except BaseException:
            self._threads.release()
            raise
        self._depth += 1

    def __exit__(self, *_: object) -> None:
        self._depth -= 1
        try:
            if self._depth == 0 and self._connection.in_transaction:
                self._connection.rollback()  # nothing was written
        finally:
            self._threads.release()


def open_places(address: str, folder: Path, name: str, limit: int, seconds: float) -> Places:
    """Open the places of a limit; on SQLite in a file of their own in the folder. Raises StoreUnavailable."""
    rates = [Rate(limit, int(seconds * 1000))]
    with _translated():
        if address.startswith("sqlite"):
            return _in_file(folder / "rates.db", name, rates)
        return _in_postgres(address, name, rates)


def _in_file(path: Path, name: str, rates: list[Rate]) -> Places:
    """Return places in a file; what a power loss takes from it is older than the restart."""
    connection = library().connect(path, isolation_level=None, check_same_thread=False, timeout=BUSY_SECONDS)
    write_ahead(connection)
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute(f"CREATE TABLE IF NOT EXISTS {name} (name VARCHAR, item_timestamp INTEGER)")
    connection.execute(f"CREATE INDEX IF NOT EXISTS ix_{name} ON {name} (item_timestamp)")
    return Places(SQLiteBucket(rates, connection, name, lock=WriteLock(connection)), connection.close)


def _in_postgres(address: str, name: str, rates: list[Rate]) -> Places:
    pool = ConnectionPool(
        sa.make_url(address).set(drivername="postgresql").render_as_string(hide_password=False),
        min_size=0,
        max_size=2,  # one counts while another asks for the time
        kwargs={"connect_timeout": CONNECT_SECONDS, "application_name": "overture"},
        configure=_in_utc,
        timeout=CONNECT_SECONDS,
        open=True,
    )
    try:
        return Places(PostgresBucket(pool, name, rates), pool.close)
    except BaseException:
        pool.close()
        raise


def _in_utc(connection: "psycopg.Connection[Any]") -> None:
    """Make times comparable: the bucket's column has no time zone, so each process would write its own."""
    connection.execute("SET TIME ZONE 'UTC'")
    connection.commit()


@contextmanager
def _translated() -> Iterator[None]:
    """Turn what drivers raise into StoreUnavailable."""
    try:
        yield
    except (psycopg.Error, library().Error) as error:
        raise StoreUnavailable(retry_after=RETRY_AFTER_SECONDS) from error
