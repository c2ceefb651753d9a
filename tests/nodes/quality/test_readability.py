"""English emails are held to a reading grade; greeting, signature and merge fields do not count."""

from typing import Any

import pytest

from core.pack import Check
from nodes.quality.readability import grade, syllables

HARD = (
    "Notwithstanding considerable organizational complexity, interdepartmental communication deficiencies "
    "systematically undermine operational predictability."
)
FAIRLY_HARD = (
    "Unplanned maintenance interruptions regularly complicate production planning, and several departments recover "
    "late."
)


def reading(campaign: Any, opening: str) -> Check | None:
    """Return the check of a campaign whose first email opens otherwise."""
    greeting, _, *rest = campaign.outreach.body.split("\n\n")
    quality = campaign.with_texts(outreach="\n\n".join((greeting, opening, *rest))).quality()
    return next((check for check in quality.outreach.checks if check.name == "reading_grade"), None)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("a", 1), ("quote", 1), ("used", 1), ("leaves", 1), ("planned", 1), ("pages", 2), ("table", 2), ("started", 2),
        ("people", 2), ("being", 2), ("value", 2), ("machine", 2), ("question", 2), ("business", 2), ("radio", 3),
        ("vibration", 3), ("area", 3), ("million", 2), ("employee", 3), ("company", 3), ("reliable", 4),
        ("utilities", 4), ("individual", 5), ("ISO", 1), ("2025", 1), ("{{company}}", 3),
    ],
)  # fmt: skip
def test_syllables_are_counted_as_they_are_spoken(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_grade_is_kincaids() -> None:
    # 6 words, 1 sentence, 6 syllables: 0.39 * 6 + 11.8 * 1 - 15.59
    assert grade(["The cat sat on the mat."]) == pytest.approx(-1.45)
    assert grade([]) == 0


def test_a_name_counts_for_two_syllables_at_most() -> None:
    assert grade(["We met Anna."]) == pytest.approx(grade(["We met Bartholomea."]))
    assert grade(["Bartholomea met us."], frozenset(("Bartholomea",))) == pytest.approx(grade(["Anna met us."]))
    assert grade(["Notwithstanding us."]) > grade(["Anna us."])


def test_longer_words_and_longer_sentences_are_harder() -> None:
    plain = "The pump stops and the line waits."
    assert grade([plain]) < grade([plain.replace("stops", "malfunctions")])
    assert grade([plain, plain]) < grade([f"{plain[:-1]} while {plain.lower()}"])


def test_a_good_email_reads_at_its_grade(campaigns: dict[str, Any]) -> None:
    check = reading(campaigns["sensors"], "A bearing rarely fails on a Tuesday at ten.")
    assert check
    assert check.verdict == "pass"
    assert "reads at grade" in check.detail


def test_a_fairly_hard_email_passes_half(campaigns: dict[str, Any]) -> None:
    check = reading(campaigns["sensors"], FAIRLY_HARD)
    assert check
    assert check.verdict == "half", check.detail


def test_a_hard_email_fails_and_its_hardest_sentence_is_named(campaigns: dict[str, Any]) -> None:
    check = reading(campaigns["sensors"], f"{HARD} It fails on the weekend.")
    assert check
    assert check.verdict == "fail"
    assert HARD in check.detail
    assert "interdepartmental" in check.detail


def test_greeting_and_signature_do_not_count(campaigns: dict[str, Any]) -> None:
    campaign = campaigns["sensors"]
    longer = campaign.outreach.body.replace("Hi {{first_name}},", "Good afternoon everybody {{first_name}},")
    details = [
        next(check.detail for check in one.quality().outreach.checks if check.name == "reading_grade")
        for one in (campaign, campaign.with_texts(outreach=longer))
    ]
    assert details[0] == details[1]


@pytest.mark.parametrize("name", ["payroll", "ovens", "almonds"])
def test_other_languages_have_no_grade(campaigns: dict[str, Any], name: str) -> None:
    assert reading(campaigns[name], "Interdisziplinarität.") is None
