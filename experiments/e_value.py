"""The test that may be looked at at any time: the e-value of counts that fall on arms at random.

Where the arms make no difference, each reply comes from an arm with that arm's weight, whatever the reply rate and
whenever it comes. The e-value bets against that with a Dirichlet prior around the weights; it exceeds 1/a with
probability a at most, at any time whatever, so looking often costs nothing (Lindon and Malek, "Anytime-valid inference
for multinomial count data", 2022; as in GrowthBook's and Optimizely's sequential sample ratio tests).
"""

import math
from collections.abc import Collection, Sequence
from itertools import combinations

import numpy as np
from scipy.special import gammaln

from experiments.strata import Stratum

CONCENTRATION_PER_ARM = 12.5
"""Replies that the bet is worth, per arm. At 25 for two arms 30 looks claim 0.9 % falsely and see half as many replies
again in 58 % of tests; at the authors' 100, 0.2 % and 48 % (our simulation)."""


def log_e_value(strata: Sequence[Stratum], arms: Collection[int]) -> float:
    """Return the natural logarithm of the e-value against "these arms are all the same".

    Phases multiply: each is a bet of its own on recipients of its own. 0 with no replies.
    """
    return sum(_of_one_phase(stratum, [arm for arm in stratum.arms if arm in arms]) for stratum in strata)


def anytime_p(log_e: float) -> float:
    """Return the p-value that holds at any time: 1/e, and 1 at most."""
    return math.exp(-max(log_e, 0.0))


def pairs_beaten(strata: Sequence[Stratum], leader: int, significance: float) -> frozenset[int]:
    """Return the arms that the leader has beaten, each pair at the significance divided by the number of all pairs."""
    arms = _all_arms(strata)
    pairs = len(list(combinations(arms, 2)))
    return frozenset(
        arm
        for arm in arms
        if arm != leader
        and _ahead(strata, leader, arm)
        and log_e_value(strata, {leader, arm}) >= math.log(pairs / significance)
    )


def beats_all(strata: Sequence[Stratum], leader: int, significance: float) -> bool:
    """Return whether all arms are not the same, and the leader is ahead of each single one beyond chance.

    For k arms the pairs are tested at significance/(k-1). Where m arms share the first place, one is named falsely
    only if a pair of them crosses, and as every named arm must beat all others, at most m/2 pairs can make that
    happen: m/2 · a/(k-1), which is a or less.
    """
    others = [arm for arm in _all_arms(strata) if arm != leader]
    if log_e_value(strata, {leader, *others}) < math.log(1 / significance):
        return False
    bound = math.log(len(others) / significance)
    return all(_ahead(strata, leader, arm) and log_e_value(strata, {leader, arm}) >= bound for arm in others)


def _of_one_phase(stratum: Stratum, arms: list[int]) -> float:
    if len(arms) < 2:
        return 0.0
    weights = np.array([stratum.weights[arm] for arm in arms])
    shares = weights / weights.sum()
    replied = np.array([stratum.replied[arm] for arm in arms])
    prior = CONCENTRATION_PER_ARM * len(arms) * shares
    bet = (gammaln(prior + replied) - gammaln(prior)).sum()
    bet -= gammaln(prior.sum() + replied.sum()) - gammaln(prior.sum())
    return float(bet - (replied * np.log(shares)).sum())


def _ahead(strata: Sequence[Stratum], leader: int, other: int) -> bool:
    """Return whether the leader has more of both arms' replies than its share of their weights."""
    excess = 0.0
    for stratum in strata:
        if {leader, other} <= set(stratum.arms):
            share = stratum.weights[leader] / (stratum.weights[leader] + stratum.weights[other])
            excess += stratum.replied[leader] - share * (stratum.replied[leader] + stratum.replied[other])
    return excess > 0


def _all_arms(strata: Sequence[Stratum]) -> list[int]:
    return sorted({arm for stratum in strata for arm in stratum.arms})
