"""The test for the planned size: done once, on the recipients that the plan names."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from scipy.stats import fisher_exact
from statsmodels.stats.contingency_tables import StratifiedTable
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportions_ztest

from experiments.strata import Stratum

FEWEST_EXPECTED = 5
"""Replies expected in each arm below which the normal approximation is rough and Fisher's exact test decides."""


def p_value(strata: Sequence[Stratum], first: int, second: int) -> float | None:
    """Return the two-sided p-value of "these two arms have the same reply rate"; None where nothing can be said.

    One phase: pooled z-test, Fisher's exact test where replies are few. Several: Cochran-Mantel-Haenszel, which
    compares within phases.
    """
    shared = [stratum for stratum in strata if stratum.sent[first] and stratum.sent[second]]
    tables = [_table(stratum, first, second) for stratum in shared]
    tables = [table for table in tables if table.sum(axis=0).all()]  # without any reply a phase says nothing
    if not tables:
        return 1.0 if shared else None
    return _single(tables[0]) if len(tables) == 1 else _several(tables)


@lru_cache(maxsize=1024)
def holm(p_values: tuple[float, ...]) -> tuple[float, ...]:
    """Return p-values adjusted for being several, by Holm's procedure.

    Kept, since the function collects garbage at every call (statsmodels 0.15), which stops a busy process for a tenth
    of a second; the planned test's values stay the same at every later look.
    """
    return p_values if len(p_values) < 2 else tuple(map(float, multipletests(p_values, method="holm")[1]))


def against_all(strata: Sequence[Stratum], leader: int) -> float | None:
    """Return the p-value of "the leader is ahead of every other arm by chance", Holm-adjusted; None if unknown.

    The largest of the adjusted ones: an arm is the best only if it is ahead of all others.
    """
    others = {arm for stratum in strata for arm in stratum.arms} - {leader}
    found = [_p_ahead(strata, leader, arm) for arm in sorted(others)]
    known = [p for p in found if p is not None]
    return max(holm(tuple(known))) if known and len(known) == len(found) else None


def _p_ahead(strata: Sequence[Stratum], leader: int, other: int) -> float | None:
    """Return the p-value of a lead; 1 where there is none."""
    p = p_value(strata, leader, other)
    return p if p is None or _ahead(strata, leader, other) else 1.0


def _ahead(strata: Sequence[Stratum], first: int, second: int) -> bool:
    """Return whether the first arm's rate is the higher one within phases (Mantel and Haenszel's weights)."""
    excess = 0.0
    for stratum in strata:
        sent, other_sent = stratum.sent[first], stratum.sent[second]
        if sent and other_sent:
            excess += (stratum.replied[first] * other_sent - stratum.replied[second] * sent) / (sent + other_sent)
    return excess > 0


def _table(stratum: Stratum, first: int, second: int) -> np.ndarray:
    """Return arms in rows, replies and their absence in columns."""
    rows = ((stratum.replied[arm], stratum.sent[arm] - stratum.replied[arm]) for arm in (first, second))
    return np.array(list(rows))


def _single(table: np.ndarray) -> float:
    sent, replied = table.sum(axis=1), table[:, 0]
    expected = sent * replied.sum() / sent.sum()
    if min(expected.min(), (sent - expected).min()) < FEWEST_EXPECTED:
        return float(fisher_exact(table).pvalue)
    return float(proportions_ztest(replied, sent)[1])


def _several(tables: list[np.ndarray]) -> float:
    return float(StratifiedTable(tables).test_null_odds(correction=False).pvalue)
