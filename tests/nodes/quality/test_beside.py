"""Checks by others stand beside the rubric's: they lower a part's score and never raise it."""

from typing import Any

import pytest

from core.pack import PART_NAMES, Check, PartName, Severity, Verdict


def check(verdict: Verdict, severity: Severity = "major") -> Check:
    return Check(name="judge", verdict=verdict, severity=severity, detail="too stiff", source="a judge")


@pytest.mark.parametrize("part", PART_NAMES)
@pytest.mark.parametrize(
    ("beside", "most"),
    [(check("half"), 84), (check("fail"), 65), (check("fail", "gate"), 40), (check("half", "gate"), 65)],
)
def test_a_bad_opinion_lowers_its_part_only(campaign: Any, part: PartName, beside: Check, most: int) -> None:
    without, judged = campaign.quality(), campaign.quality(beside={part: (beside,)})
    assert judged.part(part).score == most
    assert beside in judged.part(part).checks
    for other in set(PART_NAMES) - {part}:
        assert judged.part(other) == without.part(other)
    assert judged.score == most


@pytest.mark.parametrize("part", PART_NAMES)
def test_a_good_opinion_changes_no_score(campaign: Any, part: PartName) -> None:
    without, judged = campaign.quality(), campaign.quality(beside={part: (check("pass"),) * 30})
    assert judged.part(part).score == without.part(part).score
    assert judged.part(part).checks[-1] == check("pass")


def test_praise_lifts_no_gate(campaigns: dict[str, Any]) -> None:
    campaign = campaigns["sensors"]
    bulk = campaign.with_texts(outreach=campaign.outreach.body.replace("Would one", "Act now. Would one"))
    assert bulk.quality(beside={"outreach": (check("pass", "gate"),) * 50}).outreach.score == 40


def test_praise_does_not_make_up_for_minor_faults(campaigns: dict[str, Any]) -> None:
    campaign = campaigns["sensors"]
    before = campaign.quality().outreach.score
    assert before < 100
    mixed = (*(check("pass", "gate"),) * 50, check("fail", "minor"))
    assert campaign.quality(beside={"outreach": mixed}).outreach.score == before


def test_each_subject_line_keeps_its_own_score(campaign: Any) -> None:
    judged = campaign.quality(beside={"subject_lines": (check("fail"),)})
    assert judged.subject_scores == campaign.quality().subject_scores
    assert judged.subject_lines.score == 65
