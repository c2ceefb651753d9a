"""The spans of a request, of a run, of its steps and of their model calls, as OpenTelemetry names things."""

import time
from collections.abc import Sequence

from opentelemetry.semconv.attributes.error_attributes import ERROR_TYPE
from opentelemetry.semconv.attributes.http_attributes import HTTP_RESPONSE_STATUS_CODE, HTTP_ROUTE
from opentelemetry.trace import Span, SpanKind, Status, StatusCode, Tracer, set_span_in_context

from core.pack import ModelCall
from core.settings import OFFLINE


class OtlpRequest:
    """A request's span."""

    def __init__(self, span: Span, method: str) -> None:
        self._span, self._method = span, method

    def answered(self, route: str | None, status: int, *, request_id: str | None, run_id: str | None) -> None:
        """Add route, status and ids."""
        self._span.set_attribute(HTTP_RESPONSE_STATUS_CODE, status)
        if route:
            self._span.update_name(f"{self._method} {route}")
            self._span.set_attribute(HTTP_ROUTE, route)
        for name, id in (("overture.request.id", request_id), ("overture.run.id", run_id)):
            if id:
                self._span.set_attribute(name, id)
        if status >= 500:
            _mark_failed(self._span, str(status))


class OtlpRun:
    """A run's span, those of its steps that are open, and where those that have ended stand in the trace."""

    def __init__(self, tracer: Tracer, span: Span) -> None:
        self._tracer, self._span = tracer, span
        self._open: dict[tuple[str, int], Span] = {}
        self._latest: dict[str, Span] = {}

    def step_started(self, step: str, round: int) -> None:
        """Open a step's span."""
        if interrupted := self._open.pop((step, round), None):
            interrupted.end()
        attributes: dict[str, str | int] = {"overture.step": step, "overture.round": round}
        span = self._tracer.start_span(f"step {step}", set_span_in_context(self._span), attributes=attributes)
        self._open[step, round] = self._latest[step] = span

    def step_ended(self, step: str, round: int, code: str | None, *, cached: bool = False) -> None:
        """Close a step's span."""
        if span := self._open.pop((step, round), None):
            span.set_attribute("overture.cached", cached)
            if code:
                _mark_failed(span, code)
            span.end()

    def called(self, calls: Sequence[ModelCall], code: str | None) -> None:
        """Add the calls one after another, the last one ending now: a call knows for how long it went, not since when.

        They stand under their step, even if its span has ended just before.
        """
        end = time.time_ns()
        for call in reversed(calls):
            start = end - round(call.milliseconds * 1e6)
            span = self._tracer.start_span(
                f"chat {call.model}",
                set_span_in_context(self._latest.get(call.step, self._span)),
                SpanKind.CLIENT,
                attributes=_call_attributes(call),
                start_time=start,
            )
            if code and call is calls[-1]:
                _mark_failed(span, code)
            span.end(end)
            end = start

    def ended(self, status: str, code: str | None) -> None:
        """Add the run's outcome."""
        self._span.set_attribute("overture.run.status", status)
        if code:
            _mark_failed(self._span, code)

    def close_steps(self) -> None:
        """Close what the run left open as it stopped."""
        for span in self._open.values():
            span.end()
        self._open.clear()


def _call_attributes(call: ModelCall) -> dict[str, str | int | float | bool]:
    """Return OpenTelemetry's attributes of a call to a generative model: names and counts, no text.

    They are written out, for OpenTelemetry's Python package still keeps them in a module that may change.
    """
    attributes: dict[str, str | int | float | bool] = {
        "gen_ai.operation.name": "chat",
        "gen_ai.provider.name": "overture" if call.model == OFFLINE else "openai",  # by protocol, as is the custom
        "gen_ai.response.model": call.model,
        "gen_ai.usage.input_tokens": call.input_tokens,
        "gen_ai.usage.output_tokens": call.output_tokens,
        "overture.step": call.step,
        "overture.tokens.estimated": call.estimated,
    }
    return attributes if call.cost is None else {**attributes, "overture.cost_dollars": call.cost}


def _mark_failed(span: Span, kind: str) -> None:
    span.set_attribute(ERROR_TYPE, kind)
    span.set_status(Status(StatusCode.ERROR))
