"""A question takes up what the email says: the first step on offer, a time, a customer's figure."""

import pytest

from core.llm.offline.asks import follows
from core.llm.offline.entries import first_step


@pytest.mark.parametrize(
    ("code", "text", "step"),
    [
        ("en", "Every plan starts with a 30-day free trial.", "a 30-day free trial"),
        ("de", "Bei uns können Sie 30 Tage kostenlos testen.", "ein Test von 30 Tagen"),
        ("fr", "Nous proposons un essai de huit semaines sur une cuisine.", "un essai de huit semaines"),
        ("es", "Ofrecemos una prueba piloto de 30 días con 5 cajas.", "una prueba piloto de 30 días"),
        ("en", "We repair gearboxes.", ""),
    ],
)
def test_the_first_step_is_named_with_its_article(code: str, text: str, step: str) -> None:
    assert first_step((text,), code) == step


def test_a_time_is_asked_about_and_a_condition_is_a_promise() -> None:
    assert follows("Quotes come back in 24 hours.", "guarantee", "") == ("time",)
    assert follows("If we are late, you get a refund in two days.", "guarantee", "") == ("promise",)


def test_a_figure_is_asked_about_only_where_it_is_a_customers() -> None:
    text = "Debtor days went from 58 to 39."
    assert follows(text, "proof", "Hebble & Dyke") == ("figure",)
    assert follows(text, "proof", "") == ()
