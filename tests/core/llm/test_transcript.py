"""Deltas out of JSON that is still being written."""

import json
from typing import Any

import pytest
from langchain_core.messages import AIMessageChunk
from langchain_core.messages.tool import ToolCallChunk
from langchain_core.outputs import ChatGenerationChunk

from core.llm.transcript import Transcript

ANSWER = {
    "subject_lines": [{"text": "Fünf Tage früher 😀", "angle": "proof"}, {"text": 'Ends with \\ and "', "angle": "x"}],
    "body": "Hi,\n\nwe\tare here.",
}
READABLE = ("subject_lines.*.text", "body", "missing.field")


class Listener:
    """Puts together what it is told."""

    def __init__(self) -> None:
        self.fields: dict[str, str] = {}
        self.pieces = 0

    def __call__(self, path: str, text: str | None) -> None:
        self.pieces += 1
        self.fields[path] = "" if text is None else self.fields.get(path, "") + text


def write(transcript: Transcript, text: str, size: int) -> None:
    for start in range(0, len(text), size):
        transcript.on_llm_new_token(text[start : start + size])


@pytest.mark.parametrize("ascii_only", [True, False])
@pytest.mark.parametrize("size", [1, 2, 3, 7, 1000])
@pytest.mark.parametrize("before", ["", "```json\n", "<think>Is {this} it?</think>\n"])
def test_the_pieces_make_the_fields(before: str, size: int, ascii_only: bool) -> None:
    listener = Listener()
    transcript = Transcript(READABLE, listener)
    write(transcript, before + json.dumps(ANSWER, ensure_ascii=ascii_only), size)
    transcript.finish(ANSWER)
    assert listener.fields == {
        "subject_lines.0.text": "Fünf Tage früher 😀",
        "subject_lines.1.text": 'Ends with \\ and "',
        "body": "Hi,\n\nwe\tare here.",
    }
    assert listener.pieces > 20 or size > 2


def test_text_that_the_parser_refuses_is_told_at_the_end() -> None:
    listener = Listener()
    transcript = Transcript(("body",), listener)
    write(transcript, '{"body": "a\nb"}', 2)
    transcript.finish({"body": "a\nb"})
    assert listener.fields == {"body": "a\nb"}


def test_what_turned_out_otherwise_is_taken_back() -> None:
    told: list[tuple[str, str | None]] = []
    transcript = Transcript(("body",), lambda *said: told.append(said))
    write(transcript, '{"body": "draft"', 50)
    transcript.finish({"body": "final"})
    assert told == [("body", "draft"), ("body", None), ("body", "final")]


def test_a_new_attempt_takes_back_the_fields_that_were_told() -> None:
    told: list[tuple[str, str | None]] = []
    transcript = Transcript(READABLE, lambda *said: told.append(said))
    write(transcript, '{"body": "dra', 50)
    transcript.begin()
    transcript.begin()
    assert told == [("body", "dra"), ("body", None)]
    assert transcript.text == ""


def test_arguments_of_a_function_are_text_too() -> None:
    listener = Listener()
    transcript = Transcript(("body",), listener)
    part = ToolCallChunk(type="tool_call_chunk", name=None, args='{"body": "Hi', id=None, index=0)
    chunk = ChatGenerationChunk(message=AIMessageChunk(content="", tool_call_chunks=[part]))
    transcript.on_llm_new_token("", chunk=chunk)
    transcript.on_llm_new_token([{"type": "text", "text": ' there"'}])
    assert listener.fields == {"body": "Hi there"}


@pytest.mark.parametrize("listener", [None, lambda *_: pytest.fail("told")])
def test_without_readable_fields_nobody_is_told(listener: Any) -> None:
    transcript = Transcript((), listener)
    write(transcript, json.dumps(ANSWER), 10)
    transcript.finish(ANSWER)
    assert not transcript.wanted
    assert transcript.text == json.dumps(ANSWER)
