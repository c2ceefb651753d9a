"""What is believed of the reply rates: Beta posteriors, by quadrature, without any random numbers.

For display. A chance to be best is no test: looked at every day, "95 % likely the best" is wrong in 40 to 60 of a
hundred tests of two equal arms (our simulation), so no winner is ever named from it.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import brentq
from scipy.special import betainc, betaincinv, roots_legendre

Floats = NDArray[np.float64]

PRIOR_SENDS = 30
"""What the prior is worth, in emails. A flat one is worth two and believes in 50 % replies: it calls an arm that was
never sent the best with 96 %."""
POINTS = 400
"""Of the quadrature; chances agree with adaptive integration to six digits."""
LOG_RATIOS = (-500.0, 50.0)
"""Between which the logarithm of a ratio of two rates lies, where the control has a reply."""
MASS = 0.95
"""Of an interval: between the 2.5 % and the 97.5 % quantile."""


@dataclass(frozen=True)
class Posterior:
    """A Beta distribution of one arm's reply rate."""

    replies: float
    silences: float

    @property
    def mean(self) -> float:
        """Return the expected rate."""
        return self.replies / (self.replies + self.silences)

    def below(self, rate: Floats) -> Floats:
        """Return the probability that the rate is below each of these."""
        return np.asarray(betainc(self.replies, self.silences, np.clip(rate, 0, 1)))

    def spread(self) -> Floats:
        """Return the rates at the quadrature's shares of the probability."""
        return np.asarray(betaincinv(self.replies, self.silences, _shares()[0]))


def posterior(replied: int, sent: int, baseline: float) -> Posterior:
    """Return what is believed after so many replies, starting from the planned baseline."""
    return Posterior(PRIOR_SENDS * baseline + replied, PRIOR_SENDS * (1 - baseline) + sent - replied)


def chances_to_be_best(arms: Sequence[Posterior]) -> tuple[float, ...]:
    """Return for each arm the probability that its rate is the highest; they add up to 1."""
    return tuple(_mean(_others_below(arms, arm)) for arm in range(len(arms)))


def expected_losses(arms: Sequence[Posterior]) -> tuple[float, ...]:
    """Return for each arm how much reply rate is expected to be lost by choosing it, as a difference of rates."""
    # An arm's rate where it is the highest, summed over the arms: the expected highest rate.
    best = math.fsum(_mean(arms[arm].spread() * _others_below(arms, arm)) for arm in range(len(arms)))
    return tuple(max(best - arm.mean, 0.0) for arm in arms)


def uplift_interval(arm: Posterior, control: Posterior, mass: float = MASS) -> tuple[float, float]:
    """Return the central interval of the relative uplift over the control: quantiles of the ratio of both rates.

    The control needs a reply: without one the ratio has no upper end.
    """
    tail = (1 - mass) / 2
    rates = control.spread()
    return _ratio_quantile(arm, rates, tail) - 1, _ratio_quantile(arm, rates, 1 - tail) - 1


def _others_below(arms: Sequence[Posterior], arm: int) -> Floats:
    """Return the probabilities that all other rates are below this arm's, at its rates of equal probability."""
    rates = arms[arm].spread()
    below = [other.below(rates) for number, other in enumerate(arms) if number != arm]
    return np.asarray(np.prod(below, axis=0))


def _ratio_quantile(arm: Posterior, control_rates: Floats, share: float) -> float:
    def above(log_ratio: float) -> float:
        return _mean(arm.below(math.exp(log_ratio) * control_rates)) - share

    # Below e**-500 an arm of a tiny baseline without a reply is as good as never answered.
    return math.exp(brentq(above, *LOG_RATIOS, xtol=1e-6)) if above(LOG_RATIOS[0]) < 0 else 0.0


def _mean(values: Floats) -> float:
    """Return the integral over the shares of the probability, from 0 to 1."""
    return float(_shares()[1] @ values)


@cache
def _shares() -> tuple[Floats, Floats]:
    """Return the points and weights of Gauss and Legendre's quadrature, on 0 to 1."""
    points, weights = roots_legendre(POINTS)
    return (points + 1) / 2, weights / 2
