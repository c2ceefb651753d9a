"""Write what runs tell, before anybody is told.

One transaction at a time takes everything that all runs of this process have told meanwhile: a commit to disk costs
the same for one event and for a hundred, and pieces of one text that came between two commits become one event.
"""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from server.events import Event, NodeDelta, event_json
from server.runs.event_log import EventLog, LoggedEvent
from server.runs.site_state import SiteState
from server.store import runs
from server.store.database import Database
from server.store.problems import RunTakenOver, StoreUnavailable
from server.store.rows import Ending, Hold, NewEvent
from server.telemetry.logs import logger_of

log = logger_of(__name__)

FIRST_PAUSE, LONGEST_PAUSE = 0.1, 2.0  # seconds between tries while the database does not answer
MOST_WAITING = 500  # events of one run that may wait for the database before the run waits too


@dataclass(frozen=True)
class Told:
    """An event and the execution of a step that it tells of."""

    event: Event
    task: str | None = None

    def stored(self) -> NewEvent:
        """Return the event as it is stored."""
        return NewEvent(self.event.name, event_json(self.event).decode(), self.task)


@dataclass
class Batch:
    """What one run has told since it was last written."""

    told: list[Told] = field(default_factory=list)
    site: SiteState | None = None
    ending: Ending | None = None
    size: int = 0
    """Events and other news in it, merged ones counted too."""


class Recorder:
    """Takes what one run tells; the run's log gets it when it is written."""

    def __init__(self, hold: Hold, log: EventLog, wake: Callable[["Recorder"], None]) -> None:
        self.hold, self.log = hold, log
        self.lost = asyncio.Event()
        """Set when the hold has ended: another has the run, or it was cancelled."""
        self._wake = wake
        self._batch = Batch()
        self._taken = 0
        self._written = 0
        self._progress = asyncio.Event()

    def append(self, event: Event, task: str | None = None) -> None:
        """Add an event to the run's log."""
        told = self._batch.told
        merged = _merged(told[-1].event, event) if told else None
        if merged:
            told[-1] = replace(told[-1], event=merged)
        else:
            told.append(Told(event, task))
        self._count()

    def note_site(self, site: SiteState) -> None:
        """Keep what the run's site says."""
        self._batch.site = site
        self._count()

    async def end(self, ending: Ending) -> None:
        """Write the run's outcome with its last event; raise RunTakenOver where the hold has ended."""
        self._batch.ending = ending
        self._count()
        await self.flush()

    async def settle(self) -> None:
        """Let readers have what was told; wait for the database only when too much waits for it."""
        if self._taken - self._written > MOST_WAITING:
            await self.flush()
        await asyncio.sleep(0)

    async def flush(self) -> None:
        """Wait until all that was told is written; raise RunTakenOver where the hold has ended."""
        wanted = self._taken
        while self._written < wanted and not self.lost.is_set():
            await self._progress.wait()
        if self.lost.is_set():
            raise RunTakenOver

    def take(self) -> Batch:
        """Return what is to be written."""
        batch, self._batch = self._batch, Batch()
        return batch

    def wrote(self, batch: Batch, last: int | None) -> None:
        """Take note that a batch was written, its last event under this id, or refused (None)."""
        if last is None:
            self.lost.set()
        else:
            stored = [told.stored() for told in batch.told] + ([batch.ending.event] if batch.ending else [])
            first = last - len(stored) + 1
            self.log.add([LoggedEvent(first + at, event.name, event.data.encode()) for at, event in enumerate(stored)])
        self._written += batch.size
        self._progress.set()
        self._progress = asyncio.Event()

    def _count(self) -> None:
        self._batch.size += 1
        self._taken += 1
        self._wake(self)


def _merged(earlier: Event, later: Event) -> NodeDelta | None:
    """Return one event for two pieces of one field's text."""
    if not (isinstance(earlier, NodeDelta) and isinstance(later, NodeDelta)):
        return None
    if earlier.text is None or later.text is None:
        return None
    if (earlier.node, earlier.round, earlier.field) != (later.node, later.round, later.field):
        return None
    return replace(earlier, text=earlier.text + later.text)


class Scribe:
    """Writes what the recorders took."""

    def __init__(
        self,
        database: Database,
        wrote: Callable[[int, float], None] = lambda events, seconds: None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """Take the database, and what is told how many events were written in how many seconds."""
        self._database, self._wrote, self._clock = database, wrote, clock
        self._waiting: dict[Recorder, None] = {}
        self._wanted = asyncio.Event()
        self._idle = asyncio.Event()
        self._idle.set()

    def recorder(self, hold: Hold, log: EventLog) -> Recorder:
        """Return a recorder for a run that this process holds; its log has everything told so far."""
        return Recorder(hold, log, self._wake)

    async def write_for_ever(self) -> None:
        """Write whatever comes, until cancelled; while the database does not answer, try again and again."""
        while True:
            await self._wanted.wait()
            self._wanted.clear()
            batches = [(recorder, recorder.take()) for recorder in self._waiting]
            self._waiting.clear()
            await self._patiently([(recorder, batch) for recorder, batch in batches if batch.size])
            if not self._waiting:
                self._idle.set()

    async def drain(self, seconds: float) -> None:
        """Wait until everything is written, for at most so long."""
        try:
            async with asyncio.timeout(seconds):
                await self._idle.wait()
        except TimeoutError:
            log.warning("events were left unwritten")

    def _wake(self, recorder: Recorder) -> None:
        self._waiting[recorder] = None
        self._idle.clear()
        self._wanted.set()

    async def _patiently(self, batches: list[tuple[Recorder, Batch]]) -> None:
        pause = FIRST_PAUSE
        while batches:
            began = time.perf_counter()
            try:
                last = await self._write(batches)
            except StoreUnavailable as problem:
                log.warning("events wait for the database", reason=problem.detail)
                await asyncio.sleep(pause)
                pause = min(LONGEST_PAUSE, pause * 2)
                continue
            self._wrote(sum(len(batch.told) for _, batch in batches), time.perf_counter() - began)
            for (recorder, batch), id in zip(batches, last, strict=True):
                recorder.wrote(batch, id)
            return

    async def _write(self, batches: list[tuple[Recorder, Batch]]) -> list[int | None]:
        """Write batches in one transaction and return the id of each one's last event, None where it was refused."""
        last: list[int | None] = []
        async with self._database.writing() as connection:
            for recorder, batch in batches:
                now = self._clock()
                id = await runs.append(connection, recorder.hold, [told.stored() for told in batch.told], now)
                if id is not None and batch.site is not None:
                    await runs.note_site(connection, recorder.hold, batch.site.digest, batch.site.fresh_until)
                if id is not None and batch.ending is not None:
                    id = await runs.end(connection, recorder.hold, batch.ending, now)
                last.append(id)
        return last
