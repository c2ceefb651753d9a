"""Copy a SQLite database while it is in use, and put a copy in its place while it is not."""

import contextlib
import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from server.store.sqlite import library

ALIVE_SECONDS = 10.0  # a process that has beaten since then is taken for one that runs


class BackupRefused(Exception):
    """The copy cannot be made or used; the text says why, for the operator."""


def back_up(database: Path, copy: Path) -> int:
    """Write a checked copy of the database to a new file and return its size in bytes; the service may go on.

    Raises BackupRefused.
    """
    if not database.exists():
        raise BackupRefused(f"There is no database at {database}.")
    if copy.exists():
        raise BackupRefused(f"{copy} is there already.")
    with _opened(database) as connection:
        connection.execute("VACUUM INTO ?", (str(copy),))
    copy.chmod(0o600)
    _check(copy)
    return copy.stat().st_size


def restore(copy: Path, database: Path) -> Path | None:
    """Put a checked copy in the database's place and return where the old one was put, if there was one.

    Raises BackupRefused, also while a process of the service is alive.
    """
    _check(copy)
    if database.exists() and _in_use(database):
        raise BackupRefused("The service is running on this database; stop it first.")
    aside = _put_aside(database)
    partial = database.with_suffix(".restoring")
    shutil.copyfile(copy, partial)
    partial.chmod(0o600)
    with open(partial, "rb") as file:
        os.fsync(file.fileno())
    partial.replace(database)
    return aside


def _check(copy: Path) -> None:
    """Raise BackupRefused unless the file is a whole database of this service."""
    if not copy.is_file():
        raise BackupRefused(f"There is no file {copy}.")
    try:
        with _opened(copy) as connection:
            (verdict,) = connection.execute("PRAGMA integrity_check").fetchone()
            known = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'campaigns'").fetchone()
    except library().DatabaseError as error:
        raise BackupRefused(f"{copy} is no database: {error}.") from None
    if verdict != "ok" or known is None:
        raise BackupRefused(f"{copy} is damaged or not a database of this service.")


def _in_use(database: Path) -> bool:
    """Tell whether a process of the service is alive; a damaged database has none."""
    try:
        with _opened(database) as connection:
            (beaten,) = connection.execute("SELECT max(beat_at) FROM executors").fetchone()
    except library().DatabaseError:
        return False
    return beaten is not None and time.time() - beaten < ALIVE_SECONDS


def _put_aside(database: Path) -> Path | None:
    """Rename the database with its log, so that nothing is lost."""
    if not database.exists():
        return None
    aside = database.with_name(f"{database.name}.before-{time.strftime('%Y%m%d-%H%M%S')}")
    for suffix in ("", "-wal", "-shm"):
        part = database.with_name(database.name + suffix)
        if part.exists():
            part.rename(aside.with_name(aside.name + suffix))
    return aside


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[Any]:
    with contextlib.closing(library().connect(str(path))) as connection:
        yield connection
