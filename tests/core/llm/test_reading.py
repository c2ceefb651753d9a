"""What counts as an answer, and what its writer is told if it is none."""

from typing import Any

import pytest
from pydantic import Field

from core.llm.reading import MAX_CHARACTERS, Unusable, clean, read_object, read_value, without_thinking
from core.value import Value


class Line(Value):
    """A line with its marks."""

    text: str = Field(max_length=20)
    marks: tuple[int, ...] = ()


class Page(Value):
    """Some lines."""

    lines: tuple[Line, ...]


@pytest.mark.parametrize(
    "text",
    [
        '{"a": "b"}',
        ' \n{"a": "b"}\n',
        '```json\n{"a": "b"}\n```',
        '```\n{"a": "b"}```',
        'Sure! Here it is: {"a": "b"} Let me know.',
        'For {name} and {{first_name}}: {"a": "b"}',
        '[{"a": "b"}]',
        ' [\n{"a": "b"}\n] ',
        '{"a": "b"}{"a": "b"}',
        '{"a": "b"} and again [{"a": "b"}]',
        '<think>{"a": "c"} or not?</think>{"a": "b"}',
        '<thinking>one</thinking>\n<think>two</think>\n{"a": "b"}',
        'I should write {"a": "c"}.</think>{"a": "b"}',
        '{"a": "b\\u0000\\ud83d"}',
        '{"a": "b\x07"}',
        '\ufeff{"a": "b"}',
    ],
)
def test_the_one_object_is_found_in_whatever_is_around_it(text: str) -> None:
    assert read_object(text) == {"a": "b"}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "no JSON object"),
        ("Hello there.", "no JSON object"),
        ("<think>{}", "no JSON object"),
        ('"text"', "no JSON object"),
        ("[1, 2]", "one JSON object"),
        ('[{"a": 1}, {"a": 2}]', "one JSON object"),
        ('{"a": "b"', "Not valid JSON"),
        ('{"a": "b",}', "Not valid JSON"),
        ("{'a': 'b'}", "Not valid JSON"),
        ('{"a": {"b": 1},}', "Not valid JSON"),
        ('{"a": "b"}{"a": "c"}', "two different"),
        ('{"a": 1, "a": 2}', "twice"),
        ('{"x": {"a": 1, "a": 2}}', "twice"),
        ('{"a": NaN}', "NaN"),
        ('{"a": -Infinity}', "Infinity"),
        ('{"a": ' + "9" * 5000 + "}", "number too long"),
        ("{" * 100_000, "too long"),
        ("[" * 1_999, "Not valid JSON"),
        ('{"a": "' + "b" * MAX_CHARACTERS + '"}', "too long"),
    ],
)
def test_what_is_no_single_json_object_is_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(Unusable, match=reason):
        read_object(text)


def test_lists_become_tuples_and_unknown_fields_go() -> None:
    said: dict[str, Any] = {"lines": [{"text": "a", "marks": [1], "mood": "gay"}, {"text": "b", "x": {}}], "note": "n"}
    assert read_value(said, Page) == Page(lines=(Line(text="a", marks=(1,)), Line(text="b")))


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({}, "lines: Field required"),
        ({"lines": None}, "lines: Input should be a valid tuple"),
        ({"lines": [{"text": 1}]}, r"lines\.0\.text: Input should be a valid string"),
        ({"lines": [{"text": "a" * 21, "x": 1}], "y": 2}, r"lines\.0\.text: String should have at most 20"),
    ],
)
def test_the_reasons_name_the_field_and_never_quote_the_answer(said: dict[str, Any], reason: str) -> None:
    with pytest.raises(Unusable, match=reason) as caught:
        read_value(said, Page)
    assert "aaaa" not in str(caught.value)


def test_cleaning_a_beginning_gives_the_beginning_of_the_clean_text() -> None:
    text = "a\r\nb\tc\x00d\ud83de\x1b[0m"
    cleaned = clean(text)
    assert cleaned == "a\nb\tcde[0m"
    assert all(cleaned.startswith(clean(text[:end])) for end in range(len(text)))


def test_thinking_that_has_not_ended_hides_all_that_follows() -> None:
    assert without_thinking('<think>Perhaps {"a": 1}') == ""
