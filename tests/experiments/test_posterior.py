"""Chances and losses by quadrature agree with integration and simulation, at any counts."""

import numpy as np
import pytest
from scipy.integrate import quad
from scipy.stats import beta

from experiments.posterior import Posterior, chances_to_be_best, expected_losses, posterior, uplift_interval

BASELINE = 1 / 30
Arms = tuple[tuple[int, int], ...]
CASES: tuple[Arms, ...] = (
    ((0, 100), (3, 100)),
    ((30, 1000), (45, 1000)),
    ((3, 100), (300, 10_000), (40, 1000)),
    ((3000, 100_000), (3300, 100_000)),
    ((30_000, 1_000_000), (1, 5)),
    ((5, 100),) * 8,
)


def believed(arms: Arms) -> list[Posterior]:
    return [posterior(replied, sent, BASELINE) for replied, sent in arms]


@pytest.mark.parametrize("arms", CASES, ids=str)
def test_chances_are_those_of_adaptive_integration(arms: Arms) -> None:
    posteriors = believed(arms)
    found = chances_to_be_best(posteriors)
    assert sum(found) == pytest.approx(1, abs=1e-5)
    for arm, chance in enumerate(found):
        assert chance == pytest.approx(integrated(posteriors, arm), abs=1e-5)


def integrated(arms: list[Posterior], best: int) -> float:
    def others_below(share: float) -> float:
        rate = beta.ppf(share, arms[best].replies, arms[best].silences)
        others = [arm for number, arm in enumerate(arms) if number != best]
        return float(np.prod([beta.cdf(rate, arm.replies, arm.silences) for arm in others]))

    return float(quad(others_below, 0, 1, limit=200, epsabs=1e-8)[0])


@pytest.mark.parametrize("arms", CASES, ids=str)
def test_losses_and_uplifts_are_those_of_a_simulation(arms: Arms) -> None:
    posteriors = believed(arms)
    chance = np.random.default_rng(1)
    drawn = np.array([chance.beta(arm.replies, arm.silences, 400_000) for arm in posteriors])
    losses = (drawn.max(axis=0) - drawn).mean(axis=1)
    assert expected_losses(posteriors) == pytest.approx(losses, abs=2e-4)
    low, high = np.quantile(drawn[1] / drawn[0], [0.025, 0.975]) - 1
    assert uplift_interval(posteriors[1], posteriors[0]) == pytest.approx((low, high), abs=0.01, rel=0.03)


def test_twice_the_replies_of_a_thousand_is_nearly_sure() -> None:
    assert chances_to_be_best(believed(((30, 1000), (60, 1000))))[1] == pytest.approx(0.9994, abs=3e-4)


def test_an_arm_never_sent_is_not_the_best() -> None:
    assert chances_to_be_best(believed(((0, 0), (3, 100))))[0] == pytest.approx(0.44, abs=0.01)


def test_the_prior_is_worth_thirty_emails_at_the_baseline() -> None:
    assert posterior(0, 0, 0.05) == Posterior(1.5, 28.5)


def test_an_arm_without_replies_can_lose_everything() -> None:
    low, high = uplift_interval(posterior(0, 500, 0.0001), posterior(20, 500, 0.0001))
    assert low == -1
    assert -1 < high < 0
