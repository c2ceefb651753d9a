"""A follow-up tells a fact that the first email left out; naming a topic is not telling it."""

from typing import Any

import pytest

from core.company import Fact
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


def test_who_sells_what_may_be_said_again(campaigns: dict[str, Any]) -> None:
    campaign = campaigns["sensors"]
    again = "Wireless vibration sensors of Corvane clamp on with a magnet."
    first = campaign.outreach.body.replace("Corvane's sensors", "Corvane makes wireless vibration sensors that")
    greeting, _, *rest = campaign.follow_up.body.split("\n\n")
    changed = campaign.with_texts(outreach=first, follow_up="\n\n".join((greeting, again, *rest)))
    check = next(check for check in changed.quality().follow_up.checks if check.name == "new_angle")
    assert check.verdict == "pass", check.detail


@pytest.mark.parametrize(
    ("offer", "verdict"),
    [
        ("We also make louder sensors for paper mills.", "half"),
        ("We lend a mill one sensor for 30 days.", "pass"),
        ("We lend a mill one sensor free of charge.", "pass"),
    ],
)
def test_an_offer_proves_something_by_its_terms(campaigns: dict[str, Any], offer: str, verdict: str) -> None:
    campaign = campaigns["sensors"]
    fact = Fact.model_validate(
        {"id": "f9", "kind": "offer", "text": offer, "quote": offer, "page": "https://x.example"}
    )
    greeting, *_middle, question, closing = campaign.follow_up.body.split("\n\n")
    told = campaign.with_texts(follow_up="\n\n".join((greeting, offer, question, closing)))
    told = told.model_copy(update={"company": told.company.model_copy(update={"facts": (*told.company.facts, fact)})})
    check = next(check for check in told.quality().follow_up.checks if check.name == "proof")
    assert check.verdict == verdict, check.detail
