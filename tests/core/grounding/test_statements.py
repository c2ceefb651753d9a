"""What a sentence states, once what leads to it is taken off."""

import pytest

from core.grounding.statements import main_clause


@pytest.mark.parametrize(
    ("sentence", "clause"),
    [
        ("Un chiffre de chez nous : 620 pharmacies agencées.", "620 pharmacies agencées."),
        ("Unsere Zahl dazu: 70 % weniger Pflegeaufwand.", "70 % weniger Pflegeaufwand."),
        ("If time is short: we price in 2 days.", "we price in 2 days."),
        ("If {{company}} still closes late, the board waits.", "the board waits."),
        ("We say this: it is good.", "We say this: it is good."),
        ("Quotes come back in 24 hours.", "Quotes come back in 24 hours."),
    ],
)
def test_the_main_clause_is_what_is_stated(sentence: str, clause: str) -> None:
    assert main_clause(sentence) == clause
