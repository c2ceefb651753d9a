"""The events of an OpenAI-compatible stream, out of the bytes as they arrive."""

import json
from collections.abc import Iterator
from typing import Any

import orjson

DONE = b"[DONE]"
LONGEST_LINE = 1_000_000
"""Bytes; an event with one token has about 300."""


class EventReader:
    """Cuts bytes into events; each `data:` line is one, as such servers never spread JSON over lines."""

    def __init__(self) -> None:
        self._rest = b""
        self.done = False
        """Whether the server has said that it is."""

    def feed(self, data: bytes) -> Iterator[dict[str, Any]]:
        """Yield the events that these bytes complete; raise ValueError for what is no event."""
        *lines, self._rest = (self._rest + data).split(b"\n")
        if len(self._rest) > LONGEST_LINE:
            raise ValueError("a line of the stream is too long")
        for line in lines:
            if line.startswith(b"data:"):
                yield from self._event(line[5:].strip())

    def end(self) -> Iterator[dict[str, Any]]:
        """Yield the event that a server may have left without a line's end."""
        yield from self.feed(b"\n")

    def _event(self, data: bytes) -> Iterator[dict[str, Any]]:
        if data == DONE:
            self.done = True
        elif data and not self.done:
            yield json_object(data)


def json_object(data: bytes) -> dict[str, Any]:
    """Return the JSON object of a document; raise ValueError if it is none.

    Half a surrogate pair, which a server may split over two events, is let pass: the strict parser refuses it.
    """
    try:
        found = orjson.loads(data)
    except orjson.JSONDecodeError:
        found = _lenient(data)
    if not isinstance(found, dict):
        raise ValueError("no JSON object")
    return found


def _lenient(data: bytes) -> Any:
    try:
        return json.loads(data)
    except RecursionError:
        raise ValueError("brackets too deep") from None
