"""What a step has written, as JSON text and back: the same frozen values, no pickle."""

from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError

from core.value import Value
from graph.state import State

Writes = Sequence[tuple[str, Any]]
"""What LangGraph takes from a step: channels with their values, the edges it leads along among them."""

LEDGER = frozenset(("calls", "times"))
"""Channels that say what a run has paid: a run that finds an answer has not paid for it."""
EDGE = "branch:to:"
"""LangGraph's name of the channel that wakes a step; its value is None."""


class StoredAnswer(Value):
    """A step's writes."""

    edges: tuple[str, ...]
    """The steps that come next."""
    state: State
    """Its update, without the ledger."""


def encoded(writes: Writes) -> str | None:
    """Return the writes as text, or None for what is not worth keeping or could not be brought back.

    Without a paid call there is nothing to save, and None in a channel says that no answer came.
    """
    state = {name: value for name, value in writes if name in State.__annotations__}
    edges = tuple(name.removeprefix(EDGE) for name, _ in writes if name.startswith(EDGE))
    if len(state) + len(edges) < len(writes) or not state.get("calls") or None in state.values():
        return None
    update = {name: value for name, value in state.items() if name not in LEDGER}
    return StoredAnswer.model_validate({"edges": edges, "state": update}).model_dump_json()


def decoded(text: str | None) -> Writes | None:
    """Return the writes, or None where there is no text or another version has written it in another shape."""
    if text is None:
        return None
    try:
        answer = StoredAnswer.model_validate_json(text)
    except ValidationError:
        return None
    return (*answer.state.items(), *((f"{EDGE}{name}", None) for name in answer.edges))
