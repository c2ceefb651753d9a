"""A score is the weighted mean of the verdicts, held down by what must not happen."""

import pytest

from core.pack import Check
from nodes.quality.criterion import points


def check(severity: str, verdict: str) -> Check:
    return Check.model_validate({"name": "x", "severity": severity, "verdict": verdict, "detail": "d", "source": "s"})


@pytest.mark.parametrize(
    ("severity", "verdict", "most"),
    [
        ("gate", "fail", 40),
        ("major", "fail", 65),
        ("major", "half", 84),
        ("minor", "fail", 100),
        ("gate", "pass", 100),
    ],
)
def test_one_failure_among_many_passes_holds_the_score_down(severity: str, verdict: str, most: int) -> None:
    checks = (check(severity, verdict), *(check("major", "pass") for _ in range(200)))
    assert points(checks) == most


def test_the_mean_counts_severe_checks_more() -> None:
    assert points((check("minor", "fail"), check("major", "pass"), check("gate", "pass"))) == 83


def test_nothing_to_look_at_is_no_failure() -> None:
    assert points(()) == 100
