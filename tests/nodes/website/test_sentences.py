"""Running text in sentences."""

import pytest

from nodes.website.sentences import split_sentences, without_bullet
from nodes.website.wording import parts_of, shortened


@pytest.mark.parametrize(
    ("text", "language", "sentences"),
    [
        ("Springs since 1998. 42 staff.", "en", ("Springs since 1998.", "42 staff.")),
        ("We work with Acme Inc. and others. Ask them.", "en", ("We work with Acme Inc. and others.", "Ask them.")),
        ("No. We never do.", "en", ("No.", "We never do.")),
        ("Part no. 4711 fits.", "en", ("Part no. 4711 fits.",)),
        ("Am 3. Mai, z. B. nachts. Danach nicht.", "de", ("Am 3. Mai, z. B. nachts.", "Danach nicht.")),
        ("\u00abOui.\u00bb C\u2019est fait.", "fr", ("\u00abOui.\u00bb", "C\u2019est fait.")),
        ("230 staff \u00b7 3 lines \u00b7 64 sorts", "en", ("230 staff", "3 lines", "64 sorts")),
        ("From $5. $9 for two.", "en", ("From $5.", "$9 for two.")),
    ],
)
def test_sentences_end_where_readers_stop(text: str, language: str, sentences: tuple[str, ...]) -> None:
    assert split_sentences(text, language) == sentences


@pytest.mark.parametrize("raw", ["\u2713 Tested", "- Tested", "\U0001f69b Tested", "1. Tested", "\u2022 Tested"])
def test_the_mark_of_a_list_item_goes(raw: str) -> None:
    assert without_bullet(raw) == "Tested"


def test_a_long_sentence_is_read_as_its_statements() -> None:
    first = "Each box is checked by a camera after it was printed and a second time before it is folded"
    second = (
        "in 2025 there were 21 million boxes, and not one batch was sent back because a camera could not read its code"
    )
    assert parts_of(f"{first}; {second}.") == (first, f"{second}.")


def test_a_clause_about_a_name_goes_first() -> None:
    sentence = (
        "Die Firma Moosgrund aus Freiburg, die vor drei Jahren mit vier Sorten begann und heute 46 Sorten in kleinen "
        "Auflagen f\u00fchrt, hat ihren Bestand von sieben Monaten auf sechs Wochen verringert, seit sie auf Abruf "
        "bestellt."
    )
    assert shortened(sentence).startswith("Die Firma Moosgrund aus Freiburg hat ihren Bestand")


def test_a_sentence_without_a_place_to_cut_is_no_fact() -> None:
    assert shortened("word " * 60) == ""
