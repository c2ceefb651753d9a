"""Record events: each counts once, whenever and however often it comes."""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from experiments.authorship import authorship
from experiments.event import Event
from experiments.fate import Fate
from experiments.lifecycle import check_counts
from experiments.tally import Delta, recorded
from server.experiments.catalogue import experiment_of, found
from server.experiments.live import Live
from server.store import experiment_assignments, experiment_counters, experiment_events
from server.store import experiments as stored
from server.store.database import Connection, Database
from server.store.experiment_events import StoredEvent
from server.store.experiments import ExperimentRef, StoredExperiment

AT_ONCE = 1000  # events in one transaction: others can write in between


@dataclass(frozen=True, slots=True)
class Told:
    """An event and the name of the recipient whom it concerns."""

    event: Event
    recipient_key: str


@dataclass(frozen=True)
class Sorted:
    """Events by what is to become of them, as their ids."""

    accepted: frozenset[str]
    unknown: frozenset[str]
    """Of recipients who were not assigned."""


@dataclass(frozen=True)
class Loaded:
    """What is known when events come."""

    revision: int
    """Of the experiment; while it stays, so does all the rest."""
    window_days: int
    events: set[str]
    """Ids that were taken down before."""
    fates: dict[str, str]
    """JSON, by recipient."""


@dataclass(frozen=True)
class Applied:
    """What events did: other fates, and what to add to the counters."""

    sorted: Sorted
    events: list[StoredEvent]
    fates: dict[str, str]
    sums: experiment_counters.Sums


@dataclass(frozen=True)
class Recording:
    """Takes down what happened to emails.

    The work is done outside of any transaction, and done again within one only if the experiment has changed meanwhile:
    so nobody else waits for it, on SQLite least of all.
    """

    database: Database
    live: Live
    clock: Callable[[], float]

    async def record(self, ref: ExperimentRef, told: Sequence[Told]) -> Sorted:
        """Take down events of an experiment and tell which of them are new; raise NotFound, and WrongTransition for a
        draft. A call that was cut off can be repeated."""
        accepted: set[str] = set()
        unknown: set[str] = set()
        for part in _parts(told):
            sorted_part = await self._record(ref, part)
            accepted |= sorted_part.accepted
            unknown |= sorted_part.unknown
            if sorted_part.accepted:
                self.live.changed(ref)
        return Sorted(frozenset(accepted), frozenset(unknown))

    async def record_in(self, connection: Connection, ref: ExperimentRef, told: Sequence[Told]) -> None:
        """Take down events, each id once, in a transaction that is given."""
        row = found(await stored.find(connection, ref, locked=True))
        await _write(connection, ref, await self._applied(await _load(connection, row, told), told))

    async def _record(self, ref: ExperimentRef, told: Sequence[Told]) -> Sorted:
        async with self.database.reading() as connection:
            loaded = await _load(connection, found(await stored.find(connection, ref)), told)
        applied = await self._applied(loaded, told)
        if applied.events:
            async with self.database.writing() as connection:
                row = found(await stored.find(connection, ref, locked=True))
                if row.revision != loaded.revision:
                    applied = await self._applied(await _load(connection, row, told), told)
                await _write(connection, ref, applied)
        return applied.sorted

    async def _applied(self, loaded: Loaded, told: Sequence[Told]) -> Applied:
        return await asyncio.to_thread(_apply, told, loaded, self.clock())


async def _load(connection: Connection, row: StoredExperiment, told: Sequence[Told]) -> Loaded:
    """Return what is known; the revision is older than the rest or of the same moment, never newer."""
    experiment = experiment_of(row)
    check_counts(experiment.state)
    known = await experiment_events.known(connection, row.ref, [one.event.id for one in told])
    fates = await experiment_assignments.fates(connection, row.ref, sorted({one.recipient_key for one in told}))
    return Loaded(row.revision, experiment.window_days, known, fates)


async def _write(connection: Connection, ref: ExperimentRef, applied: Applied) -> None:
    """Write what events did; the experiment is locked."""
    if applied.events:
        await experiment_events.insert(connection, ref, applied.events)
        await experiment_assignments.change_fates(connection, ref, applied.fates)
        await experiment_counters.add(connection, ref, applied.sums)
        await stored.counted(connection, ref)


def _apply(told: Sequence[Told], loaded: Loaded, now: float) -> Applied:
    """Return what events do to fates; some 100 µs each, so this is for a thread."""
    read: dict[str, Fate] = {}
    changed: dict[str, Fate] = {}
    deltas: list[Delta] = []
    new = [one for one in told if one.event.id not in loaded.events and one.recipient_key in loaded.fates]
    for one in new:
        key = one.recipient_key
        before = read.get(key) or Fate.model_validate_json(loaded.fates[key])
        after = recorded(before, one.event, loaded.window_days)
        read[key] = after.fate
        if after.fate != before:
            changed[key] = after.fate
        deltas += after.deltas
    fates = {key: fate.model_dump_json(exclude_defaults=True) for key, fate in changed.items()}
    return Applied(
        _sorted(told, new, loaded), [_kept(one, now) for one in new], fates, experiment_counters.summed(deltas)
    )


def _sorted(told: Sequence[Told], new: Sequence[Told], loaded: Loaded) -> Sorted:
    strangers = (one for one in told if one.recipient_key not in loaded.fates)
    unknown = frozenset(one.event.id for one in strangers if one.event.id not in loaded.events)
    return Sorted(frozenset(one.event.id for one in new), unknown)


def _kept(told: Told, now: float) -> StoredEvent:
    event, who = told.event, authorship(told.event)
    return StoredEvent(
        id=event.id,
        recipient_key=told.recipient_key,
        type=event.type,
        at=event.at.timestamp(),
        received_at=now,
        by=who.by,
        because=who.reason,
        sentiment=event.sentiment,
        bounce=event.bounce,
    )


def _parts(told: Sequence[Told]) -> Iterable[Sequence[Told]]:
    return (told[start : start + AT_ONCE] for start in range(0, len(told), AT_ONCE))
