"""Keep text on disk with diskcache, and refuse everything in its files that is not text.

diskcache unpickles values and keys that its database says are pickled, so whoever can write into its folder runs code
(CVE-2025-69872, unfixed in 5.6.3; its own `JSONDisk` does not help, for it reads the row first). Here a row is text
or it is as if it were not there.
"""

import logging
import os
import shutil
import sqlite3
import uuid
from pathlib import Path
from typing import Any

import diskcache

logger = logging.getLogger(__name__)

MODE_RAW = 1  # diskcache: the value stands in the database itself
WHOLE_ROWS = 2**40  # bytes below which a value stays in the database; so no value is ever read from a file
LOCK_SECONDS = 2  # a write waits so long for another process; then it is left out: a cache may forget


class NotText(ValueError):
    """Something other than text where only text belongs."""


class TextDisk(diskcache.Disk):  # type: ignore[misc]
    """Store text, and fetch nothing but text: no pickle, no file."""

    def put(self, key: Any) -> tuple[str, bool]:
        """Return a text key as it is stored."""
        return _text(key), True

    def get(self, key: Any, raw: Any) -> str:
        """Return a stored key, unless it is pickled."""
        if not raw:
            raise NotText("a pickled key")
        return _text(key)

    def store(self, value: Any, read: Any, key: Any = None) -> tuple[int, int, None, str]:
        """Return the columns of a text value."""
        return 0, MODE_RAW, None, _text(value)

    def fetch(self, mode: Any, filename: Any, value: Any, read: Any) -> str:
        """Return a stored value, unless it is pickled or in a file."""
        if mode != MODE_RAW or filename is not None:
            raise NotText("a pickled value or a file")
        return _text(value)


class TextStore:
    """Text by key, in a folder that only its owner can open, with a bound on its size.

    The entries stored longest ago go first. Whoever uses an entry for long stores it anew when it is checked against
    its site, so these are the ones unused for longest; and reading stays a plain read: 11 µs instead of 103 µs with
    diskcache's own least-recently-used policy, which writes on every read (25 kB rows, this service's packs).
    Thread-safe, and safe across processes.
    """

    def __init__(self, folder: Path, *, max_bytes: int) -> None:
        """Open or make the store; what another owner made is refused (PermissionError), what is broken is replaced."""
        make_private(folder)
        self.folder = folder
        try:
            self._cache = _open(folder, max_bytes)
        except sqlite3.DatabaseError:
            logger.warning("cache %s was unreadable and starts anew", folder.name)
            shutil.rmtree(folder)
            make_private(folder)
            self._cache = _open(folder, max_bytes)

    def get(self, key: str) -> str | None:
        """Return the text, or nothing when there is none, it has expired, or the row is no text."""
        try:
            text: str | None = self._cache.get(key)
        except (NotText, sqlite3.Error, diskcache.Timeout) as error:
            logger.warning("cache %s: a row was not read (%s)", self.folder.name, type(error).__name__)
            return None
        return text

    def set(self, key: str, text: str, expire_seconds: float) -> None:
        """Keep the text for so many seconds; blocks for 0.1 to 10 ms, so call it in a thread."""
        try:
            self._cache.set(key, text, expire=expire_seconds)
        except (sqlite3.Error, diskcache.Timeout) as error:
            logger.warning("cache %s: a row was not written (%s)", self.folder.name, type(error).__name__)

    def works(self) -> bool:
        """Tell whether what is written now can be read back; blocks as `set` does."""
        probe = uuid.uuid4().hex
        self.set("probe", probe, 60)
        return self.get("probe") == probe

    def close(self) -> None:
        """Close this thread's connection."""
        self._cache.close()


def make_private(folder: Path) -> None:
    """Make a folder that only this user can open; raise PermissionError where it is somebody else's."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if folder.stat().st_uid != os.geteuid():
        raise PermissionError(f"{folder} belongs to another user")
    folder.chmod(0o700)


def _open(folder: Path, max_bytes: int) -> Any:
    return diskcache.Cache(
        str(folder),
        timeout=LOCK_SECONDS,
        disk=TextDisk,
        disk_min_file_size=WHOLE_ROWS,
        eviction_policy="least-recently-stored",
        size_limit=max_bytes,
    )


def _text(value: Any) -> str:
    """Return the value if it is text."""
    if type(value) is not str:
        raise NotText(type(value).__name__)
    return value
