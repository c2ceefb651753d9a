"""Names are told by spelling, in German by more than a capital."""

import pytest

from core.grounding.names import name_tokens, opens_with_names


@pytest.mark.parametrize(
    ("language", "sentence", "names"),
    [
        ("en", "42 utilities in Ohio use QuickBooks under ISO 13485.", ("Ohio", "QuickBooks", "ISO")),
        ("en", "Marrow Creek Foods cut its charges.", ("Marrow", "Creek", "Foods")),
        ("en", "Changing shops on a Monday in March costs time, I think.", ()),
        ("en", "If {{company}} waits, the CFO waits.", ()),
        ("en", "Northgate's meters fit Ohio's lines.", ("Ohio",)),
        ("de", "Wir betreuen 180 Praxen in Niedersachsen zum Festpreis, TI-Anschluss inklusive.", ("TI-Anschluss",)),
        ("de", "Wenn Kunden Rechnungen suchen, hilft Ihnen DATEV.", ("DATEV",)),
        ("de", "Gestern wartete die Molkerei Auenrain.", ("Molkerei", "Auenrain")),
        ("fr", "Nous aidons {{company}} à Lyon avec l'ERP Sage.", ("Lyon", "ERP", "Sage")),
        ("es", "En España ayudamos a Telefónica.", ("España", "Telefónica")),
        ("it", "Dall'officina di Lecco serviamo l'Enel.", ("Lecco", "Enel")),
        ("it", "Le scriviamo noi, se Lei vuole.", ()),
    ],
)
def test_what_looks_like_a_name(language: str, sentence: str, names: tuple[str, ...]) -> None:
    assert name_tokens(sentence, language) == names


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Marrow Creek Foods cut charges.", "Marrow Creek Foods"),
        ("At Lakeshore Provision, turn time fell.", "Lakeshore Provision"),
        ("The average customer stays.", ""),
        ("Customers close in four days.", ""),
    ],
)
def test_a_text_that_opens_on_a_customer_has_an_owner(text: str, owner: str) -> None:
    assert opens_with_names(text) == owner


def test_a_verb_before_a_known_name_is_no_name() -> None:
    sentence = "¿Merece Hidralba una comparación?"
    assert "Merece" in name_tokens(sentence, "es")
    assert "Merece" not in name_tokens(sentence, "es", frozenset({"hidralba"}))
