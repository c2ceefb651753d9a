"""The planned test agrees with exact tests, compares within phases, and is stricter for several arms."""

import pytest
from scipy.stats import fisher_exact

from experiments.fixed_test import against_all, holm, p_value
from experiments.strata import Stratum

EVEN = (0.5, 0.5)


def stratum(replied: tuple[int, ...], sent: tuple[int, ...] = (1000, 1000)) -> Stratum:
    return Stratum(tuple(1 / len(sent) for _ in sent), sent, replied)


@pytest.mark.parametrize(
    ("replied", "exact"),
    [((30, 60), 0.00121), ((30, 45), 0.0780), ((50, 20), 0.000266)],  # Barnard's exact test
)
def test_many_replies_agree_with_an_exact_test(replied: tuple[int, int], exact: float) -> None:
    assert p_value([stratum(replied)], 0, 1) == pytest.approx(exact, rel=0.03)


def test_few_replies_get_fishers_test() -> None:
    assert p_value([stratum((1, 6))], 0, 1) == fisher_exact([[1, 999], [6, 994]]).pvalue


@pytest.mark.parametrize(
    ("replied", "sent", "p"),
    [((0, 0), (1000, 1000), 1.0), ((0, 0), (0, 1000), None), ((0, 0), (0, 0), None)],
)
def test_nothing_is_said_of_nothing(replied: tuple[int, int], sent: tuple[int, int], p: float | None) -> None:
    assert p_value([stratum(replied, sent)], 0, 1) == p


def test_phases_are_not_pooled() -> None:
    # The same 2 % and 8 % in both arms; only the mixture of phases differs, and pooled it would look like a result.
    first = Stratum((0.9, 0.1), (9000, 1000), (180, 20))
    second = Stratum((0.1, 0.9), (1000, 9000), (80, 720))
    pooled = Stratum(EVEN, (10000, 10000), (260, 740))
    within, mixed = p_value([first, second], 0, 1), p_value([pooled], 0, 1)
    assert within == pytest.approx(1, abs=0.01)
    assert mixed is not None
    assert mixed < 1e-6
    assert against_all([first, second], 1) == 1


def test_two_phases_say_what_one_would_if_they_are_alike() -> None:
    half = stratum((30, 50))
    assert p_value([half, half], 0, 1) == pytest.approx(p_value([stratum((60, 100), (2000, 2000))], 0, 1), rel=0.01)


def test_a_phase_without_replies_says_nothing() -> None:
    assert p_value([stratum((30, 60)), stratum((0, 0))], 0, 1) == p_value([stratum((30, 60))], 0, 1)


def test_one_p_value_needs_no_adjustment() -> None:
    assert holm((0.03,)) == (0.03,)
    assert holm((0.01, 0.03)) == (0.02, 0.03)


def test_the_leader_must_be_ahead_of_all() -> None:
    sent = (2000, 2000, 2000)
    second = p_value([stratum((60, 100, 110), sent)], 2, 1)
    assert against_all([stratum((60, 100, 110), sent)], 2) == pytest.approx(second)
    assert against_all([stratum((60, 100, 110), sent)], 0) == 1


def test_an_arm_with_nothing_sent_leaves_it_open() -> None:
    assert against_all([stratum((10, 30, 0), (1000, 1000, 0))], 1) is None
