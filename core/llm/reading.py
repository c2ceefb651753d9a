"""From the text that a model wrote to a value of the answer's type, or the reasons why not."""

import json
import math
import re
from typing import Any, NoReturn

from pydantic import ValidationError

from core.llm.door import AnswerT

MAX_CHARACTERS = 65_536
"""Most characters of one answer. The longest honest answer, two emails with their evidence, has about 10,000."""
_MAX_BRACKETS = 2_000
"""Most opening brackets; nesting cannot be deeper. An honest answer has about 100."""

_THINKING = re.compile(r"\s*<think(?:ing)?>(.*?)(?:</think(?:ing)?>|\Z)", re.DOTALL)
_STRAY_END = re.compile(r"(?s).*?</think(?:ing)?>")
_NEVER_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


class Unusable(Exception):
    """An answer that is not of its type; `reasons` can be read by a model that is to mend it."""

    def __init__(self, *reasons: str) -> None:
        """Take the reasons."""
        super().__init__("; ".join(reasons))
        self.reasons = reasons


def read_object(text: str) -> dict[str, Any]:
    """Return the one JSON object of an answer, its strings cleaned; raise Unusable.

    Code fences, prose and a model's thinking around the object are passed over, as is a list of which it is the only
    member. Two different objects, a key given twice, NaN, and more than 65,536 characters are refused.
    """
    if len(text) > MAX_CHARACTERS or text.count("[") + text.count("{") > _MAX_BRACKETS:
        raise Unusable("The answer is far too long.")
    text = without_thinking(text).strip()
    value, end = _first(text)
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if not isinstance(value, dict):
        raise Unusable("The answer must be one JSON object.")
    if _other_object(text[end:], value):
        raise Unusable("The answer holds two different JSON objects; give one.")
    cleaned: dict[str, Any] = _cleaned(value)
    return cleaned


def read_value(data: dict[str, Any], shape: type[AnswerT]) -> AnswerT:
    """Return the object as the type; fields that the type does not know are removed; raise Unusable."""
    try:
        return shape.model_validate(data)
    except ValidationError as error:
        problems = error.errors(include_url=False, include_input=False, include_context=False)
    unknown = [problem["loc"] for problem in problems if problem["type"] == "extra_forbidden"]
    if unknown and all(_removed(data, path) for path in unknown):
        return read_value(data, shape)
    raise Unusable(*(f"{'.'.join(map(str, problem['loc']))}: {problem['msg']}" for problem in problems[:12]))


def without_thinking(text: str) -> str:
    """Return an answer without the thinking that some servers leave in front of it."""
    while match := _THINKING.match(text):
        text = text[match.end() :]
    if not text.lstrip().startswith(("{", "[", "```")):
        text = _STRAY_END.sub("", text, count=1)
    return text


def clean(text: str) -> str:
    """Return text without control characters (line feed and tab stay) and without halves of surrogate pairs.

    It takes away single characters only, so the clean text of a beginning is the beginning of the clean text.
    """
    return _NEVER_TEXT.sub("", text)


def _first(text: str) -> tuple[Any, int]:
    """Return the first JSON value of a text that starts with a bracket, and where it ends; raise Unusable."""
    start = 0 if text.startswith("[") else text.find("{")
    reason = "There is no JSON object in the answer."
    tries = 0
    while start >= 0 and tries < 8:  # a brace in the prose before the object costs one try
        tries += 1
        try:
            return _DECODER.raw_decode(text, start)
        except json.JSONDecodeError as error:
            reason = f"Not valid JSON: {error.msg} at character {error.pos - start}."
            start = text.find("{", max(error.pos, start + 1))
        except Unusable:
            raise
        except (ValueError, RecursionError):
            raise Unusable("Not valid JSON: a number too long or brackets too deep.") from None
    raise Unusable(reason)


def _other_object(rest: str, value: Any) -> bool:
    """Tell whether another, different object follows."""
    try:
        return "{" in rest and _first(rest)[0] not in (value, [value])
    except Unusable:
        return False


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return the pairs as an object; raise Unusable for a key given twice."""
    if len(found := dict(pairs)) < len(pairs):
        raise Unusable("A key is given twice in one object.")
    return found


def _no_constant(name: str) -> NoReturn:
    raise Unusable(f"{name} is not JSON.")


def _finite(digits: str) -> float:
    """Return the number; raise Unusable for one that Python would read as infinite."""
    if math.isinf(number := float(digits)):
        raise Unusable("A number is too large.")
    return number


_DECODER = json.JSONDecoder(strict=False, object_pairs_hook=_once, parse_constant=_no_constant, parse_float=_finite)


def _cleaned(value: Any) -> Any:
    """Return a JSON value with all its strings cleaned."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_cleaned(item) for item in value]
    if isinstance(value, dict):
        return {clean(key): _cleaned(item) for key, item in value.items()}
    return value


def _removed(data: Any, path: tuple[int | str, ...]) -> bool:
    """Remove what is at the path; return False if it is not there."""
    *parents, last = path
    try:
        for step in parents:
            data = data[step]
        del data[last]
    except (KeyError, IndexError, TypeError):
        return False
    return True
