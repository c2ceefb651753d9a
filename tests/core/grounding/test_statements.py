"""What a sentence states, once what leads to it is taken off."""

import pytest

from core.grounding.statements import main_clause


@pytest.mark.parametrize(
    ("language", "sentence", "clause"),
    [
        ("fr", "Un chiffre de chez nous : 620 pharmacies agencées.", "620 pharmacies agencées."),
        ("de", "Unsere Zahl dazu: 70 % weniger Pflegeaufwand.", "70 % weniger Pflegeaufwand."),
        ("en", "If time is short: we price in 2 days.", "we price in 2 days."),
        ("en", "If {{company}} still closes late, the board waits.", "the board waits."),
        ("en", "We say this: it is good.", "We say this: it is good."),
        ("en", "Quotes come back in 24 hours.", "Quotes come back in 24 hours."),
        ("it", "Se il tempo stringe: rispondiamo entro 2 giorni.", "rispondiamo entro 2 giorni."),
        ("it", "Se la macchina è ferma, paga chi aspetta.", "paga chi aspetta."),
        ("es", "Se lo enviamos gratis, en 24 horas.", "Se lo enviamos gratis, en 24 horas."),
    ],
)
def test_the_main_clause_is_what_is_stated(language: str, sentence: str, clause: str) -> None:
    assert main_clause(sentence, language) == clause
