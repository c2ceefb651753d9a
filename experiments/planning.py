"""Plan a test of reply rates: how many emails it takes, and what a list of a given size can show.

The formula is the two-sided z-test of two independent proportions with the pooled variance under the null hypothesis,
as `samplesize_proportions_2indep_onetail` of statsmodels computes it; R's `power.prop.test` gives the same numbers.
"""

import math
from functools import cache
from itertools import permutations
from typing import NamedTuple

from core.value import Value

SIGNIFICANCE = 0.05
"""Two-sided; the custom of the field."""
POWER = 0.8
"""Chance to see the uplift if it is there; the custom of the field."""
REPLY_RATE = 0.0343
"""Replies per email sent: mean of Instantly's benchmark 2026, second hand (getgangly.com)."""
OTHER_REPLY_RATE = 0.058
"""The same figure at Belkins, second hand: benchmarks disagree by a factor of 1.7."""
MINIMUM_UPLIFT = 1.0
"""A doubling takes 1,300 recipients, which many lists have; half as many replies again takes 4,380, which few have."""
LARGEST_UPLIFT = 9.0
"""Ten times the baseline: nobody plans for more."""


class Reach(NamedTuple):
    """The smallest uplift that a list can show."""

    recipients: int
    """In all, split evenly over the variants."""
    uplift: float | None
    """Relative; None where not even ten times the baseline would show."""


class Plan(Value):
    """How many emails a test takes, decided before the first of them is sent."""

    baseline_rate: float
    minimum_uplift: float
    """Relative: 0.5 is half as many replies again."""
    significance: float = SIGNIFICANCE
    power: float = POWER
    per_variant: tuple[int, ...]
    """Emails for each variant, in proportion to the weights; 0 for a weight of 0."""
    total: int

    def days(self, per_day: int) -> int:
        """Return the sending days at so many emails a day, all variants together."""
        return days_to_send(self.total, per_day)


@cache
def plan(baseline: float, uplift: float, weights: tuple[float, ...]) -> Plan:
    """Return the plan for arms of these weights: the size at which every arm can be told from every other.

    Uneven weights take more: the pair of arms that is hardest to tell apart sets the total.
    """
    shares = [weight for weight in weights if weight > 0]
    significance = SIGNIFICANCE / (len(shares) - 1)
    # Rounded first, so that thirds of a float do not ask for one email more than a third of the total.
    total = max(
        round(_raised_arm(baseline, uplift, raised / other, significance) / raised, 6)
        for raised, other in permutations(shares, 2)
    )
    each = tuple(math.ceil(round(total * weight, 6)) for weight in weights)
    return Plan(baseline_rate=baseline, minimum_uplift=uplift, per_variant=each, total=sum(each))


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
    return math.ceil(_raised_arm(baseline, uplift, 1.0, significance / (variants - 1), power))


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


def _raised_arm(baseline: float, uplift: float, ratio: float, significance: float, power: float = POWER) -> float:
    """Return how many emails the better arm needs, where it gets `ratio` times as many as the other."""
    # Here, since this import takes a second, and a process that only serves stored packs never needs it.
    from statsmodels.stats.proportion import samplesize_proportions_2indep_onetail

    _check(baseline * (1 + uplift), baseline)
    needed = samplesize_proportions_2indep_onetail(
        baseline * uplift, baseline, power, ratio=1 / ratio, alpha=significance, alternative="two-sided"
    )
    return float(needed)


def _check(raised: float, baseline: float) -> None:
    """Refuse rates that are none."""
    if not 0 < baseline < raised < 1:
        raise ValueError("the baseline and the raised rate must lie between 0 and 1, the raised one higher")
