"""A rendered prompt, and how data is carried in it."""

import json
import re
from typing import Any

from core.value import Value


class Prompt(Value):
    """What one call says to the model: rules and company first (the same in every call of a run), then the task."""

    step: str
    """The node that asks, such as `outreach`."""
    version: str
    """Changes whenever the prompt's file does; part of every cache key."""
    system: str
    task: str
    temperature: float = 0.0


_FENCE = re.compile(r'<data name="([a-z_]+)">\n(.*?)\n</data>', re.DOTALL)


def fence(name: str, value: Any) -> str:
    """Return JSON between data marks that no text inside can close: `<` and `>` are escaped."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for char, escaped in (("<", "\\u003c"), (">", "\\u003e")):
        text = text.replace(char, escaped)
    return f'<data name="{name}">\n{text}\n</data>'


def fenced_data(text: str) -> dict[str, Any]:
    """Return every fenced value of a prompt by its name."""
    return {name: json.loads(body) for name, body in _FENCE.findall(text)}
