"""What does not pass says which words are wrong and what would be better."""

from typing import Any

import pytest


def detail(campaign: Any, criterion: str, part: str = "outreach", **texts: str) -> str:
    checks = campaign.with_texts(**texts).quality().part(part).checks
    return next(check.detail for check in checks if check.name == criterion)


def replaced(campaign: Any, old: str, new: str) -> str:
    assert old in campaign.outreach.body
    return str(campaign.outreach.body.replace(old, new))


def test_of_several_questions_the_one_about_the_sellers_matter_is_kept(campaigns: dict[str, Any]) -> None:
    campaign = campaigns["sensors"]
    asks = replaced(campaign, "{{sender_name}}", "Is it urgent? Who decides?\n\n{{sender_name}}")
    expected = "3 questions; keep “Would one machine at {{company}} be worth listening to?”"
    assert detail(campaign, "one_question", outreach=asks) == expected


def test_among_questions_of_no_matter_the_last_is_kept(campaigns: dict[str, Any]) -> None:
    campaign = campaigns["sensors"]
    asks = replaced(campaign, "Would one machine at {{company}} be worth listening to?", "Why? Who? How so?")
    assert detail(campaign, "one_question", outreach=asks) == "3 questions; keep “How so?”"


def test_a_long_email_says_where_to_cut(campaigns: dict[str, Any]) -> None:
    campaign = campaigns["sensors"]
    longest = "The line waits for the part, and the part waits for the truck. " * 6
    body = replaced(campaign, "Would one", f"{longest.strip()}\n\nWould one")
    assert f"cut to 90, first in “{longest.strip()}”" in detail(campaign, "length", outreach=body)


def test_a_long_sentence_is_quoted_whole(campaigns: dict[str, Any]) -> None:
    campaign = campaigns["sensors"]
    long = f"A bearing waits {'and waits ' * 12}until the weekend comes."
    assert f"split it: “{long}”" in detail(
        campaign, "longest_sentence", outreach=replaced(campaign, "A bearing rarely fails on a Tuesday at ten.", long)
    )


def test_missing_proof_comes_with_the_sites_strongest(campaigns: dict[str, Any]) -> None:
    campaign = campaigns["sensors"]
    body = "Hi {{first_name}},\n\nBearings fail.\n\nWould that help?\n\n{{sender_name}}"
    assert "such as “Each sensor listens to a bearing" in detail(campaign, "proof", outreach=body)


def test_repeated_words_are_named(campaigns: dict[str, Any]) -> None:
    campaign = campaigns["sensors"]
    assert "“bear rar" in detail(campaign, "new_angle", part="follow_up", follow_up=campaign.outreach.body)


@pytest.mark.parametrize(("repeats", "severity"), [(7, "minor"), (20, "major")])
def test_a_sentence_far_too_long_is_a_major_fault(campaigns: dict[str, Any], repeats: int, severity: str) -> None:
    campaign = campaigns["payroll"]
    long = f"Im Büro brennt Licht, {'und es brennt ' * repeats}bis in die Nacht."
    body = campaign.outreach.body.replace("wenn am Monatsende noch Stundenzettel fehlen", long)
    check = next(
        check
        for check in campaign.with_texts(outreach=body).quality().outreach.checks
        if check.name == "longest_sentence"
    )
    assert (check.verdict, check.severity) == ("fail", severity)


@pytest.mark.parametrize("left", ["greeting", "signature"])
def test_an_email_without_greeting_or_signature_fails(campaign: Any, left: str) -> None:
    greeting, *rest, closing = campaign.outreach.body.split("\n\n")
    body = "\n\n".join((greeting, *rest) if left == "greeting" else (*rest, closing))
    assert "missing: " in detail(campaign, "greeting_and_signature", outreach=body)
    assert not campaign.with_texts(outreach=body).quality().outreach.passed


@pytest.mark.parametrize("text", ["It is a seamless change.", "It is robust."])
def test_one_boast_fails(campaigns: dict[str, Any], text: str) -> None:
    campaign = campaigns["sensors"]
    body = replaced(campaign, "Would one", f"{text}\n\nWould one")
    assert not campaign.with_texts(outreach=body).quality().outreach.passed
    assert "say what happens instead" in detail(campaign, "hype", outreach=body)
