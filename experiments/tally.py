"""Counters that grow with every event, so that results cost the same at a thousand events and at ten million.

A recipient belongs to one cohort: the variant, the weights' phase and the day of the first email. The counters of all
cohorts together are the sum over all recipients of what their fates count for, and an event changes them by the
difference between the fate after it and the fate before it.
"""

from collections.abc import Iterable
from datetime import UTC, date, timedelta
from typing import NamedTuple

from core.value import Value
from experiments.event import Event
from experiments.fate import Fate


class Cohort(NamedTuple):
    """Recipients who count together."""

    variant: str
    phase: int
    day: date | None
    """UTC day of the first email; None while nothing was sent."""


class Counts(Value):
    """How many recipients of a cohort something happened to; each recipient counts once for each."""

    assigned: int = 0
    sent: int = 0
    delivered: int = 0
    opened: int = 0
    """By a person, as far as can be told."""
    opened_by_machine: int = 0
    """Only by a machine."""
    clicked: int = 0
    clicked_by_machine: int = 0
    """Only by a machine."""
    replied: int = 0
    """In person and within the window: the metric."""
    replied_positively: int = 0
    """As above, and known to be positive."""
    replied_late: int = 0
    """In person, after the window."""
    auto_replied: int = 0
    bounced_hard: int = 0
    bounced_soft: int = 0
    """And never arrived after all."""
    complained: int = 0
    unsubscribed: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        """Return the counts of both together."""
        return Counts.model_construct(**{name: getattr(self, name) + getattr(other, name) for name in COUNTED})

    def __neg__(self) -> "Counts":
        """Return the counts that take these away again."""
        return Counts.model_construct(**{name: -getattr(self, name) for name in COUNTED})

    def __sub__(self, other: "Counts") -> "Counts":
        """Return how these differ from others."""
        return self + -other


COUNTED = tuple(Counts.model_fields)
"""The counters' names, for whoever stores them."""
NOTHING = Counts()


class Delta(NamedTuple):
    """What to add to the counters of one cohort; may be negative."""

    cohort: Cohort
    counts: Counts


class Recorded(NamedTuple):
    """A recipient's new fate, and what it does to the counters; both belong into one transaction."""

    fate: Fate
    deltas: tuple[Delta, ...]


def assigned(variant: str, phase: int) -> Recorded:
    """Return the fate of a recipient just assigned, and the counter to add."""
    fate = Fate(variant=variant, phase=phase)
    return Recorded(fate, (Delta(cohort(fate), Counts(assigned=1)),))


def recorded(fate: Fate, event: Event, window_days: int) -> Recorded:
    """Return the fate after an event and the changes of the counters; none where the event says nothing new.

    Events may come in any order and more than once: the counters end the same.
    """
    after = fate.after(event)
    return Recorded(after, changes(fate, after, window_days))


def changes(before: Fate, after: Fate, window_days: int) -> tuple[Delta, ...]:
    """Return what the step from one fate to another does to the counters."""
    old, new = counts_of(before, window_days), counts_of(after, window_days)
    left, joined = cohort(before), cohort(after)
    if left == joined:
        return (Delta(joined, new - old),) if new != old else ()
    return (Delta(left, -old), Delta(joined, new))


def cohort(fate: Fate) -> Cohort:
    """Return whom a recipient counts with."""
    sent_at = fate.sent_at
    return Cohort(fate.variant, fate.phase, sent_at.astimezone(UTC).date() if sent_at else None)


def counts_of(fate: Fate, window_days: int) -> Counts:
    """Return what one recipient counts for."""
    if fate.sent_at is None:
        return Counts(assigned=1)
    last = fate.sent_at + timedelta(days=window_days)
    replied = fate.replied_at is not None and fate.replied_at <= last
    positive = fate.replied_positively_at is not None and fate.replied_positively_at <= last
    return Counts.model_construct(
        assigned=1,
        sent=1,
        delivered=int(fate.reached),
        opened=int(fate.opened),
        opened_by_machine=int(fate.opened_by_machine and not fate.opened),
        clicked=int(fate.clicked),
        clicked_by_machine=int(bool(fate.clicks) and not fate.clicked),
        replied=int(replied),
        replied_positively=int(positive),
        replied_late=int(fate.replied_at is not None and not replied),
        auto_replied=int(fate.auto_replied),
        bounced_hard=int(fate.bounced),
        bounced_soft=int(fate.soft_bounce and not fate.reached and not fate.hard_bounce),
        complained=int(fate.complained),
        unsubscribed=int(fate.unsubscribed),
    )


def total(counts: Iterable[Counts]) -> Counts:
    """Return the counts of several cohorts together."""
    several = tuple(counts)
    return Counts.model_construct(**{name: sum(getattr(each, name) for each in several) for name in COUNTED})
