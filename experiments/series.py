"""How the reply rates came about, day by day, for a picture; it decides nothing."""

from datetime import date
from itertools import accumulate

from core.value import Value
from experiments.experiment import Experiment
from experiments.strata import Counters


class Point(Value):
    """Everybody first written to up to and including one day; the arms in the experiment's order."""

    at: date
    sent: tuple[int, ...]
    replied: tuple[int, ...]
    rates: tuple[float | None, ...]
    """Replies per email sent; null for an arm with nothing sent yet."""


def series(experiment: Experiment, counters: Counters) -> tuple[Point, ...]:
    """Return a point for every day on which emails were sent; the last ones still grow while windows are open."""
    days = sorted({cohort.day for cohort, counts in counters.items() if cohort.day and counts.sent})
    place = {day: number for number, day in enumerate(days)}
    sent = {name: [0] * len(days) for name in experiment.names}
    replied = {name: [0] * len(days) for name in experiment.names}
    for cohort, counts in counters.items():
        if cohort.day in place and cohort.variant in sent:
            sent[cohort.variant][place[cohort.day]] += counts.sent
            replied[cohort.variant][place[cohort.day]] += counts.replied
    so_far = zip(days, _added_up(sent, experiment.names), _added_up(replied, experiment.names), strict=True)
    return tuple(_point(day, emails, replies) for day, emails, replies in so_far)


def _added_up(by_arm: dict[str, list[int]], names: tuple[str, ...]) -> list[tuple[int, ...]]:
    """Return for every day what was counted up to it, by arm."""
    return list(zip(*(accumulate(by_arm[name]) for name in names), strict=True))


def _point(day: date, sent: tuple[int, ...], replied: tuple[int, ...]) -> Point:
    rates = tuple(r / s if s else None for r, s in zip(replied, sent, strict=True))
    return Point(at=day, sent=sent, replied=replied, rates=rates)
