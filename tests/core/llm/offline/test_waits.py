"""A question takes its noun from the fact before it: what the reader waits for, what is free to begin with."""

import pytest

from core.llm.offline.entries import entries, first_step
from core.llm.offline.languages import language_of
from core.llm.offline.waits import waited_for


@pytest.mark.parametrize(
    ("code", "text", "waited"),
    [
        ("en", "Quotes come back in 24 hours.", "a quote"),
        ("de", "Eine Antwort gibt es in 15 Minuten.", "eine Antwort"),
        ("fr", "Vous recevez un devis en deux heures.", "un devis"),
        ("it", "Interveniamo entro 24 ore.", "il tecnico"),
        ("en", "The warranty runs for 24 months.", ""),
    ],
)
def test_a_promise_of_time_names_what_is_waited_for(code: str, text: str, waited: str) -> None:
    assert waited_for(text, language_of(code)) == waited


def test_a_sample_that_goes_to_a_laboratory_is_no_gift() -> None:
    assert entries(("Ein unbedrucktes Handmuster schicken wir kostenlos.",)) == ("sample",)
    assert entries(("Avant toute offre, un échantillon part à notre laboratoire.",)) == ()


def test_a_free_first_step_after_a_colon_is_named() -> None:
    assert first_step(("Probefläche: kostenlos, Termin innert zehn Arbeitstagen.",), "de") == (
        "eine kostenlose Probefläche"
    )
