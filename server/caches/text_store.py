"""Keep text on disk with diskcache: by key, by whose it is, and for a while."""

import os
import shutil
import sqlite3
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import diskcache

from server.caches.shelf import Shelf, owned_by
from server.caches.tallies import Tallies
from server.caches.text_disk import NotText, TextDisk
from server.telemetry.logs import logger_of

log = logger_of(__name__)

WHOLE_ROWS = 2**40  # bytes below which a value stays in the database; so no value is ever read from a file
LOCK_SECONDS = 2  # a write waits so long for another process; then it is left out: a cache may forget
DROPPED_AT_ONCE = 100  # rows of one transaction, about 20 ms for packs: other writers wait no longer than that


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
        self.max_bytes = max_bytes
        self.tallies = Tallies()
        try:
            self._cache = _open(folder, max_bytes)
        except sqlite3.DatabaseError:
            log.warning("cache was unreadable and starts anew", cache=folder.name)
            shutil.rmtree(folder)
            make_private(folder)
            self._cache = _open(folder, max_bytes)

    def of(self, tenant: str, subject: str) -> Shelf:
        """Return what is kept for this tenant about this subject; raise ValueError for a name of several lines."""
        return Shelf(self, self.tallies, tenant, subject)

    def get(self, key: str) -> str | None:
        """Return the text, or nothing when there is none, it has expired, or the row is no text."""
        try:
            text: str | None = self._cache.get(key)
        except (NotText, sqlite3.Error, diskcache.Timeout) as error:
            self._warn("was not read", error)
            return None
        return text

    def set(self, key: str, text: str, expire_seconds: float, tag: str | None = None) -> None:
        """Keep the text for so many seconds; blocks for 0.1 to 10 ms, so call it in a thread.

        A tag is what `evict` drops it by.
        """
        try:
            self._cache.set(key, text, expire=expire_seconds, tag=tag)
        except (sqlite3.Error, diskcache.Timeout) as error:
            self._warn("was not written", error)

    def add(self, key: str, text: str, expire_seconds: float) -> bool:
        """Keep the text unless there is one already, in one step for all processes; return whether it is kept.

        Where the store cannot tell, the answer is yes: who asks is not held up by a broken cache.
        """
        try:
            return bool(self._cache.add(key, text, expire=expire_seconds))
        except (sqlite3.Error, diskcache.Timeout) as error:
            self._warn("was not added", error)
            return True

    def drop(self, key: str, text: str) -> None:
        """Forget the entry if this is its text; blocks as `set` does."""
        try:
            with self._cache.transact():
                if self._cache.get(key) == text:
                    self._cache.delete(key)
        except (NotText, sqlite3.Error, diskcache.Timeout) as error:
            self._warn("was not dropped", error)

    def forget(self, key: str) -> None:
        """Forget an entry, if it is there; blocks as `set` does. Raises sqlite3.Error where that fails."""
        self._cache.delete(key, retry=True)

    def evict(self, tag: str) -> int:
        """Forget every entry with this tag and return how many there were; raise sqlite3.Error where that fails."""
        return int(self._cache.evict(tag, retry=True))

    def clear(self, tenant: str) -> int:
        """Forget every entry of a tenant and return how many there were; raise sqlite3.Error where that fails.

        Every key is looked at: 21 ms for 20,000 of them. A folder per tenant would be dropped as a whole, but takes
        an open database for each, and the bound on the disk space would hold for none of them together.
        """
        keys = list(self._keys(tenant))
        dropped = 0
        for at in range(0, len(keys), DROPPED_AT_ONCE):
            with self._cache.transact(retry=True):
                dropped += sum(bool(self._cache.delete(key, retry=True)) for key in keys[at : at + DROPPED_AT_ONCE])
        return dropped

    def texts(self, tenant: str) -> Iterator[str]:
        """Yield every text that is kept for a tenant and has not expired."""
        for key in self._keys(tenant):
            text = self.get(key)
            if text is not None:
                yield text

    def works(self) -> bool:
        """Tell whether what is written now can be read back; blocks as `set` does."""
        probe = uuid.uuid4().hex
        self.set("probe", probe, 60)
        return self.get("probe") == probe

    def close(self) -> None:
        """Close this thread's connection."""
        self._cache.close()

    def _keys(self, tenant: str) -> Iterator[str]:
        return (key for key in self._cache if owned_by(tenant, key))

    def _warn(self, what: str, error: Exception) -> None:
        log.warning(f"cache row {what}", cache=self.folder.name, error=type(error).__name__)


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
        tag_index=True,
    )
