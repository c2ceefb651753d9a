"""How often the rule claims falsely, and how often it finds what is there, looked at after every batch."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from evals.calibration.scenario import Scenario
from evals.calibration.streams import looks
from experiments.claims import claims, leader
from experiments.fixed_test import against_all
from experiments.planned_test import is_within
from experiments.sample_ratio import sample_ratio
from experiments.strata import Stratum

SINGLE_LOOK = 0.05
"""Significance of the test that the rule is compared with: nobody looks before its end."""


@dataclass(frozen=True)
class Run:
    """One simulated test."""

    named: int | None
    """The arm named as the winner first, at whatever look."""
    early: bool
    sent: int
    """Emails sent when the test ended: at the claim, or at the planned size."""
    single_look: int | None
    """The arm that one test at the end names."""
    peeked: int | None
    """The arm that testing at 5 % after every batch names first."""
    no_difference: bool


@dataclass(frozen=True)
class Figures:
    """Shares of the simulated tests of one scenario."""

    scenario: Scenario
    runs: int
    false_claims: float
    """Tests that named an arm which is not the best."""
    power: float | None
    """Tests that named the best arm; None where no arm is."""
    early: float
    mean_sent: float
    """As a share of the planned size."""
    single_look_false: float
    single_look_power: float | None
    peeking_false: float
    no_difference: float


def measure(scenario: Scenario, runs: int) -> Figures:
    """Return the figures of so many simulated tests."""
    return figures(scenario, [run(scenario, seed) for seed in range(runs)])


def run(scenario: Scenario, seed: int) -> Run:
    """Return what comes of one test: after every batch the rule is asked, at the end with the planned test."""
    seen = list(looks(scenario, seed))
    final = (seen[-1],)
    named, early, sent = _first_claim(seen)
    return Run(
        named=named,
        early=early,
        sent=sent,
        single_look=_leader_if(final, SINGLE_LOOK),
        peeked=next((arm for arm in map(_peek, seen) if arm is not None), None),
        no_difference=named is None and is_within(final, scenario.baseline, scenario.uplift),
    )


def ratio_alarms(scenario: Scenario, runs: int) -> float:
    """Return how many sound tests fail the sample ratio check at some look; replies do not matter for that."""
    tests = (looks(scenario, seed) for seed in range(runs))
    return sum(any(sample_ratio((stratum,)).mismatch for stratum in seen) for seen in tests) / runs


def figures(scenario: Scenario, runs: Sequence[Run]) -> Figures:
    """Return the shares of several tests."""
    best = scenario.best
    share = partial(_share, runs)
    return Figures(
        scenario=scenario,
        runs=len(runs),
        false_claims=share(lambda run: run.named not in (None, best)),
        power=None if best is None else share(lambda run: run.named == best),
        early=share(lambda run: run.early),
        mean_sent=sum(run.sent for run in runs) / len(runs) / (scenario.per_look * scenario.looks),
        single_look_false=share(lambda run: run.single_look not in (None, best)),
        single_look_power=None if best is None else share(lambda run: run.single_look == best),
        peeking_false=share(lambda run: run.peeked not in (None, best)),
        no_difference=share(lambda run: run.no_difference),
    )


def _share(runs: Sequence[Run], holds: Callable[[Run], bool]) -> float:
    return sum(map(holds, runs)) / len(runs)


def _first_claim(seen: Sequence[Stratum]) -> tuple[int | None, bool, int]:
    """Return the arm named first, whether before the end, and the emails sent until then."""
    for stratum in seen[:-1]:
        winner = claims((stratum,), None).winner
        if winner is not None:
            return winner, True, sum(stratum.sent)
    return claims((seen[-1],), (seen[-1],)).winner, False, sum(seen[-1].sent)


def _peek(stratum: Stratum) -> int | None:
    return _leader_if((stratum,), SINGLE_LOOK)


def _leader_if(strata: Sequence[Stratum], significance: float) -> int | None:
    first = leader(strata)
    p = None if first is None else against_all(strata, first)
    return first if p is not None and p <= significance else None
