"""Take events as callers send them: each is looked at for itself, and one that is wrong does not cost the others."""

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

from pydantic import ValidationError

from core.value import Value
from experiments.authorship import Authorship, authorship
from experiments.event import Event
from server.experiments.catalogue import moment
from server.experiments.recipients import Recipients
from server.experiments.recording import Recording, Sorted, Told
from server.problems import invalid
from server.store.experiments import ExperimentRef

AHEAD = timedelta(hours=1)  # clocks differ by minutes; a day of sending in the future would never be over
FIRST = datetime(2000, 1, 1, tzinfo=UTC)  # before that nobody sent through a platform: it is a mistake in the unit

Outcome = Literal["accepted", "duplicate", "unknown_recipient", "refused"]


class EventOutcome(Value):
    """What became of one event."""

    id: str | None
    """Null where it has none."""
    outcome: Outcome
    by: Literal["human", "machine"] | None = None
    """Who made it, as far as can be told."""
    reason: str
    """Why it was refused, or why it is taken for a person's or a machine's."""


@dataclass(frozen=True)
class Intake:
    """Reads events, has them recorded and says what became of each."""

    recording: Recording
    recipients: Recipients
    clock: Callable[[], float] = time.time

    async def take(self, ref: ExperimentRef, given: Sequence[Any]) -> list[EventOutcome]:
        """Return the outcomes in the order of the events; raise NotFound, and WrongTransition for a draft."""
        read = await asyncio.to_thread(_read, given, moment(self.clock()))
        first: dict[str, Event] = {}
        for one in read:
            if isinstance(one, Event):
                first.setdefault(one.id, one)
        events = list(first.values())
        keys = await self.recipients.keys(ref.id, [event.recipient for event in events])
        done = await self.recording.record(ref, [Told(*pair) for pair in zip(events, keys, strict=True)])
        return await asyncio.to_thread(_outcomes, read, first, done)


def _read(given: Sequence[Any], now: datetime) -> list[Event | EventOutcome]:
    return [_event(one, now) for one in given]


def _event(given: Any, now: datetime) -> Event | EventOutcome:
    """Return the event, or why it is refused."""
    try:
        event = Event.model_validate(given)
    except ValidationError as error:
        fault = invalid(error.errors(include_url=False, include_input=False, include_context=False)).errors[0]
        return EventOutcome(id=_id(given), outcome="refused", reason=f"{fault.pointer or 'The event'}: {fault.detail}")
    if event.at > now + AHEAD:
        return EventOutcome(id=event.id, outcome="refused", reason="/at: It lies in the future.")
    if event.at < FIRST:
        return EventOutcome(id=event.id, outcome="refused", reason="/at: It lies before the year 2000.")
    return event


def _id(given: Any) -> str | None:
    id = given.get("id") if isinstance(given, dict) else None
    return id[:400] if isinstance(id, str) else None


def _outcomes(read: Sequence[Event | EventOutcome], first: dict[str, Event], done: Sorted) -> list[EventOutcome]:
    return [one if isinstance(one, EventOutcome) else _outcome(one, one is first[one.id], done) for one in read]


def _outcome(event: Event, is_first: bool, done: Sorted) -> EventOutcome:
    who: Authorship = authorship(event)
    outcome: Outcome = "duplicate"
    if event.id in done.unknown:
        return EventOutcome(id=event.id, outcome="unknown_recipient", reason="This recipient was never assigned.")
    if is_first and event.id in done.accepted:
        outcome = "accepted"
    return EventOutcome(id=event.id, outcome=outcome, by=who.by, reason=who.reason)
