"""The counts that tests look at: sent and replied per variant, apart for every phase of the weights.

Arms are compared within a phase only. Pooling phases would mix two mixtures of weekdays and lists, and a difference
between phases would pass for one between arms (Simpson's paradox).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from experiments.experiment import Experiment
from experiments.tally import Cohort, Counts

Counters = Mapping[Cohort, Counts]
"""Everything that is counted of one experiment."""


@dataclass(frozen=True)
class Stratum:
    """One phase: arms in the experiment's order."""

    weights: tuple[float, ...]
    sent: tuple[int, ...]
    replied: tuple[int, ...]

    @property
    def arms(self) -> tuple[int, ...]:
        """Return the arms that people were assigned to in this phase."""
        return tuple(arm for arm, weight in enumerate(self.weights) if weight > 0)


def strata(experiment: Experiment, counters: Counters, until: date | None = None) -> tuple[Stratum, ...]:
    """Return the phases' counts, of the recipients first written to on a day no later than `until`."""
    return tuple(
        _stratum(experiment, phase, weights, counters, until) for phase, weights in enumerate(experiment.phases)
    )


def planned_day(experiment: Experiment, counters: Counters) -> date | None:
    """Return the day on which the planned size was sent, or None before.

    It depends on what was sent and on nothing that came of it. So the recipients up to that day are the same at every
    later look, and the planned test on them is one test however often it is computed.
    """
    by_day: dict[date, int] = {}
    for cohort, counts in counters.items():
        if cohort.day is not None:
            by_day[cohort.day] = by_day.get(cohort.day, 0) + counts.sent
    total, needed = 0, experiment.plan().total
    for day in sorted(by_day):
        total += by_day[day]
        if total >= needed:
            return day
    return None


def settled_at(day: date, window_days: int) -> datetime:
    """Return when the window of everybody first written to on a day is over."""
    return datetime.combine(day, time(), UTC) + timedelta(days=1 + window_days)


def _stratum(
    experiment: Experiment, phase: int, weights: tuple[float, ...], counters: Counters, until: date | None
) -> Stratum:
    sent, replied = dict.fromkeys(experiment.names, 0), dict.fromkeys(experiment.names, 0)
    for cohort, counts in counters.items():
        in_time = until is None or (cohort.day is not None and cohort.day <= until)
        if cohort.phase == phase and in_time and cohort.variant in sent:
            sent[cohort.variant] += counts.sent
            replied[cohort.variant] += counts.replied
    return Stratum(weights, tuple(sent.values()), tuple(replied.values()))
