"""Harm beyond a limit ends a test, and only where it is beyond chance."""

import pytest

from experiments.guardrails import Guardrail, guardrails
from experiments.tally import Counts


def rail(harm: str, count: int, sent: int, *, in_control: int = 0) -> Guardrail:
    control = Counts.model_validate({"sent": sent, harm: in_control})
    arm = Counts.model_validate({"sent": sent, harm: count})
    return next(one for one in guardrails((("A", control), ("B", arm))) if (one.variant, one.harm) == ("B", harm))


@pytest.mark.parametrize(
    ("harm", "count", "sent", "verdict"),
    [
        ("complained", 0, 1000, "ok"),
        ("complained", 1, 3, "ok"),
        ("complained", 2, 40, "ok"),
        ("complained", 3, 100, "stop"),
        ("complained", 5, 1000, "warn"),
        ("complained", 9, 1000, "stop"),
        ("complained", 30, 10_000, "warn"),
        ("bounced_hard", 15, 1000, "warn"),
        ("bounced_hard", 45, 1000, "warn"),
        ("bounced_hard", 70, 1000, "stop"),
        ("unsubscribed", 2, 100, "ok"),
        ("unsubscribed", 50, 1000, "warn"),
        ("unsubscribed", 0, 0, "ok"),
    ],
)
def test_the_verdict(harm: str, count: int, sent: int, verdict: str) -> None:
    assert rail(harm, count, sent).verdict == verdict


def test_an_arm_worse_than_the_control_is_a_warning() -> None:
    found = rail("unsubscribed", 15, 1000, in_control=2)
    assert (found.worse_than_control, found.verdict) == (True, "warn")
    assert not rail("unsubscribed", 4, 1000, in_control=2).worse_than_control


def test_the_control_is_not_compared_with_itself() -> None:
    control, *_ = guardrails((("A", Counts(sent=1000, unsubscribed=15)), ("B", Counts(sent=1000))))
    assert not control.worse_than_control


def test_nothing_sent_has_no_rate() -> None:
    found = rail("complained", 0, 0)
    assert (found.rate, found.at_least) == (None, None)


def test_the_bound_lies_below_the_rate() -> None:
    found = rail("bounced_hard", 70, 1000)
    assert found.at_least is not None
    assert 0.05 < found.at_least < 0.07
