"""Plain characters, and quotes that are on a page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nodes.website.cleaning import clean, fold, quote_is_on


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("zero\u200bwidth", "zerowidth"),
        ("\u202egnp.tneitap\u202c", "gnp.tneitap"),
        ("tag\U000e0041\U000e0042", "tag"),
        ("icon\ue001", "icon"),
        ("\x1b[2J\x1b]0;pwn\x07log", "  log"),
        ("\uff49\uff47\uff4e\uff4f\uff52\uff45", "ignore"),
        ("\U0001d422\U0001d420\U0001d427\U0001d428\U0001d42b\U0001d41e", "ignore"),
        ("32 m\u00b2, \u00bd price\u2122", "32 m\u00b2, \u00bd price\u2122"),
        ("Cafe\u0301", "Caf\u00e9"),
    ],
)
def test_unseen_and_disguised_characters_go(raw: str, plain: str) -> None:
    assert clean(raw) == plain


def test_a_quote_is_found_whatever_its_white_space() -> None:
    assert quote_is_on("Quotes in\u00a024\n hours.", "Quotes in 24 hours")


@pytest.mark.parametrize("quote", ["Quotes in 42 hours", "", "  ", "quotes IN 24 hours"])
def test_other_words_are_not_on_the_page(quote: str) -> None:
    assert not quote_is_on("Quotes in 24 hours.", quote)


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = fold(clean(text))
    assert fold(clean(once)) == once
