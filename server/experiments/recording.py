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
from server.store.experiments import ExperimentRef

AT_ONCE = 1000  # events in one transaction, some 150 ms: others can write in between


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
class Applied:
    """What events did: other fates, and what to add to the counters."""

    events: list[StoredEvent]
    fates: dict[str, str]
    sums: experiment_counters.Sums


@dataclass(frozen=True)
class Recording:
    """Takes down what happened to emails."""

    database: Database
    live: Live
    clock: Callable[[], float]

    async def record(self, ref: ExperimentRef, told: Sequence[Told]) -> Sorted:
        """Take down events of an experiment and tell which of them are new; raise NotFound, and WrongTransition for a
        draft. A call that was cut off can be repeated."""
        accepted: set[str] = set()
        unknown: set[str] = set()
        for part in _parts(told):
            async with self.database.writing() as connection:
                sorted_part = await self.record_in(connection, ref, part)
            accepted |= sorted_part.accepted
            unknown |= sorted_part.unknown
            if sorted_part.accepted:
                self.live.changed(ref)
        return Sorted(frozenset(accepted), frozenset(unknown))

    async def record_in(self, connection: Connection, ref: ExperimentRef, told: Sequence[Told]) -> Sorted:
        """Take down events, each id once, in a transaction that is given."""
        experiment = experiment_of(found(await stored.find(connection, ref, locked=True)))
        check_counts(experiment.state)
        known = await experiment_events.known(connection, ref, [one.event.id for one in told])
        fates = await experiment_assignments.fates(connection, ref, sorted({one.recipient_key for one in told}))
        new = [one for one in told if one.event.id not in known and one.recipient_key in fates]
        applied = await asyncio.to_thread(_apply, new, fates, experiment.window_days, self.clock())
        await experiment_events.insert(connection, ref, applied.events)
        await experiment_assignments.change_fates(connection, ref, applied.fates)
        if await experiment_counters.add(connection, ref, applied.sums):
            await stored.counted(connection, ref)
        unknown = (one.event.id for one in told if one.recipient_key not in fates and one.event.id not in known)
        return Sorted(frozenset(one.event.id for one in new), frozenset(unknown))


def _apply(told: Iterable[Told], fates: dict[str, str], window_days: int, now: float) -> Applied:
    """Return what events do to fates; some 100 µs each, so this is for a thread."""
    read: dict[str, Fate] = {}
    changed: dict[str, Fate] = {}
    events: list[StoredEvent] = []
    deltas: list[Delta] = []
    for one in told:
        key = one.recipient_key
        before = read.get(key) or Fate.model_validate_json(fates[key])
        after = recorded(before, one.event, window_days)
        read[key] = after.fate
        if after.fate != before:
            changed[key] = after.fate
        deltas += after.deltas
        events.append(_kept(one, now))
    fates = {key: fate.model_dump_json(exclude_defaults=True) for key, fate in changed.items()}
    return Applied(events, fates, experiment_counters.summed(deltas))


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
