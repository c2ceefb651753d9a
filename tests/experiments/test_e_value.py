"""The test for any time says nothing without replies, and names a winner only beyond all others."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import dirichlet_multinomial

from experiments.e_value import CONCENTRATION_PER_ARM, anytime_p, beats_all, log_e_value, pairs_beaten
from experiments.strata import Stratum

EVEN = (0.5, 0.5)
THIRDS = (1 / 3, 1 / 3, 1 / 3)


def stratum(replied: tuple[int, ...], weights: tuple[float, ...] = EVEN) -> Stratum:
    return Stratum(weights, tuple(1000 for _ in weights), replied)


def test_without_replies_nothing_is_said() -> None:
    assert log_e_value([stratum((0, 0))], {0, 1}) == pytest.approx(0)
    assert anytime_p(0.0) == 1


@pytest.mark.parametrize(
    ("replied", "weights"), [((3, 9), EVEN), ((20, 50), EVEN), ((5, 40), (0.2, 0.8)), ((9, 4, 30), THIRDS)]
)
def test_it_is_the_ratio_of_two_likelihoods(replied: tuple[int, ...], weights: tuple[float, ...]) -> None:
    shares, total = np.array(weights), sum(replied)
    prior = CONCENTRATION_PER_ARM * len(weights) * shares
    orders = math.lgamma(total + 1) - sum(math.lgamma(count + 1) for count in replied)
    expected = dirichlet_multinomial.logpmf(replied, prior, total) - orders - (np.array(replied) * np.log(shares)).sum()
    assert log_e_value([stratum(replied, weights)], range(len(weights))) == pytest.approx(expected, abs=1e-8)


@pytest.mark.parametrize("weights", [EVEN, (0.3, 0.7)])
def test_it_is_worth_one_on_average_where_the_arms_are_the_same(weights: tuple[float, float]) -> None:
    total = 60
    chances = [math.comb(total, a) * weights[0] ** a * weights[1] ** (total - a) for a in range(total + 1)]
    worth = [math.exp(log_e_value([stratum((a, total - a), weights)], {0, 1})) for a in range(total + 1)]
    assert np.dot(chances, worth) == pytest.approx(1)


def test_phases_multiply() -> None:
    first, second = stratum((10, 30)), stratum((5, 20), (0.3, 0.7))
    together = log_e_value([first, second], {0, 1})
    assert together == pytest.approx(log_e_value([first], {0, 1}) + log_e_value([second], {0, 1}))


def test_an_arm_of_weight_zero_takes_no_part() -> None:
    assert log_e_value([stratum((10, 30, 0), (0.5, 0.5, 0.0))], {0, 1, 2}) == log_e_value([stratum((10, 30))], {0, 1})


@pytest.mark.parametrize(
    ("replied", "weights", "wins"),
    [
        ((20, 70), EVEN, True),
        ((70, 20), EVEN, False),
        ((20, 30), EVEN, False),
        ((20, 60, 70), THIRDS, False),
        ((20, 20, 90), THIRDS, True),
        ((400, 100), (0.8, 0.2), False),
    ],
)
def test_a_winner_is_ahead_of_every_other_arm(replied: tuple[int, ...], weights: tuple[float, ...], wins: bool) -> None:
    assert beats_all([stratum(replied, weights)], len(weights) - 1, 0.01) is wins


def test_a_clear_loser_is_known_before_the_winner() -> None:
    seen = [stratum((10, 70, 75), THIRDS)]
    assert not beats_all(seen, 2, 0.01)
    assert pairs_beaten(seen, 2, 0.01) == {0}


@settings(deadline=None)
@given(st.tuples(st.integers(0, 3000), st.integers(0, 3000)))
def test_the_p_value_is_one(replied: tuple[int, int]) -> None:
    assert 0 <= anytime_p(log_e_value([stratum(replied)], {0, 1})) <= 1
