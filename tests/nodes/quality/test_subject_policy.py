"""Whether a subject may ask, or name its recipient, is disputed: both cost a little, or what policy says."""

from typing import Any

import pytest

from core.pack import Quality
from nodes.quality.thresholds import Policy, Thresholds

LINES = {
    "subject_questions": ("states", {"sensors": "who hears a bearing?", "almonds": "¿agua en plena campaña?"}),
    "subject_first_name": (
        "no_recipient_name",
        {"sensors": "{{first_name}}, wear found early", "payroll": "Löhne für {{last_name}}"},
    ),
}
CASES = [(setting, name) for setting, (_, texts) in LINES.items() for name in texts]


def scored(campaigns: dict[str, Any], setting: str, name: str, policy: Policy) -> Quality:
    campaign, text = campaigns[name], LINES[setting][1][name]
    first, *rest = campaign.subject_lines
    changed = campaign.with_texts(subject_lines=(first.model_copy(update={"text": text}), *rest))
    quality: Quality = changed.quality(thresholds=Thresholds.model_validate({setting: policy}))
    return quality


@pytest.mark.parametrize(("setting", "name"), CASES)
def test_by_default_it_costs_a_little(campaigns: dict[str, Any], setting: str, name: str) -> None:
    lines = scored(campaigns, setting, name, "minor").subject_lines
    check = next(check for check in lines.checks if check.name == LINES[setting][0])
    assert (check.verdict, check.severity) == ("fail", "minor")
    assert LINES[setting][1][name] in check.detail
    assert lines.passed


@pytest.mark.parametrize(("setting", "name"), CASES)
def test_policy_may_forbid_it(campaigns: dict[str, Any], setting: str, name: str) -> None:
    assert scored(campaigns, setting, name, "major").subject_lines.score <= 65
    assert scored(campaigns, setting, name, "gate").subject_lines.score == 40


@pytest.mark.parametrize(("setting", "name"), CASES)
def test_policy_may_allow_it(campaigns: dict[str, Any], setting: str, name: str) -> None:
    checks = scored(campaigns, setting, name, "off").subject_lines.checks
    assert LINES[setting][0] not in {check.name for check in checks}


def test_a_line_that_states_passes(campaign: Any) -> None:
    checks = {check.name: check.verdict for check in campaign.quality().subject_lines.checks}
    assert checks["states"] == checks["no_recipient_name"] == "pass"
