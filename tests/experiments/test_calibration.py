"""Simulated tests through the rule itself: claims are as rarely false and as often right as is promised."""

import gc
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from evals.calibration.measure import Figures, figures, measure, run
from evals.calibration.report import broken, documented, table
from evals.calibration.scenario import SCENARIOS, Scenario
from evals.calibration.streams import looks
from experiments.experiment import Experiment, NewExperiment, experiment_from
from experiments.recommendation import recommend
from experiments.results import Results, results
from experiments.strata import Stratum
from experiments.tally import Cohort, Counts

RUNS = 150
"""Enough to see a rule that is wrong twice as often as it says; `python -m evals.calibration` measures properly."""
EQUAL = Scenario("equal", (0.0343, 0.0343), 0.0343, 1.0)
DOUBLE = Scenario("twice as many", (0.0343, 0.0686), 0.0343, 1.0)
START = date(2026, 1, 1)


@pytest.fixture(scope="module")
def _quick() -> Iterator[None]:
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("_quick")
@pytest.mark.parametrize("scenario", [EQUAL, DOUBLE], ids=lambda scenario: scenario.name)
def test_thirty_looks_keep_the_promise(scenario: Scenario) -> None:
    assert broken([measure(scenario, RUNS)]) == []


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("scenario", [EQUAL, DOUBLE], ids=lambda scenario: scenario.name)
def test_the_simulation_says_what_the_whole_product_says(scenario: Scenario, seed: int) -> None:
    experiment = experiment_from(
        NewExperiment.model_validate(
            {"name": "x", "variants": [{"name": name, "subject_line": name} for name in "AB"], "window_days": 1}
        ),
        "exp-1",
    ).start()
    expected = run(scenario, seed)
    verdicts = [recommend(told) for told in day_by_day(experiment, scenario, seed)]
    named = [told.variant for told in verdicts if told.verdict.startswith("winner")]
    assert (named[0] if named else None) == (None if expected.named is None else "AB"[expected.named])
    assert (verdicts[-1].verdict == "no_practical_difference") is (expected.no_difference and not named)


def day_by_day(experiment: Experiment, scenario: Scenario, seed: int) -> Iterator[Results]:
    """Yield the results on every day of one simulated test, and once more when all windows are over."""
    counters: dict[Cohort, Counts] = {}
    before = Stratum(scenario.weights, (0, 0), (0, 0))
    day = START
    for number, seen in enumerate(looks(scenario, seed)):
        day = START + timedelta(days=number)
        for arm, name in enumerate("AB"):
            sent, replied = seen.sent[arm] - before.sent[arm], seen.replied[arm] - before.replied[arm]
            counters[Cohort(name, 0, day)] = Counts(assigned=sent, sent=sent, replied=replied)
        before = seen
        yield results(experiment, counters, datetime(day.year, day.month, day.day, 23, tzinfo=UTC))
    yield results(experiment, counters, datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(days=3))


def made(false: float, power: float | None) -> Figures:
    one = figures(EQUAL, [run(EQUAL, 1)])
    return replace(one, runs=3000, false_claims=false, power=power, single_look_power=0.8)


@pytest.mark.parametrize(
    ("false", "power", "faults"), [(0.05, 0.78, 0), (0.07, 0.78, 1), (0.04, 0.7, 1), (0.07, 0.7, 2)]
)
def test_a_broken_promise_is_named(false: float, power: float, faults: int) -> None:
    assert len(broken([made(false, power)])) == faults


def test_the_table_goes_between_its_marks() -> None:
    text = documented("before <!-- calibration -->old<!-- /calibration --> after", [made(0.04, None)], 0.012)
    assert text.startswith("before <!-- calibration -->\n3,000 simulated")
    assert text.endswith("<!-- /calibration --> after")
    assert "old" not in text
    assert table([made(0.04, None)]).count("\n") == 2


def test_every_scenario_ends_at_its_planned_size() -> None:
    for scenario in SCENARIOS:
        assert scenario.plan.total <= scenario.per_look * scenario.looks < scenario.plan.total + 31
