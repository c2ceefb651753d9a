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


@pytest.mark.parametrize("seniority", ["manager", "practitioner"])
def test_nothing_changes_for_whom_it_was_written_where_no_tone_was_asked_for(
    company: dict[str, Any], steps: Any, seniority: str
) -> None:
    reader = {"persona": {"seniority": seniority}}
    assert steps.calibrated(company, **reader)["changes"] == []
    assert steps.calibrated(company, **reader)["outreach"]["body"] == steps.outreach(company, **reader)["body"]


def test_an_executive_gets_fewer_words_than_a_practitioner(companies: dict[str, Any], steps: Any) -> None:
    lengths = [
        [
            len(steps.calibrated(company, persona={"seniority": seniority})["outreach"]["body"].split())
            for seniority in ("executive", "practitioner")
        ]
        for company in companies.values()
    ]
    assert sum(executive < practitioner for executive, practitioner in lengths) > len(lengths) / 2
    assert sum(executive for executive, _ in lengths) < 0.9 * sum(practitioner for _, practitioner in lengths)


def calibrated_like(sample: str, body: str, steps: Any, companies: dict[str, Any]) -> str:
    draft = {"body": body + "\n\n{{sender_name}}", "cited": []}
    told = {"voice": {"sample": sample}, "outreach": draft, "follow_up": {"body": "", "cited": []}}
    answer: str = compose("CalibratedDrafts", {**steps.data(companies["Halden"]), **told})["outreach"]["body"]
    return answer


@pytest.mark.parametrize(
    ("sample", "body", "greeting", "sentence"),
    [
        ("Dear Mr Cole,\n\nWe do not rush.", "Hi {{first_name}},\n\nIt isn't fast.", "Hello", "is not"),
        ("Hey Sam,\n\nDon't worry.", "Hello {{first_name}},\n\nIt is not fast.", "Hi", "isn't"),
    ],
)
def test_an_email_takes_over_how_the_senders_sample_sounds(
    sample: str, body: str, greeting: str, sentence: str, companies: dict[str, Any], steps: Any
) -> None:
    changed = calibrated_like(sample, body, steps, companies)
    assert changed.startswith(f"{greeting} {{{{first_name}}}}")
    assert sentence in changed


def test_nothing_that_a_sample_says_reaches_an_email(companies: dict[str, Any], steps: Any) -> None:
    body = "Hi {{first_name}},\n\nIt is fast.\n\nShall I send it?"
    changed = calibrated_like("Dear Ms Roe,\n\nOur price is 900 dollars. Call Zane.", body, steps, companies)
    assert "900" not in changed
    assert "Zane" not in changed


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
