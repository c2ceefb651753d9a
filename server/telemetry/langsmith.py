"""Trace runs in LangSmith: exactly where its key is set, and never otherwise.

LangSmith's own libraries trace as soon as `LANGSMITH_TRACING` is true. So every run is wrapped, with or without a
key: without one the wrapping turns tracing off, whatever the environment says.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from langsmith import tracing_context

from core.settings import Settings
from server.telemetry.closing import close_within

if TYPE_CHECKING:
    from server.telemetry.langsmith_line import Line

SWITCHES = ("LANGSMITH_TRACING", "LANGSMITH_TRACING_V2", "LANGCHAIN_TRACING_V2", "LANGCHAIN_TRACING")
REFUSALS = frozenset(("false", "0", "off", "no"))


class LangSmith:
    """The client of one app, or none; `LANGSMITH_ENDPOINT`, `LANGSMITH_PROJECT` and `LANGSMITH_HIDE_…` are its own."""

    def __init__(self, settings: Settings) -> None:
        """Open the client if there is a key; its threads send in the background.

        What it needs is imported only where there is a key.
        """
        key = settings.langsmith_api_key.get_secret_value().strip() if settings.langsmith_api_key else ""
        self._line = _open_line(key) if key and not _is_refused() else None

    @contextmanager
    def traced(self) -> Iterator[None]:
        """Trace what runs inside, or see to it that nobody does."""
        client = self._line.client if self._line else None
        with tracing_context(enabled=client is not None, client=client, parent=False):
            yield

    async def close(self, seconds: float) -> None:
        """Send what is left and stop, within so many seconds."""
        if line := self._line:
            await close_within(seconds, lambda: line.client.close(timeout=seconds), line.cut)


def _open_line(key: str) -> "Line":
    from server.telemetry.langsmith_line import Line

    return Line(key)


def _is_refused() -> bool:
    """Tell whether the operator has said in so many words that nothing is to be traced."""
    return any(os.environ.get(name, "").strip().lower() in REFUSALS for name in SWITCHES)
