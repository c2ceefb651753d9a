"""Links, contact data, tags and blanks are found; figures, norms and abbreviations are not."""

import pytest

from core.grounding.unsafe import BLANK, contact_data, printable, unknown_tags


@pytest.mark.parametrize(
    "text",
    [
        "see https://a.example/x?y=1",
        "see www.corvane.example",
        "see corvane.example/demo",
        "javascript:alert(1)",
        "mailto:x@a.example",
        "sales@corvane.example",
        "sales (at) corvane.example",
        "Call (414) 555-0142",
        "+49 221 4710 214",
        "0221 4710 2140",
        "IBAN DE89 3704 0044 0532 0130 00",
        "0x52908400098527886E0F7030069857D2E4169EE7",
    ],
)
def test_contact_data_is_found(text: str) -> None:
    assert contact_data(text)
    assert not contact_data(text, given=text)


@pytest.mark.parametrize(
    "text",
    [
        "1 to 250,000 parts",
        "2019-2023",
        "250 000 pieces",
        "on 12.03.2025",
        "EN 10204 3.1",
        "ISO 9001:2015",
        "e.g. this",
        "Node.js",
        "from 118 to 71 minutes",
        "{{first_name}}",
    ],
)
def test_figures_and_abbreviations_are_no_contact_data(text: str) -> None:
    assert not contact_data(text)


def test_only_known_tags_pass() -> None:
    text = "{{first_name}} {{ first_name }} {{x}} *|FNAME|* {% if a %} ${b} <% c %>"
    assert unknown_tags(text, frozenset(("first_name",))) == (
        "{{ first_name }}",
        "{{x}}",
        "*|FNAME|*",
        "{% if a %}",
        "${b}",
        "<% c %>",
    )


@pytest.mark.parametrize("text", ["Hello [Name]", "at <company>", "for {industry}", "TODO: proof", "your ____ here"])
def test_blanks_are_found(text: str) -> None:
    assert BLANK.search(text)


def test_todo_is_a_spanish_word() -> None:
    assert not BLANK.search("todo el equipo, {{company}}")


def test_characters_that_nobody_sees_go() -> None:
    assert printable("a\u200bb\u202ec\U000e0041d\r\ne\x07") == "abcd\ne"
