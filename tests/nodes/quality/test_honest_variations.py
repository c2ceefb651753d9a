"""What only looks like a defect costs nothing."""

from typing import Any

import pytest

from core.company import Fact
from core.pack import SubjectLine


def with_paragraph(body: str, text: str) -> str:
    """Return an email with a paragraph more before its question."""
    paragraphs = body.split("\n\n")
    return "\n\n".join([*paragraphs[:-2], text, *paragraphs[-2:]])


def verdicts(campaign: Any, part: str) -> dict[str, str]:
    """Return the verdict of each check of a part."""
    return {check.name: check.verdict for check in campaign.quality().part(part).checks}


def with_fact(campaign: Any, kind: str, text: str) -> Any:
    """Return the campaign of a company that says one thing more."""
    fact = Fact.model_validate({"id": "f99", "kind": kind, "text": text, "quote": text, "page": "https://x.example/"})
    company = campaign.company.model_copy(update={"facts": (*campaign.company.facts, fact)})
    return campaign.model_copy(update={"company": company})


def test_a_good_campaign_passes_on_every_part(campaign: Any) -> None:
    quality = campaign.quality()
    parts = [quality.part(name) for name in ("subject_lines", "outreach", "follow_up")]
    assert quality.passed, [check for part in parts for check in part.findings]
    assert quality.score == min(part.score for part in parts) >= 75


def test_a_customers_result_with_its_number_and_a_subject_from_it_scores_95(campaigns: dict[str, Any]) -> None:
    campaign = with_fact(campaigns["sensors"], "proof", "At Alderbrook Mill, lost hours fell from 118 to 71 a month.")
    lines = (
        campaign.subject_lines[0],
        campaign.subject_lines[1],
        SubjectLine(text="lost hours: 118 to 71", angle="proof"),
    )
    body = """Hi {{first_name}},

At Alderbrook Mill, lost hours fell from 118 to 71 a month.

Corvane's sensors listen to each bearing every ten minutes and report wear three weeks early. They clamp on with a \
magnet, with no drilling.

Should I send you what Alderbrook Mill changed?

{{sender_name}}"""
    quality = campaign.with_texts(outreach=body, subject_lines=lines).quality()
    assert min(quality.subject_lines.score, quality.outreach.score) >= 95, quality.outreach.findings


@pytest.mark.parametrize(
    "optout",
    ["Not relevant? A short no is enough.", "Wrong person? Tell me and I will not write again."],
)
def test_an_offer_to_opt_out_is_no_second_question(campaigns: dict[str, Any], optout: str) -> None:
    campaign = campaigns["sensors"]
    found = verdicts(campaign.with_texts(outreach=with_paragraph(campaign.outreach.body, optout)), "outreach")
    assert found["one_question"] == "pass"


def test_a_proven_time_is_no_request_for_time(campaigns: dict[str, Any]) -> None:
    campaign = with_fact(campaigns["sensors"], "guarantee", "Our engineers call back in 15 minutes, day and night.")
    body = with_paragraph(campaign.outreach.body, "Our engineers call back in 15 minutes, day and night.")
    assert verdicts(campaign.with_texts(outreach=body), "outreach")["soft_ask"] == "pass"


def test_a_word_of_the_sites_own_is_no_hype(campaigns: dict[str, Any]) -> None:
    campaign = with_fact(campaigns["sensors"], "mechanism", "The robust housing and seamless cables survive steam.")
    body = with_paragraph(campaign.outreach.body, "The robust housing and seamless cables survive steam.")
    assert verdicts(campaign.with_texts(outreach=body), "outreach")["hype"] == "pass"


@pytest.mark.parametrize("text", ["the ERP of a mill", "OEM bearings, ISO grade", "31 mills, 1 habit"])
def test_short_forms_and_figures_of_the_site_may_stand_in_a_subject(campaigns: dict[str, Any], text: str) -> None:
    campaign = with_fact(campaigns["sensors"], "about", "We export to the ERP and know OEM and ISO bearings.")
    lines = (SubjectLine(text=text, angle="problem"), *campaign.subject_lines[1:])
    quality = campaign.with_texts(subject_lines=lines).quality()
    assert {check.name for check in quality.subject_lines.findings} <= {"length", "tied"}


@pytest.mark.parametrize("language", ["ja", "zh"])
def test_languages_without_spaces_are_measured_in_characters(campaigns: dict[str, Any], language: str) -> None:
    campaign = campaigns["sensors"]
    request = campaign.request.model_copy(update={"language": language})
    text = "軸受は週末に壊れます。" * 10
    body = f"{{{{last_name}}}}様\n\n{text}\n\nご興味はありますか？\n\n{{{{sender_name}}}}"
    quality = campaign.model_copy(update={"request": request}).with_texts(outreach=body).quality()
    found = {check.name: check for check in quality.outreach.checks}
    assert found["length"].verdict == "pass"
    assert "characters" in found["length"].detail
    assert "longest_sentence" not in found


def test_the_pack_scores_as_its_weakest_part_with_the_mean_beside_it(campaigns: dict[str, Any]) -> None:
    campaign = campaigns["sensors"]
    quality = campaign.with_texts(outreach=with_paragraph(campaign.outreach.body, "See www.corvane.example.")).quality()
    assert quality.score == quality.outreach.score < quality.mean
    assert quality.follow_up.score == quality.subject_lines.score == 100


def test_every_detail_that_does_not_pass_says_something(campaigns: dict[str, Any]) -> None:
    campaign = campaigns["sensors"].with_texts(outreach="Buy now!", follow_up="Did you see my last email?")
    quality = campaign.quality()
    for part in ("outreach", "follow_up"):
        assert all(len(check.detail) > 10 and check.source for check in quality.part(part).findings)


def test_empty_texts_score_without_a_crash(campaigns: dict[str, Any]) -> None:
    lines = (SubjectLine(text="", angle="problem"),)
    quality = campaigns["sensors"].with_texts(subject_lines=lines, outreach="", follow_up="").quality()
    assert not quality.passed
