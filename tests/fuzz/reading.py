"""Whatever a model answers is a clean value of the type asked for, or unusable with a reason; nothing else."""

import json
from typing import Any

from pydantic import Field

from core.llm.reading import Unusable, read_object, read_value, without_thinking
from core.llm.refusal import declined_inside, declines
from core.pack import CitedSentence
from core.value import Value


class Draft(Value):
    """An email as a model answers it."""

    body: str = Field(min_length=1, max_length=4000)
    cited: tuple[CitedSentence, ...] = ()
    days: int | None = Field(default=None, ge=1, le=30)


def one(data: bytes) -> None:
    """Read the bytes as an answer."""
    text = data.decode("utf-8", "replace")
    declines(text)
    assert len(without_thinking(text)) <= len(text)
    try:
        found = read_object(text)
        declined_inside(found)
        holds(found)
        again = read_object(json.dumps(found))
        assert again == found
        assert read_value(found, Draft).model_dump_json().encode()
    except Unusable as unusable:
        if not unusable.reasons or not all(unusable.reasons):
            raise AssertionError("unusable without a reason") from unusable


def holds(value: Any) -> None:
    """Assert that a JSON value can be written, stored and shown."""
    written = json.dumps(value, allow_nan=False, ensure_ascii=False)
    assert written.encode()
    assert not any(ord(char) < 32 and char not in "\n\t" for text in texts(value) for char in text)


def texts(value: Any) -> list[str]:
    """Return every string of a JSON value."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for pair in value.items() for part in pair for text in texts(part)]
    return [text for item in value for text in texts(item)] if isinstance(value, list) else []
