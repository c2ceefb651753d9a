"""The logs of runs for whoever reads them, wherever the run is: told by this process, or read from the database."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from server.runs.event_log import EventLog, LoggedEvent
from server.store import runs
from server.store.database import Database
from server.store.problems import StoreUnavailable
from server.store.rows import RunRef, StoredEvent

POLL_SECONDS = 0.1  # readers elsewhere are so far behind at most; one query serves all runs that are read here
PAUSE_SECONDS = 1.0  # after the database did not answer


@dataclass
class Feed:
    """One run's log in this process."""

    log: EventLog = field(default_factory=EventLog)
    local: bool = False
    """This process holds the run and fills the log."""
    readers: int = 0


class Reading:
    """A reader's share in a log; whoever has it closes it."""

    def __init__(self, feeds: "Feeds", ref: RunRef, feed: Feed) -> None:
        self.log = feed.log
        self._feeds, self._ref, self._feed = feeds, ref, feed
        self._open = True
        feed.readers += 1

    def close(self) -> None:
        """Read no further; closing twice does nothing more."""
        if self._open:
            self._open = False
            self._feed.readers -= 1
            self._feeds.tidy(self._ref)


class Feeds:
    """All logs that are filled or read in this process."""

    def __init__(self, database: Database, poll_seconds: float = POLL_SECONDS) -> None:
        self._database, self._poll_seconds = database, poll_seconds
        self._feeds: dict[RunRef, Feed] = {}
        self._read = asyncio.Event()

    async def open(self, ref: RunRef) -> Reading:
        """Return a share in a run's log, with all that was told so far."""
        feed = self._feeds.setdefault(ref, Feed())
        reading = Reading(self, ref, feed)
        try:
            if not feed.local:
                await self._catch_up(ref, feed)
        except BaseException:
            reading.close()
            raise
        self._read.set()
        return reading

    @asynccontextmanager
    async def fill(self, ref: RunRef) -> AsyncIterator[tuple[EventLog, list[StoredEvent]]]:
        """Give a run's log to the process that has claimed it, with what was told before."""
        feed = self._feeds.setdefault(ref, Feed())
        feed.local = True
        try:
            async with self._database.reading() as connection:
                told = await runs.events_after(connection, ref, 0)
            feed.log.add(_logged(told))
            yield feed.log, told
        finally:
            feed.local = False
            self._read.set()
            self.tidy(ref)

    def tidy(self, ref: RunRef) -> None:
        """Forget a log that nobody fills and nobody reads."""
        feed = self._feeds.get(ref)
        if feed and not feed.local and not feed.readers:
            del self._feeds[ref]

    async def poll_for_ever(self) -> None:
        """Bring the logs that other processes fill, until cancelled."""
        while True:
            open_feeds = {
                ref: feed for ref, feed in self._feeds.items() if feed.readers and not (feed.local or feed.log.closed)
            }
            if not open_feeds:
                await self._read.wait()
                self._read.clear()
                continue
            try:
                await self._bring(open_feeds)
                await asyncio.sleep(self._poll_seconds)
            except StoreUnavailable:
                await asyncio.sleep(PAUSE_SECONDS)

    def stop(self) -> None:
        """Let every reader go."""
        for feed in self._feeds.values():
            feed.log.stop()

    async def _bring(self, feeds: dict[RunRef, Feed]) -> None:
        async with self._database.reading() as connection:
            last = await runs.last_events(connection, feeds)
        for ref, feed in feeds.items():
            if ref not in last:
                feed.log.stop()  # deleted meanwhile
            elif last[ref] > feed.log.last:
                await self._catch_up(ref, feed)

    async def _catch_up(self, ref: RunRef, feed: Feed) -> None:
        async with self._database.reading() as connection:
            told = await runs.events_after(connection, ref, feed.log.last)
        feed.log.add(_logged(told))


def _logged(told: list[StoredEvent]) -> list[LoggedEvent]:
    return [LoggedEvent(event.id, event.name, event.data.encode()) for event in told]
