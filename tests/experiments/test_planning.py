"""Sample sizes agree with published ones, and a list's reach is the sample size read backwards."""

import numpy as np
import pytest
from scipy.stats import norm

from experiments.planning import REPLY_RATE, days_to_send, detectable_uplift, plan, reach, sample_size


@pytest.mark.parametrize(
    ("baseline", "uplift", "needed"),
    [
        (0.0343, 1.0, 650),
        (0.0343, 0.5, 2190),  # 2,189.01
        (0.01, 1.0, 2319),
        (0.01, 0.5, 7750),
        (0.03, 0.2, 13914),
        (0.03, 0.3, 6455),
        (0.03, 0.5, 2518),
        (0.05, 0.2, 8158),
        (0.05, 0.5, 1471),
        (0.25, 0.12, 3397),
        (0.04, 0.25, 6745),
    ],
)
def test_each_variant_needs_as_many_emails_as_r_says(baseline: float, uplift: float, needed: int) -> None:
    assert sample_size(uplift, baseline) == pytest.approx(needed, abs=1)


@pytest.mark.parametrize(("uplift", "needed"), [(0.3, 7817), (0.5, 3049)])
def test_a_third_variant_needs_a_stricter_test(uplift: float, needed: int) -> None:
    assert sample_size(uplift, 0.03, variants=3) == pytest.approx(needed, abs=1)


@pytest.mark.parametrize("recipients", [200, 500, 1000, 2000, 5000, 20000])
def test_the_detectable_uplift_is_the_smallest_that_the_list_can_show(recipients: int) -> None:
    uplift = detectable_uplift(recipients)
    assert uplift is not None
    assert sample_size(uplift) <= recipients // 2 < sample_size(round(uplift - 0.01, 2))


def test_a_longer_list_shows_more() -> None:
    uplifts = [at.uplift for at in reach((200, 500, 1000, 2000, 5000))]
    assert None not in uplifts
    assert uplifts == sorted(uplifts, key=lambda uplift: -(uplift or 0))


def test_a_tiny_list_shows_nothing() -> None:
    assert detectable_uplift(20) is None


def test_a_high_baseline_leaves_room_up_to_one() -> None:
    assert detectable_uplift(1000, 0.6) == pytest.approx(0.15, abs=0.02)


@pytest.mark.parametrize(("uplift", "baseline"), [(0.0, 0.03), (-0.5, 0.03), (1.0, 0.0), (1.0, 0.5), (1.0, 1.2)])
def test_rates_that_are_none_are_refused(uplift: float, baseline: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        sample_size(uplift, baseline)


def test_days_are_whole() -> None:
    assert days_to_send(1300, 50) == 26
    assert days_to_send(1301, 50) == 27


def test_the_default_baseline_is_the_benchmarks() -> None:
    assert sample_size(1.0) == sample_size(1.0, REPLY_RATE)


@pytest.mark.parametrize(
    ("weights", "per_variant"),
    [
        ((0.5, 0.5), (650, 650)),
        ((1 / 3, 1 / 3, 1 / 3), (788, 788, 788)),
        ((0.5, 0.5, 0.0), (650, 650, 0)),
        ((0.8, 0.2), (1733, 434)),
        ((0.2, 0.8), (434, 1733)),
    ],
)
def test_a_plan_is_in_proportion_to_the_weights(weights: tuple[float, ...], per_variant: tuple[int, ...]) -> None:
    planned = plan(REPLY_RATE, 1.0, weights)
    assert planned.per_variant == per_variant
    assert planned.total == sum(per_variant)


def test_a_plan_takes_days() -> None:
    assert plan(REPLY_RATE, 1.0, (0.5, 0.5)).days(50) == 26


@pytest.mark.parametrize("weights", [(0.8, 0.2), (0.6, 0.4)])
def test_uneven_weights_show_what_is_planned_whichever_arm_is_better(weights: tuple[float, float]) -> None:
    first, second = plan(0.03, 0.5, weights).per_variant
    powers = [_power(first, second), _power(second, first)]
    assert min(powers) == pytest.approx(0.8, abs=0.015)


def _power(raised: int, other: int) -> float:
    """Return the simulated share of tests that show a raised rate of 4.5 % against 3 %."""
    chance = np.random.default_rng(1)
    better, worse = chance.binomial(raised, 0.045, 50_000), chance.binomial(other, 0.03, 50_000)
    pooled = (better + worse) / (raised + other)
    error = np.sqrt(pooled * (1 - pooled) * (1 / raised + 1 / other))
    return float(np.mean((better / raised - worse / other) / error > norm.isf(0.025)))
