"""Plan a test of reply rates: how many emails it takes, and what a list of a given size can show.

The formula is the two-sided z-test of two independent proportions with the pooled variance under the null hypothesis,
as `samplesize_proportions_2indep_onetail` of statsmodels computes it; R's `power.prop.test` gives the same numbers.
"""

import math
from functools import cache
from typing import NamedTuple

SIGNIFICANCE = 0.05
"""Two-sided; the custom of the field."""
POWER = 0.8
"""Chance to see the uplift if it is there; the custom of the field."""
REPLY_RATE = 0.0343
"""Replies per email sent: mean of Instantly's benchmark 2026, second hand (getgangly.com)."""
OTHER_REPLY_RATE = 0.058
"""The same figure at Belkins, second hand: benchmarks disagree by a factor of 1.7."""
LARGEST_UPLIFT = 9.0
"""Ten times the baseline: nobody plans for more."""


class Reach(NamedTuple):
    """The smallest uplift that a list can show."""

    recipients: int
    """In all, split evenly over the variants."""
    uplift: float | None
    """Relative; None where not even ten times the baseline would show."""


@cache
def sample_size(
    uplift: float,
    baseline: float = REPLY_RATE,
    *,
    variants: int = 2,
    significance: float = SIGNIFICANCE,
    power: float = POWER,
) -> int:
    """Return how many emails each variant needs to show a relative uplift over a baseline rate.

    With more than two variants each is compared with the first one, and the significance is divided by the number of
    comparisons (Bonferroni; Holm's procedure in the analysis needs no more than that).
    """
    # Here, since this import takes a second, and a process that only serves stored packs never needs it.
    from statsmodels.stats.proportion import samplesize_proportions_2indep_onetail

    _check(baseline * (1 + uplift), baseline)
    needed = samplesize_proportions_2indep_onetail(
        baseline * uplift, baseline, power, alpha=significance / (variants - 1), alternative="two-sided"
    )
    return math.ceil(float(needed))


@cache
def detectable_uplift(recipients: int, baseline: float = REPLY_RATE, *, variants: int = 2) -> float | None:
    """Return the smallest relative uplift, in steps of 0.01, that a list of this size can show, split evenly.

    None where not even ten times the baseline would show. The power and significance are those of `sample_size`.
    """
    each = recipients // variants
    highest = min(LARGEST_UPLIFT, 0.99 / baseline - 1)
    least, most = 1, math.floor(highest * 100)
    if sample_size(most / 100, baseline, variants=variants) > each:
        return None
    while least < most:  # the needed size falls as the uplift grows, so halving finds the edge
        middle = (least + most) // 2
        if sample_size(middle / 100, baseline, variants=variants) <= each:
            most = middle
        else:
            least = middle + 1
    return least / 100


@cache
def reach(sizes: tuple[int, ...], baseline: float = REPLY_RATE, *, variants: int = 2) -> tuple[Reach, ...]:
    """Return what lists of several sizes can show."""
    return tuple(Reach(size, detectable_uplift(size, baseline, variants=variants)) for size in sizes)


def days_to_send(emails: int, per_day: int) -> int:
    """Return how many sending days it takes at so many emails a day."""
    return math.ceil(emails / per_day)


def _check(raised: float, baseline: float) -> None:
    """Refuse rates that are none."""
    if not 0 < baseline < raised < 1:
        raise ValueError("the baseline and the raised rate must lie between 0 and 1, the raised one higher")
