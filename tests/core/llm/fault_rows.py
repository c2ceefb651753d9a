"""The fault table as Python has it; `faults.json` says what each row is."""

import json
from pathlib import Path
from typing import Any

from evals.model_server.reply import Reply

Row = dict[str, Any]
ROWS: list[Row] = json.loads(Path(__file__).with_name("faults.json").read_text())
HERE = [row for row in ROWS if "elsewhere" not in row]
"""The rows that one call of the door shows."""


def replies(row: Row) -> list[Reply]:
    """Return what the server does, one reply per request."""
    return [Reply(**{name: _read(name, value) for name, value in reply.items()}) for reply in row.get("replies", ())]


def _read(name: str, value: Any) -> Any:
    if isinstance(value, list) and len(value) == 2 and isinstance(value[1], int):  # a text and how often it is repeated
        value = value[0] * value[1] if name == "content" else [value[0]] * value[1]
    return tuple(value) if name == "events" else value
