"""The picture's points add up what was sent day by day, over all phases."""

from datetime import date

from experiments.experiment import Experiment
from experiments.series import series
from experiments.tally import Cohort, Counts
from experiments.variant import Variant

ARMS = tuple(Variant(name=name, subject_line=name) for name in "AB")
EXPERIMENT = Experiment(id="e", name="x", variants=ARMS, phases=((0.5, 0.5), (0.9, 0.1)))
FIRST, SECOND = date(2026, 3, 2), date(2026, 3, 4)


def test_days_add_up() -> None:
    points = series(
        EXPERIMENT,
        {
            Cohort("A", 0, None): Counts(assigned=7),
            Cohort("A", 0, FIRST): Counts(assigned=10, sent=10, replied=1),
            Cohort("B", 1, SECOND): Counts(assigned=20, sent=20, replied=1),
            Cohort("A", 1, SECOND): Counts(assigned=10, sent=10, replied=2),
        },
    )
    assert [(point.at, point.sent, point.replied) for point in points] == [
        (FIRST, (10, 0), (1, 0)),
        (SECOND, (20, 20), (3, 1)),
    ]
    assert [point.rates for point in points] == [(0.1, None), (0.15, 0.05)]


def test_before_anything_is_sent_there_is_no_point() -> None:
    assert series(EXPERIMENT, {Cohort("A", 0, None): Counts(assigned=7)}) == ()
    assert series(EXPERIMENT, {}) == ()
