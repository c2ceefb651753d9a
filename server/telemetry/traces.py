"""Traces of requests, runs, steps and model calls: what can be told, and to nobody where no collector is configured.

A request's span continues the trace that its `traceparent` names. A run is a trace of its own, for it may outlive the
request and serve several; it links to the request that caused it. Steps are the run's children, model calls the
steps'. No span ever carries a prompt, an answer, a body, a query or an address.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol

from core.pack import ModelCall

ENDPOINTS = ("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_ENDPOINT")
"""OpenTelemetry's own variables; traces are made exactly where one of them is set."""


class RequestSpan(Protocol):
    """A request under way."""

    def answered(self, route: str | None, status: int, *, request_id: str | None, run_id: str | None) -> None:
        """Tell what became of it; `route` is the template, None where there is none."""
        ...


class RunSpan(Protocol):
    """A run under way."""

    def step_started(self, step: str, round: int) -> None:
        """Open a step's span; one that is open already is a step that begins anew."""
        ...

    def step_ended(self, step: str, round: int, code: str | None, *, cached: bool = False) -> None:
        """Close a step's span; `code` is the problem's that it failed of."""
        ...

    def called(self, calls: Sequence[ModelCall], code: str | None) -> None:
        """Add the spans of a step's model calls, which have just ended."""
        ...

    def ended(self, status: str, code: str | None) -> None:
        """Tell what became of the run."""
        ...


class Traces(Protocol):
    """Makes spans."""

    def request(self, method: str, headers: Mapping[str, str]) -> AbstractContextManager[RequestSpan]:
        """Open a request's span; inside, log lines carry the trace's id."""
        ...

    def run(self, id: str, kind: str, cause: str | None) -> AbstractContextManager[RunSpan]:
        """Open a run's span, linked to the `traceparent` of what caused it; inside, log lines carry the trace's id."""
        ...

    def traceparent(self) -> str | None:
        """Return the current span as W3C writes it, to be kept with a run until it is worked on."""
        ...

    async def close(self, seconds: float) -> None:
        """Send what is left and stop, within so many seconds."""
        ...


class NoTraces:
    """Tells nobody: every span is this object, and every method does nothing."""

    @contextmanager
    def request(self, method: str, headers: Mapping[str, str]) -> Iterator[RequestSpan]:
        """Open nothing."""
        yield self

    @contextmanager
    def run(self, id: str, kind: str, cause: str | None) -> Iterator[RunSpan]:
        """Open nothing."""
        yield self

    def answered(self, route: str | None, status: int, *, request_id: str | None, run_id: str | None) -> None:
        """Tell nobody."""

    def step_started(self, step: str, round: int) -> None:
        """Tell nobody."""

    def step_ended(self, step: str, round: int, code: str | None, *, cached: bool = False) -> None:
        """Tell nobody."""

    def called(self, calls: Sequence[ModelCall], code: str | None) -> None:
        """Tell nobody."""

    def ended(self, status: str, code: str | None) -> None:
        """Tell nobody."""

    def traceparent(self) -> None:
        """Return that there is no span."""

    async def close(self, seconds: float) -> None:
        """Nothing is open."""


def open_traces(environment: Mapping[str, str] = os.environ) -> Traces:
    """Return what sends spans to the collector that is configured, or to nobody; close it with `close`.

    OpenTelemetry is imported only where it is used: it costs an unconfigured start nothing.
    """
    is_off = (
        environment.get("OTEL_SDK_DISABLED", "").strip().lower() == "true"
        or environment.get("OTEL_TRACES_EXPORTER", "").strip().lower() == "none"
    )
    if is_off or not any(environment.get(name, "").strip() for name in ENDPOINTS):
        return NoTraces()
    from server.telemetry.otlp import OtlpTraces

    return OtlpTraces()
