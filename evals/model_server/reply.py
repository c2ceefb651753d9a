"""What the server does with one request: answer, or go wrong in one of the ways that servers do."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Cut = Literal["close", "reset", "hang"]
"""How a body ends early: properly closed, connection reset, or silence for ever."""


@dataclass(frozen=True)
class Reply:
    """A completion of `content`, unless something else is asked for; the defaults are a healthy server."""

    content: str | None = None
    """What the model says; None for an answer of the shape asked for."""
    finish: str | None = "stop"
    refusal: str | None = None
    tool: str | None = None
    """Name of a function that is called instead, without arguments."""
    usage: bool = True
    model: str | None = None
    """Name of the model that has answered; None for the one asked for."""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    error: Mapping[str, Any] | None = None
    """The error object of a refused request."""
    body: str | None = None
    """A whole body of its own, with its `content_type`."""
    content_type: str = "application/json"
    events: tuple[str, ...] | None = None
    """Lines of an event stream of its own; the stream of the completion otherwise."""
    wait: float = 0
    """Seconds of silence before anything is sent."""
    pause: float = 0
    """Seconds between one piece and the next."""
    cut_after: int | None = None
    """Pieces (events, or single bytes of a body) after which it stops."""
    cut: Cut = "close"
    as_document: bool = False
    """Answer with one JSON document although a stream was asked for."""
