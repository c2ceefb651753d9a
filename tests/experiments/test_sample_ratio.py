"""What was sent is held against the weights, phase by phase, and nothing is said of too little."""

import pytest

from experiments.sample_ratio import sample_ratio
from experiments.strata import Stratum


def stratum(sent: tuple[int, ...], weights: tuple[float, ...] = (0.5, 0.5)) -> Stratum:
    return Stratum(weights, sent, tuple(0 for _ in sent))


@pytest.mark.parametrize(
    ("sent", "weights", "p", "mismatch"),
    [
        ((1000, 1000), (0.5, 0.5), 1.0, False),
        ((540, 460), (0.5, 0.5), 0.0114, False),
        ((560, 440), (0.5, 0.5), 0.000148, True),
        ((540, 460, 0), (0.5, 0.5, 0.0), 0.0114, False),
        ((540, 460, 1), (0.5, 0.5, 0.0), 0.0, True),
        ((800, 200), (0.8, 0.2), 1.0, False),
        ((1000, 0), (0.5, 0.5), 0.0, True),
        ((9, 6), (0.5, 0.5), None, False),
        ((0, 0), (0.5, 0.5), None, False),
        ((30, 1), (0.95, 0.05), None, False),
    ],
)
def test_the_ratio(sent: tuple[int, ...], weights: tuple[float, ...], p: float | None, mismatch: bool) -> None:
    found = sample_ratio([stratum(sent, weights)])
    assert found.p_value == (None if p is None else pytest.approx(p, abs=1e-4))
    assert found.mismatch is mismatch


def test_each_phase_is_held_against_its_own_weights() -> None:
    sound = [stratum((900, 100), (0.9, 0.1)), stratum((100, 900), (0.1, 0.9))]
    assert sample_ratio(sound).p_value == pytest.approx(1)
    swapped = [stratum((900, 100), (0.1, 0.9)), stratum((100, 900), (0.9, 0.1))]
    assert sample_ratio(swapped).expected == pytest.approx((1000, 1000))
    assert sample_ratio(swapped).mismatch


def test_the_gap_tells_how_large_it_is() -> None:
    assert sample_ratio([stratum((540, 460))]).largest_gap == pytest.approx(0.04)
    assert sample_ratio([stratum((0, 0))]).largest_gap is None
