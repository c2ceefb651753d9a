"""A sentence may not deny what its fact says, nor say what its fact denies."""

import pytest

from core.company import Fact
from core.grounding.opposites import opposite


def fact(text: str) -> Fact:
    return Fact(id="f1", kind="mechanism", text=text, quote=text, page="https://a.example/")


@pytest.mark.parametrize(
    ("language", "text", "sentence"),
    [
        ("en", "Our meters fit existing service lines.", "Our meters never fit existing service lines."),
        ("en", "They fit existing lines and need no new gateways.", "They need new gateways."),
        ("en", "The sensors clamp on without drilling holes.", "The sensors clamp on by drilling holes."),
        ("en", "The samples don't stop production.", "The samples stop production."),
        ("de", "Die Fühler werden ohne Bohrlöcher montiert.", "Die Fühler werden mit Bohrlöchern montiert."),
        ("de", "Der Festpreis gilt für jede Abrechnung.", "Der Festpreis gilt nicht für jede Abrechnung."),
        ("fr", "Le forfait comprend les pièces d'usure.", "Le forfait ne comprend pas les pièces d'usure."),
        ("es", "La sonda cierra el agua sin avisos previos.", "La sonda cierra el agua con avisos previos."),
        ("it", "I filtri si cambiano senza fermo impianto.", "I filtri si cambiano con fermo impianto."),
    ],
)
def test_the_opposite_is_noticed(language: str, text: str, sentence: str) -> None:
    assert opposite(sentence, (fact(text),), language)
    assert not opposite(text, (fact(text),), language)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("They fit existing lines and need no new gateways.", "They fit existing lines."),
        ("They need no new gateways.", "New gateways are not needed."),
        ("Nobody has to retype timesheets.", "It ends the retyping of timesheets."),
        ("We replace any cracked tile free of charge.", "You do not pay for a cracked tile: it is free of charge."),
        ("Prices are fixed, with nothing added later.", "Prices are fixed."),
        ("The samples do not stop production.", "Would samples that stop production be a problem?"),
    ],
)
def test_other_words_for_the_same_pass(text: str, sentence: str) -> None:
    assert not opposite(sentence, (fact(text),), "en")
