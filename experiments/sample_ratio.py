"""The sample ratio check: were as many sent in each arm as the weights say?

A mismatch means that something besides chance decided who is in which arm, and then nothing that follows can be
trusted, however clear it looks.
"""

import math
from collections.abc import Sequence

from scipy.stats import chi2, chisquare

from core.value import Value
from experiments.strata import Stratum

MISMATCH = 0.001
"""p-value below which the ratio is called wrong (as Eppo, GrowthBook and Bucketeer do)."""
FEWEST_EXPECTED = 8
"""Emails expected in every arm below which nothing is said (GrowthBook's minimum)."""


class SampleRatio(Value):
    """What was sent against what the weights call for."""

    sent: tuple[int, ...]
    expected: tuple[float, ...]
    p_value: float | None
    """None while too little is sent to say."""
    mismatch: bool
    largest_gap: float | None
    """The largest difference from an arm's expected share, as a share of all that was sent."""


def sample_ratio(strata: Sequence[Stratum]) -> SampleRatio:
    """Return the chi-square check of sent counts against the planned weights, phases added up.

    An arm of weight 0 has no expectation: it adds no degree of freedom, and anything sent in it is a mismatch.
    """
    sent = tuple(map(sum, zip(*(stratum.sent for stratum in strata), strict=True)))
    expected = tuple(map(sum, zip(*(_expected(stratum) for stratum in strata), strict=True)))
    p = 0.0 if any(_astray(stratum) for stratum in strata) else _p_value(strata)
    gap = max(abs(s - e) for s, e in zip(sent, expected, strict=True)) / sum(sent) if sum(sent) else None
    return SampleRatio(
        sent=sent, expected=expected, p_value=p, mismatch=p is not None and p < MISMATCH, largest_gap=gap
    )


def _expected(stratum: Stratum) -> tuple[float, ...]:
    shares = math.fsum(stratum.weights)
    return tuple(sum(stratum.sent) * weight / shares for weight in stratum.weights)


def _astray(stratum: Stratum) -> bool:
    return any(sent and not weight for sent, weight in zip(stratum.sent, stratum.weights, strict=True))


def _p_value(strata: Sequence[Stratum]) -> float | None:
    statistic, freedom = 0.0, 0
    for stratum in strata:
        expected = [_expected(stratum)[arm] for arm in stratum.arms]
        if min(expected) >= FEWEST_EXPECTED:
            statistic += float(chisquare([stratum.sent[arm] for arm in stratum.arms], expected).statistic)
            freedom += len(expected) - 1
    return float(chi2.sf(statistic, freedom)) if freedom else None
