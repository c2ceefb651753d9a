"""A winner is claimed by the test for any time or by the planned test, and by nothing else."""

import pytest

from experiments.claims import claims, enough, leader
from experiments.strata import Stratum

EVEN = (0.5, 0.5)


def stratum(replied: tuple[int, ...], each: int = 1000, weights: tuple[float, ...] = EVEN) -> Stratum:
    return Stratum(weights, tuple(each for _ in replied), replied)


def test_a_clear_lead_wins_before_the_planned_size() -> None:
    found = claims([stratum((20, 70))], None)
    assert (found.winner, found.early_winner, found.planned_p) == (1, 1, None)
    assert found.early_p < 0.01


def test_a_small_lead_wins_at_the_planned_size_only() -> None:
    seen = [stratum((30, 55))]
    assert claims(seen, None).winner is None
    assert (claims(seen, seen).early_winner, claims(seen, seen).winner) == (None, 1)


def test_a_lead_of_luck_wins_never() -> None:
    seen = [stratum((30, 40))]
    assert claims(seen, seen).winner is None


def test_a_chance_to_be_best_of_97_percent_wins_nothing() -> None:
    assert claims([stratum((10, 20), 300)], None).winner is None


@pytest.mark.parametrize(
    ("replied", "each", "is_enough"), [((0, 9), 500, False), ((0, 10), 500, True), ((5, 50), 99, False)]
)
def test_too_little_claims_nothing(replied: tuple[int, int], each: int, is_enough: bool) -> None:
    assert enough([stratum(replied, each)]) is is_enough
    if not is_enough:
        assert claims([stratum(replied, each)], None).winner is None


def test_without_replies_nobody_leads() -> None:
    assert leader([stratum((0, 0))]) is None
    assert leader([stratum((0, 0), 0)]) is None
    assert claims([stratum((0, 0))], [stratum((0, 0))]) == (None, 1.0, None, frozenset(), None, None)


def test_an_arm_out_of_use_cannot_win_but_must_be_beaten() -> None:
    before = stratum((90, 20, 20), weights=(1 / 3, 1 / 3, 1 / 3))
    after = Stratum((0.0, 0.5, 0.5), (0, 1000, 1000), (0, 20, 60))
    found = claims([before, after], [before, after])
    assert found.leader == 2
    assert found.winner is None


def test_a_later_phase_may_decide() -> None:
    found = claims([stratum((20, 30)), stratum((10, 70), weights=(0.4, 0.6))], None)
    assert found.winner == 1
