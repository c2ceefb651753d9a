"""An email that shouts fails; short forms, symbols and one exclamation mark do not shout."""

from typing import Any

import pytest


def verdict(campaign: Any, part: str, text: str) -> str:
    greeting, opening, *rest = getattr(campaign, part).body.split("\n\n")
    changed = campaign.with_texts(**{part: "\n\n".join((greeting, opening, text, *rest))})
    return next(check.verdict for check in changed.quality().part(part).checks if check.name == "plain_form")


@pytest.mark.parametrize("part", ["outreach", "follow_up"])
@pytest.mark.parametrize(
    "text",
    ["It is GREAT and FREE.", "It works!!", "It works! ! !", "It works 🚀", "Save $$$ now.", "素晴らしい！！"],
)
def test_shouting_fails(campaigns: dict[str, Any], part: str, text: str) -> None:
    assert verdict(campaigns["sensors"], part, text) == "fail"


@pytest.mark.parametrize("part", ["outreach", "follow_up"])
@pytest.mark.parametrize(
    "text",
    ["It meets HACCP rules.", "It works!", "It runs at 90 °C, №4, Corvane®.", "It costs $5.", "An ISO and an ERP."],
)
def test_plain_text_passes(campaigns: dict[str, Any], part: str, text: str) -> None:
    assert verdict(campaigns["sensors"], part, text) == "pass"


@pytest.mark.parametrize("items", ["- fast\n- cheap", "• fast\n• cheap\n• good", "1. fast\n2. cheap"])
def test_a_list_of_features_is_no_letter(campaigns: dict[str, Any], items: str) -> None:
    campaign = campaigns["sensors"]
    body = campaign.outreach.body.replace("Would one", f"{items}\n\nWould one")
    checks = campaign.with_texts(outreach=body).quality().outreach.checks
    check = next(check for check in checks if check.name == "plain_text")
    assert check.verdict == "fail"
    assert items.split("\n")[0] in check.detail
