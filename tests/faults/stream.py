"""An event stream as its reader has it."""

import json
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Told:
    """One event."""

    id: int
    name: str
    data: dict[str, Any]


def events_of(text: str) -> list[Told]:
    """Return the events of a whole stream."""
    frames = [dict(line.split(": ", 1) for line in frame.splitlines()) for frame in text.strip().split("\n\n")]
    return [Told(int(frame["id"]), frame["event"], json.loads(frame["data"])) for frame in frames if "event" in frame]
