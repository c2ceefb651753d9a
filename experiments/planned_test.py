"""How far the planned test is, and what it said once everybody's window was over."""

from collections.abc import Sequence
from datetime import date, datetime

from core.value import Value
from experiments.claims import Claims
from experiments.experiment import Experiment
from experiments.posterior import posterior, uplift_interval
from experiments.strata import Counters, Stratum, planned_day, settled_at, strata


class PlannedArm(Value):
    """One arm of the planned test."""

    name: str
    sent: int
    replied: int


class PlannedTest(Value):
    """The test at the planned size."""

    size: int
    """Emails in all."""
    sent: int
    reached_on: date | None
    """UTC day on which the size was sent; the test is on everybody first written to until then."""
    settled_at: datetime | None
    """When their windows are over and the test is done."""
    arms: tuple[PlannedArm, ...]
    """What the test is on; empty before."""
    p_value: float | None
    """Two-sided, of the leader against every other arm, Holm-adjusted; null before."""
    within_minimum: bool | None
    """Whether the leader's uplift over every other arm is surely smaller than the minimum uplift; null before."""


def planned_strata(experiment: Experiment, counters: Counters, now: datetime) -> tuple[Stratum, ...] | None:
    """Return the counts that the planned test is on, or None until their windows are over."""
    day = planned_day(experiment, counters)
    if day is None or settled_at(day, experiment.window_days) > now:
        return None
    return strata(experiment, counters, day)


def planned_test(
    experiment: Experiment, counters: Counters, planned: Sequence[Stratum] | None, found: Claims
) -> PlannedTest:
    """Return the planned test's state."""
    day = planned_day(experiment, counters)
    return PlannedTest(
        size=experiment.plan().total,
        sent=sum(counts.sent for counts in counters.values()),
        reached_on=day,
        settled_at=settled_at(day, experiment.window_days) if day else None,
        arms=_arms(experiment, planned) if planned else (),
        p_value=found.planned_p,
        within_minimum=is_within(planned, experiment.baseline_rate, experiment.minimum_uplift) if planned else None,
    )


def _arms(experiment: Experiment, planned: Sequence[Stratum]) -> tuple[PlannedArm, ...]:
    return tuple(
        PlannedArm(
            name=name,
            sent=sum(stratum.sent[arm] for stratum in planned),
            replied=sum(stratum.replied[arm] for stratum in planned),
        )
        for arm, name in enumerate(experiment.names)
    )


def is_within(planned: Sequence[Stratum], baseline: float, minimum_uplift: float) -> bool:
    """Return whether the 95 % interval of the best arm's uplift over every other lies within the minimum uplift.

    Within means either way: a doubling as minimum allows a half as well. Where the true uplift is the minimum, this is
    said by mistake in about 3 % of tests (our simulation; the interval's upper tail is 2.5 %). Without a reply in some
    arm nothing is sure.
    """
    sent = [sum(stratum.sent[arm] for stratum in planned) for arm in planned[-1].arms]
    replied = [sum(stratum.replied[arm] for stratum in planned) for arm in planned[-1].arms]
    if not (all(sent) and all(replied)):
        return False
    arms = [posterior(count, size, baseline) for count, size in zip(replied, sent, strict=True)]
    best = max(arms, key=lambda arm: arm.mean)
    return all(
        1 / (1 + minimum_uplift) - 1 < low and high < minimum_uplift
        for low, high in (uplift_interval(best, arm) for arm in arms if arm is not best)
    )
