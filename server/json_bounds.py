"""Bounds of any JSON that comes in, whatever it is about."""

from collections import deque
from collections.abc import Iterator
from typing import Any

from core.problems import FieldProblem
from server.problems import pointer

MAX_DEPTH = 20  # a campaign request is 4 deep; deeper nesting only costs parsers and stores their stack
MAX_NUMBER = 2**53  # up to here all of JSON's readers agree on an integer (RFC 8259, section 6)

Place = tuple[str | int, ...]


def faults(content: Any) -> Iterator[FieldProblem]:
    """Yield what is wrong with parsed JSON: its depth, numbers beyond what readers agree on, NUL characters.

    PostgreSQL stores no NUL. Halves of surrogate pairs need no look: the parser itself refuses them.
    """
    waiting: deque[tuple[Place, Any]] = deque([((), content)])
    while waiting:
        place, part = waiting.popleft()
        if fault := _fault(place, part):
            yield FieldProblem(pointer=pointer(place), detail=fault)
        elif isinstance(part, dict):
            waiting.extend(((*place, name), inner) for name, inner in part.items())
        elif isinstance(part, list):
            waiting.extend(((*place, index), inner) for index, inner in enumerate(part))


def _fault(place: Place, part: Any) -> str | None:
    """Return what is wrong with one part, its own parts aside."""
    if isinstance(part, str) and "\0" in part:
        return "The text holds a NUL character."
    if isinstance(part, int | float) and abs(part) > MAX_NUMBER:
        return "The number is beyond ±2^53."
    if isinstance(part, dict) and any("\0" in name for name in part):
        return "A name in it holds a NUL character."
    if isinstance(part, list | dict) and len(place) >= MAX_DEPTH:
        return f"The JSON is nested more than {MAX_DEPTH} levels deep."
    return None
