"""The hybrid rule: what may be claimed of an experiment, and how often such a claim is wrong.

While it runs, a winner is claimed on the anytime-valid e-value at 0.01, however often anybody looks. At the planned
size one fixed test at 0.04 is added. Together at most 0.05 of tests of equal arms end in a claim, and nearly no power
is lost against a test that nobody looks at before its end (Eppo calls this "sequential hybrid").
"""

from collections.abc import Sequence
from typing import NamedTuple

from experiments.e_value import anytime_p, beats_all, log_e_value, pairs_beaten
from experiments.fixed_test import against_all
from experiments.strata import Stratum

EARLY = 0.01
"""Of the e-value, at all looks together."""
PLANNED = 0.04
"""Of the test at the planned size."""
FALSE_CLAIMS = EARLY + PLANNED
FEWEST_SENT = 100
"""Emails per arm before anything is said; our own choice, PostHog asks for 100 exposures."""
FEWEST_REPLIES = 10
"""Replies in all before anything is said; our own choice, PostHog asks for 5 per arm."""


class Claims(NamedTuple):
    """What the tests say, by the arms' numbers."""

    leader: int | None
    """The arm in use with the highest reply rate; None without any reply."""
    early_p: float
    """Of "all arms are the same", valid at any time."""
    early_winner: int | None
    beaten: frozenset[int]
    """Arms that the leader has beaten already, whoever wins: they may be given a weight of 0."""
    planned_p: float | None
    """Of "the leader is no better than some other arm", Holm-adjusted; None before the planned size."""
    planned_winner: int | None

    @property
    def winner(self) -> int | None:
        """Return the arm that may be called the winner, or None."""
        return self.early_winner if self.early_winner is not None else self.planned_winner


def claims(running: Sequence[Stratum], planned: Sequence[Stratum] | None) -> Claims:
    """Return what may be claimed of everything so far, and of the planned recipients once their windows are over."""
    first = leader(running)
    early_p = anytime_p(log_e_value(running, _arms(running)))
    early = first if first is not None and enough(running) and beats_all(running, first, EARLY) else None
    beaten = pairs_beaten(running, first, EARLY) if first is not None and enough(running) else frozenset()
    planned_p, planned_winner = _planned(planned)
    return Claims(first, early_p, early, beaten, planned_p, planned_winner)


def leader(strata: Sequence[Stratum]) -> int | None:
    """Return the arm with the highest reply rate among those in use now; the first of equals."""
    rates = {arm: _rate(strata, arm) for arm in strata[-1].arms}
    best = max(rates, key=lambda arm: rates[arm])
    return best if rates[best] > 0 else None


def enough(strata: Sequence[Stratum]) -> bool:
    """Return whether there is enough to say anything at all."""
    sent = [sum(stratum.sent[arm] for stratum in strata) for arm in strata[-1].arms]
    return min(sent) >= FEWEST_SENT and sum(sum(stratum.replied) for stratum in strata) >= FEWEST_REPLIES


def _planned(strata: Sequence[Stratum] | None) -> tuple[float | None, int | None]:
    first = leader(strata) if strata else None
    if strata is None or first is None:
        return None, None
    p = against_all(strata, first)
    return p, first if p is not None and p <= PLANNED else None


def _rate(strata: Sequence[Stratum], arm: int) -> float:
    sent = sum(stratum.sent[arm] for stratum in strata)
    return sum(stratum.replied[arm] for stratum in strata) / sent if sent else 0.0


def _arms(strata: Sequence[Stratum]) -> frozenset[int]:
    return frozenset(arm for stratum in strata for arm in stratum.arms)
