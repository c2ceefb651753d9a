"""A follow-up tells a fact that the first email left out; naming a topic is not telling it."""

from typing import Any

import pytest

from core.pack import Check, Claim


def new_fact(campaign: Any, sentence: str) -> Check:
    """Return the check of a follow-up that rests on the guarantee of a fact and says a given sentence."""
    greeting, _, *rest = campaign.follow_up.body.split("\n\n")
    changed = campaign.with_texts(follow_up="\n\n".join((greeting, sentence, *rest)))
    return next(check for check in changed.quality().follow_up.checks if check.name == "new_fact")


def test_a_good_follow_up_tells_one(campaign: Any) -> None:
    check = next(check for check in campaign.quality().follow_up.checks if check.name == "new_fact")
    assert check.verdict == "pass", check.detail


def test_a_common_place_tells_none_and_a_fact_is_offered(campaigns: dict[str, Any]) -> None:
    check = new_fact(campaigns["sensors"], "Most weeks are long, and some weekends are longer.")
    assert check.verdict == "fail"
    assert "such as “" in check.detail


def test_the_first_emails_fact_is_none(campaigns: dict[str, Any]) -> None:
    check = new_fact(campaigns["sensors"], "Tessler Paper cut unplanned stops by 27 percent in the first year.")
    assert check.verdict == "fail"
    assert "27 percent" not in check.detail


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("Ours clamp on with a magnet: no drilling, no shutdown.", "pass"),
        ("People ask about price, speed, weight and a magnet.", "half"),
        ("In most cases it is a matter of one long day and of what you have got at hand in the place.", "fail"),
    ],
)
def test_a_cited_fact_must_be_told(campaigns: dict[str, Any], sentence: str, verdict: str) -> None:
    campaign = campaigns["sensors"]
    quote = campaign.company.facts[4].quote
    greeting, _, *rest = campaign.follow_up.body.split("\n\n")
    changed = campaign.with_texts(follow_up="\n\n".join((greeting, sentence, *rest)))
    claims = (*changed.claims(), Claim(part="follow_up", sentence=sentence, page="https://x.example/", quote=quote))
    found = next(check for check in changed.quality(claims=claims).follow_up.checks if check.name == "new_fact")
    assert found.verdict == verdict, found.detail
