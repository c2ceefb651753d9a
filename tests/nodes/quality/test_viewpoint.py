"""An English first email speaks of its reader at least as often as of its sender."""

from typing import Any

import pytest

from core.pack import Check


def balance(campaign: Any, body: str) -> Check | None:
    text = f"Hi {{{{first_name}}}},\n\n{body}\n\n{{{{sender_name}}}}"
    checks = campaign.with_texts(outreach=text).quality().outreach.checks
    return next((check for check in checks if check.name == "you_vs_we"), None)


@pytest.mark.parametrize(
    ("body", "verdict"),
    [
        ("Your mills wait for bearings. Would {{company}} test one?", "pass"),
        ("We listen to bearings. Would {{company}} test one?", "pass"),
        ("Bearings fail on weekends.", "pass"),
        ("We listen to bearings. Shall I send {{company}} an example?", "pass"),
        ("We listen to bearings and tell our customers. Would {{company}} test one?", "half"),
        ("We make sensors. We know mills. Our team loves our work. Would {{company}} test one?", "fail"),
        ("I think that my sensors help.", "fail"),
    ],
)
def test_you_outweighs_we(campaigns: dict[str, Any], body: str, verdict: str) -> None:
    check = balance(campaigns["sensors"], body)
    assert check
    assert check.verdict == verdict, check.detail


def test_a_country_is_not_the_sender(campaigns: dict[str, Any]) -> None:
    check = balance(campaigns["sensors"], "Mills in the US and the U.S. south wait for bearings at {{company}}.")
    assert check
    assert check.detail.startswith("1 times the reader, 0 times the sender")


def test_the_sentence_to_turn_round_is_quoted(campaigns: dict[str, Any]) -> None:
    check = balance(campaigns["sensors"], "Bearings fail. We love our work and our mills. Would {{company}} test one?")
    assert check
    assert "“We love our work and our mills.”" in check.detail


@pytest.mark.parametrize("name", ["payroll", "ovens", "almonds"])
def test_other_languages_are_not_counted(campaigns: dict[str, Any], name: str) -> None:
    assert balance(campaigns[name], "We we we.") is None
