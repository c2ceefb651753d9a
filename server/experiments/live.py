"""Tell readers when an experiment has changed, in this process at once and elsewhere within half a second."""

import asyncio
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager

from server.store.database import Database
from server.store.experiments import ExperimentRef, revisions
from server.store.problems import StoreUnavailable

POLL_SECONDS = 0.5  # one query serves every experiment that is read here
PAUSE_SECONDS = 1.0  # after the database did not answer


class Live:
    """The experiments that are followed in this process."""

    def __init__(self, database: Database, poll_seconds: float = POLL_SECONDS) -> None:
        self._database, self._poll_seconds = database, poll_seconds
        self._readers: defaultdict[ExperimentRef, set[asyncio.Event]] = defaultdict(set)
        self._known: dict[ExperimentRef, int] = {}
        self._read = asyncio.Event()
        self.stopped = False

    @contextmanager
    def following(self, ref: ExperimentRef) -> Iterator[asyncio.Event]:
        """Give an event that is set after each change, for its reader to clear."""
        wake = asyncio.Event()
        self._readers[ref].add(wake)
        self._read.set()
        try:
            yield wake
        finally:
            self._readers[ref].discard(wake)
            if not self._readers[ref]:
                del self._readers[ref]
                self._known.pop(ref, None)

    def changed(self, ref: ExperimentRef) -> None:
        """Wake an experiment's readers."""
        for wake in self._readers.get(ref, ()):
            wake.set()

    def stop(self) -> None:
        """Let every reader go."""
        self.stopped = True
        for ref in list(self._readers):
            self.changed(ref)

    async def poll_for_ever(self) -> None:
        """Notice what other processes change, until cancelled."""
        while True:
            if not self._readers:
                await self._read.wait()
                self._read.clear()
                continue
            try:
                await self._look()
                await asyncio.sleep(self._poll_seconds)
            except StoreUnavailable:
                await asyncio.sleep(PAUSE_SECONDS)

    async def _look(self) -> None:
        refs = list(self._readers)
        async with self._database.reading() as connection:
            now = await revisions(connection, refs)
        for ref in refs:
            if ref in self._readers and self._known.get(ref) != now.get(ref, 0):
                self._known[ref] = now.get(ref, 0)
                self.changed(ref)
