"""A subject line shares matter with its email and its site: rare words more than common ones."""

from typing import Any

import pytest

from nodes.quality.thresholds import Thresholds


def tied(campaign: Any, text: str) -> str:
    first, *rest = campaign.subject_lines
    changed = campaign.with_texts(subject_lines=(first.model_copy(update={"text": text}), *rest))
    return next(check.verdict for check in changed.quality().subject_lines.checks if check.name == "tied")


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("a bearing on Saturday", "pass"),
        ("27 percent less", "pass"),
        ("every year again", "half"),
        ("a better tomorrow", "fail"),
    ],
)
def test_matter_in_common_is_measured(campaigns: dict[str, Any], text: str, verdict: str) -> None:
    assert tied(campaigns["sensors"], text) == verdict


def test_where_words_cannot_be_compared_nothing_is_said(campaigns: dict[str, Any]) -> None:
    campaign = campaigns["sensors"]
    request = campaign.request.model_copy(update={"language": "de"})
    checks = campaign.model_copy(update={"request": request}).quality().subject_lines.checks
    assert "tied" not in {check.name for check in checks}


def test_policy_may_refuse_generic_lines(campaigns: dict[str, Any]) -> None:
    campaign = campaigns["sensors"]
    first, *rest = campaign.subject_lines
    generic = campaign.with_texts(subject_lines=(first.model_copy(update={"text": "a better tomorrow"}), *rest))
    assert generic.quality().subject_lines.passed
    assert not generic.quality(thresholds=Thresholds(subject_tied="major")).subject_lines.passed
