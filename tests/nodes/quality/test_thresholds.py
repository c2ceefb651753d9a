"""Thresholds are settings: a sensible one moves the bar, a bad one is refused with what is wrong with it."""

from typing import Any

import pytest
from pydantic import ValidationError

from nodes.quality.thresholds import Thresholds


@pytest.mark.parametrize(
    ("setting", "says"),
    [
        ({"outreach_words": [90, 35]}, "from the least to the most"),
        ({"days": [-1, 3]}, "both at least 0"),
        ({"outreach_words": [20, 90]}, r"outreach_words_half \[25, 125\] must contain outreach_words \[20, 90\]"),
        ({"outreach_characters_half": [80, 320]}, "must contain outreach_characters"),
        ({"questions": [1, 3]}, "must contain questions"),
        ({"subject_words": [2, 10]}, "subject_words_half 9 must be at least 10"),
        ({"subject_characters": 70}, "subject_characters_half 60 must be at least subject_characters 70"),
        ({"reading_grade": 11}, "reading_grade_half 10.0 must be at least reading_grade 11.0"),
        ({"sentence_words": 50}, "sentence_words_major 40 must be at least sentence_words 50"),
        ({"specificity_half": 1.2}, "specificity_half 1.2 must be at most specificity"),
        ({"you_per_we": 0.2}, "you_per_we_half 0.5 must be at most you_per_we 0.2"),
        ({"new_fact_overlap": 0.1}, "new_fact_overlap_half 0.3 must be at most"),
        ({"reused_pairs": 0.5}, "reused_pairs_half 0.35 must be at least"),
        ({"reused_pairs_half": 1.5}, "less than or equal to 1"),
        ({"opt_out": "sometimes"}, "opt_out"),
        ({"specificity": float("nan")}, "finite"),
        ({"words": 3}, "Extra inputs"),
    ],
)
def test_a_bad_setting_is_refused_with_its_reason(setting: dict[str, Any], says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        Thresholds.model_validate(setting)


def test_settings_come_from_json() -> None:
    limits = Thresholds.model_validate_json('{"outreach_words": [40, 80], "opt_out": "gate", "proof": "off"}')
    assert (limits.outreach_words, limits.opt_out, limits.proof) == ((40, 80), "gate", "off")


def test_every_threshold_says_where_it_comes_from() -> None:
    assert all(len(field.description or "") > 10 for field in Thresholds.model_fields.values())


def verdict(campaign: Any, part: str, criterion: str, **settings: Any) -> str | None:
    quality = campaign.quality(thresholds=Thresholds.model_validate(settings))
    return next((check.verdict for check in quality.part(part).checks if check.name == criterion), None)


def test_a_setting_moves_the_bar(campaigns: dict[str, Any]) -> None:
    campaign = campaigns["sensors"]
    assert verdict(campaign, "outreach", "specificity", specificity=9) == "half"
    assert verdict(campaign, "outreach", "specificity", specificity=9, specificity_half=8) == "fail"
    assert verdict(campaign, "outreach", "reading_grade", reading_grade=2) == "half"
    assert verdict(campaign, "outreach", "reading_grade", reading_grade=2, reading_grade_half=3) == "fail"
    assert verdict(campaign, "follow_up", "new_fact", new_fact_overlap=9) == "half"
    assert verdict(campaign, "outreach", "one_question", questions=[2, 2]) == "half"


def test_two_questions_may_be_allowed_or_forbidden(campaigns: dict[str, Any]) -> None:
    campaign = campaigns["sensors"]
    text = campaign.outreach.body.replace("Would one machine", "Does it happen often? Would one machine")
    asks_twice = campaign.with_texts(outreach=text)
    assert verdict(asks_twice, "outreach", "one_question") == "half"
    assert verdict(asks_twice, "outreach", "one_question", questions=[1, 3], questions_half=[1, 3]) == "pass"
    assert verdict(asks_twice, "outreach", "one_question", questions_half=[1, 1]) == "fail"


def test_a_first_email_without_proof_is_a_matter_of_policy(campaigns: dict[str, Any]) -> None:
    campaign = campaigns["sensors"]
    greeting, opening, _, *rest = campaign.outreach.body.split("\n\n")
    bare = campaign.with_texts(outreach="\n\n".join((greeting, opening, *rest)))
    assert verdict(bare, "outreach", "proof") == "fail"
    assert verdict(bare, "outreach", "proof", proof="off") is None
