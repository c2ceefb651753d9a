"""Calibration may change how a text sounds, never what it says."""

import pytest

from core.frozen_facts import same_facts

BEFORE = "Hi {{first_name}},\n\nTallyline closes the month in 4 days. It works with Xero.\n\n{{sender_name}}"


@pytest.mark.parametrize(
    "after",
    [
        BEFORE,
        BEFORE.replace("closes the month in", "gets the month closed within"),
        "Hello {{first_name}},\n\nIt works with Xero. Tallyline needs 4 days to close.\n\n{{sender_name}}",
    ],
)
def test_other_words_for_the_same_facts_are_accepted(after: str) -> None:
    assert same_facts(BEFORE, after, "en")


@pytest.mark.parametrize(
    ("what", "after"),
    [
        ("another number", BEFORE.replace("4 days", "3 days")),
        ("a number more", BEFORE.replace("4 days", "4 days, 12 times a year")),
        ("a number less", BEFORE.replace("4 days", "days")),
        ("another name", BEFORE.replace("Xero", "Sage")),
        ("a name less", BEFORE.replace(" It works with Xero.", "")),
        ("a placeholder less", BEFORE.replace("{{first_name}}", "there")),
        ("a placeholder more", BEFORE.replace("the month", "{{company}}'s month")),
    ],
)
def test_a_changed_fact_is_noticed(what: str, after: str) -> None:
    assert not same_facts(BEFORE, after, "en"), what


def test_german_nouns_are_not_names() -> None:
    before = "Wir betreuen 180 Praxen. Ein Ausfall kostet einen Vormittag."
    assert same_facts(before, "180 Praxen betreuen wir. Ein Ausfall kostet Zeit: einen ganzen Vormittag.", "de")
    assert not same_facts(before, "180 Praxen betreuen wir mit DATEV. Ein Ausfall kostet einen Vormittag.", "de")
