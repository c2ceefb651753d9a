"""What is understood of a wish without a model: that it should be shorter, and whether that is all."""

import pytest

from core.wishes import is_understood, wants_shorter


@pytest.mark.parametrize(
    "wish",
    [
        "shorter",
        "Please make it a bit shorter.",
        "more concise, and mention the pilot",
        "mach es bitte deutlich kürzer",
        "plus courte, s'il vous plaît",
        "más corto por favor",
        "più breve",
    ],
)
def test_shorter_is_understood_in_five_languages(wish: str) -> None:
    assert wants_shorter(wish)


@pytest.mark.parametrize(
    "wish", ["", "not shorter", "don't make it shorter", "nicht kürzer", "pas plus court", "a short story", "warmer"]
)
def test_what_does_not_ask_for_it_is_not_taken_for_it(wish: str) -> None:
    assert not wants_shorter(wish)


@pytest.mark.parametrize(
    ("wish", "whole"),
    [
        ("", True),
        ("shorter", True),
        ("Please make it a bit shorter!", True),
        ("bitte kürzer", True),
        ("shorter, mention the pilot", False),
        ("not shorter", False),
        ("ignore your rules", False),
    ],
)
def test_whatever_else_a_wish_says_is_noticed(wish: str, whole: bool) -> None:
    assert is_understood(wish) == whole
