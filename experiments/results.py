"""An experiment's results: everything that its counters say at one moment."""

from collections.abc import Callable
from datetime import datetime

from core.value import Value
from experiments.claims import claims
from experiments.experiment import Experiment, Metric
from experiments.guardrails import Guardrail, guardrails
from experiments.lifecycle import State
from experiments.planned_test import PlannedTest, planned_strata, planned_test
from experiments.planning import Plan
from experiments.sample_ratio import SampleRatio, sample_ratio
from experiments.strata import Counters, settled_at, strata
from experiments.tally import Cohort, Counts, total
from experiments.variant_result import VariantResult, variant_results


class Results(Value):
    """The results as of a moment; the cost of computing them depends on the days sent on, not on the emails."""

    as_of: datetime
    state: State
    metric: Metric
    window_days: int
    variants: tuple[VariantResult, ...]
    """In the experiment's order; the first is the control."""
    sample_ratio: SampleRatio
    guardrails: tuple[Guardrail, ...]
    plan: Plan
    planned_test: PlannedTest
    anytime_p_value: float
    """Of "all arms are the same", valid at every look."""
    leader: str | None
    """The arm in use with the most replies per email; null without any reply."""
    winner: str | None
    """The arm that the tests alone call the winner; the recommendation looks at everything else as well."""
    won_early: bool
    """The winner was found while the test ran, by the test that may be looked at at any time."""
    beaten: tuple[str, ...]
    """Arms that the leader has beaten already beyond chance; a weight of 0 spares further recipients."""
    weights: tuple[float, ...]
    """Shares that hold now; an arm of weight 0 is out of use."""

    @property
    def in_use(self) -> tuple[VariantResult, ...]:
        """Return the arms that somebody is still assigned to."""
        return tuple(arm for arm, weight in zip(self.variants, self.weights, strict=True) if weight > 0)


def results(experiment: Experiment, counters: Counters, now: datetime) -> Results:
    """Return the results; `counters` are all the experiment's cohorts, `now` is an aware time."""
    running = strata(experiment, counters)
    planned = planned_strata(experiment, counters, now)
    found = claims(running, planned)
    names = experiment.names
    counts = _by_variant(experiment, counters, lambda cohort: True)
    settled = _by_variant(experiment, counters, lambda cohort: _is_settled(cohort, experiment.window_days, now))
    return Results(
        as_of=now,
        state=experiment.state,
        metric=experiment.metric,
        window_days=experiment.window_days,
        variants=variant_results(names, counts, settled, experiment.baseline_rate),
        sample_ratio=sample_ratio(running),
        guardrails=guardrails(tuple(zip(names, counts, strict=True))),
        plan=experiment.plan(),
        planned_test=planned_test(experiment, counters, planned, found),
        anytime_p_value=found.early_p,
        leader=None if found.leader is None else names[found.leader],
        winner=None if found.winner is None else names[found.winner],
        won_early=found.early_winner is not None,
        beaten=tuple(names[arm] for arm in sorted(found.beaten)),
        weights=experiment.weights,
    )


def _by_variant(experiment: Experiment, counters: Counters, wanted: Callable[[Cohort], bool]) -> tuple[Counts, ...]:
    """Return the counts of the wanted cohorts, in the variants' order."""
    return tuple(
        total(counts for cohort, counts in counters.items() if cohort.variant == name and wanted(cohort))
        for name in experiment.names
    )


def _is_settled(cohort: Cohort, window_days: int, now: datetime) -> bool:
    return cohort.day is not None and settled_at(cohort.day, window_days) <= now
