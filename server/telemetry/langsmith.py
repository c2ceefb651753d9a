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

if TYPE_CHECKING:
    from langsmith import Client

SWITCHES = ("LANGSMITH_TRACING", "LANGSMITH_TRACING_V2", "LANGCHAIN_TRACING_V2", "LANGCHAIN_TRACING")
REFUSALS = frozenset(("false", "0", "off", "no"))


class LangSmith:
    """The client of one app, or none; `LANGSMITH_ENDPOINT`, `LANGSMITH_PROJECT` and `LANGSMITH_HIDE_…` are its own."""

    def __init__(self, settings: Settings) -> None:
        """Open the client if there is a key; its threads send in the background."""
        key = settings.langsmith_api_key.get_secret_value().strip() if settings.langsmith_api_key else ""
        self._client = _client(key) if key and not _is_refused() else None

    @contextmanager
    def traced(self) -> Iterator[None]:
        """Trace what runs inside, or see to it that nobody does."""
        with tracing_context(enabled=self._client is not None, client=self._client, parent=False):
            yield

    def close(self, seconds: float) -> None:
        """Send what is left for so many seconds and stop; blocks, so call it in a thread."""
        if self._client:
            self._client.close(timeout=seconds)


def _client(key: str) -> "Client":
    """Return a client; what it needs is imported only where there is a key."""
    from langsmith import Client

    return Client(api_key=key)


def _is_refused() -> bool:
    """Tell whether the operator has said in so many words that nothing is to be traced."""
    return any(os.environ.get(name, "").strip().lower() in REFUSALS for name in SWITCHES)
