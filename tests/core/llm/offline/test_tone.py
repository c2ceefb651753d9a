"""Calibration changes style, and nothing else."""

import re
from typing import Any

import pytest

from core.frozen_facts import same_facts
from core.llm.offline.compose import compose

TONES = ("direct", "warm", "formal", "technical", "executive")


@pytest.mark.parametrize("tone", TONES)
def test_numbers_names_and_placeholders_stay(company: dict[str, Any], steps: Any, tone: str) -> None:
    language = company["company"]["language"]
    before = {"outreach": steps.outreach(company, tone=tone), "follow_up": steps.follow_up(company, tone=tone)}
    after = steps.calibrated(company, tone=tone)
    for part, email in before.items():
        assert same_facts(email["body"], after[part]["body"], language)
        for cited in after[part]["cited"]:
            assert cited["sentence"] in after[part]["body"]


@pytest.mark.parametrize("tone", TONES)
def test_what_changed_is_told_with_its_reason(company: dict[str, Any], steps: Any, tone: str) -> None:
    before = {"outreach": steps.outreach(company, tone=tone), "follow_up": steps.follow_up(company, tone=tone)}
    after = steps.calibrated(company, tone=tone)
    for part, email in before.items():
        changed = email["body"] != after[part]["body"]
        assert changed == any(change["part"] == part for change in after["changes"])
    assert all(change["what"] and change["why"] for change in after["changes"])


@pytest.mark.parametrize("tone", TONES)
def test_calibrating_twice_changes_nothing_more(company: dict[str, Any], steps: Any, tone: str) -> None:
    once = steps.calibrated(company, tone=tone)
    again = {**steps.data(company, tone=tone), "outreach": once["outreach"], "follow_up": once["follow_up"]}
    twice = compose("CalibratedDrafts", again)
    assert twice["changes"] == []
    assert twice["outreach"] == once["outreach"]
    assert twice["follow_up"] == once["follow_up"]


def test_nothing_changes_where_no_tone_was_asked_for(company: dict[str, Any], steps: Any) -> None:
    assert steps.calibrated(company)["changes"] == []
    assert steps.calibrated(company)["outreach"]["body"] == steps.outreach(company)["body"]


def test_a_warm_email_makes_it_easy_to_decline(companies: dict[str, Any], steps: Any) -> None:
    body = steps.calibrated(companies["Northgate"], tone="warm and friendly")["outreach"]["body"]
    assert body.endswith("A short no is fine too.\n\n{{sender_name}}")


def test_a_formal_email_keeps_its_distance(companies: dict[str, Any], steps: Any) -> None:
    assert steps.calibrated(companies["Northgate"], tone="formal")["outreach"]["body"].startswith(
        "Hello {{first_name}},"
    )
    spanish = steps.calibrated(companies["Frío Levante"], tone="formal")["outreach"]["body"]
    assert spanish.startswith("Buenos días, {{first_name}}:")


def test_a_formal_email_writes_contractions_out(companies: dict[str, Any], steps: Any) -> None:
    told = {
        "body": "Hi,\n\nWe don't guess.\n\nIsn't it so?\n\n{{sender_name}}",
        "cited": [{"sentence": "We don't guess.", "fact": "f1"}],
    }
    drafts = {"outreach": told, "follow_up": {"body": "", "cited": []}}
    email = compose("CalibratedDrafts", {**steps.data(companies["Halden"], tone="formal"), **drafts})["outreach"]
    assert not re.search(r"n't", email["body"])
    assert email["cited"] == [{"sentence": "We do not guess.", "fact": "f1"}]
