"""Traces that go to an OpenTelemetry collector over HTTP, set up by OpenTelemetry's own environment variables."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from opentelemetry.context import Context
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.semconv.attributes.http_attributes import HTTP_REQUEST_METHOD
from opentelemetry.semconv.attributes.service_attributes import SERVICE_NAME, SERVICE_VERSION
from opentelemetry.trace import Link, SpanContext, SpanKind, get_current_span, use_span
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

from server.telemetry.closing import close_within
from server.telemetry.otlp_spans import OtlpRequest, OtlpRun
from server.telemetry.traces import RequestSpan, RunSpan
from server.version import VERSION

SPAN_SECONDS = 5.0
"""Patience with the collector per batch; OpenTelemetry's ten would outlast a stop."""

_W3C = TraceContextTextMapPropagator()


class OtlpTraces:
    """Sends spans in batches from a thread of its own; it never holds up what it watches."""

    def __init__(self) -> None:
        """Start the thread that sends."""
        name = {} if os.environ.get("OTEL_SERVICE_NAME") else {SERVICE_NAME: "overture"}
        resource = Resource.create({**name, SERVICE_VERSION: VERSION})
        patience = None if os.environ.get("OTEL_EXPORTER_OTLP_TIMEOUT") else SPAN_SECONDS
        self._exporter = OTLPSpanExporter(timeout=patience)
        self._provider = TracerProvider(resource=resource, shutdown_on_exit=False)
        self._provider.add_span_processor(BatchSpanProcessor(self._exporter))
        self._tracer = self._provider.get_tracer("overture", VERSION)

    @contextmanager
    def request(self, method: str, headers: Mapping[str, str]) -> Iterator[RequestSpan]:
        """Open a server span that continues the caller's trace."""
        span = self._tracer.start_span(
            method, _W3C.extract(headers), SpanKind.SERVER, attributes={HTTP_REQUEST_METHOD: method}
        )
        with use_span(span, end_on_exit=True, record_exception=False, set_status_on_exception=False):
            yield OtlpRequest(span, method)

    @contextmanager
    def run(self, id: str, kind: str, cause: str | None) -> Iterator[RunSpan]:
        """Open the root span of a run's own trace."""
        links = [Link(context)] if (context := _context_of(cause)) else []
        attributes = {"overture.run.id": id, "overture.run.kind": kind}
        span = self._tracer.start_span(f"run {kind}", Context(), links=links, attributes=attributes)
        run = OtlpRun(self._tracer, span)
        with use_span(span, end_on_exit=True, record_exception=False, set_status_on_exception=False):
            try:
                yield run
            finally:
                run.close_steps()

    def traceparent(self) -> str | None:
        """Return the current span as W3C writes it."""
        carrier: dict[str, str] = {}
        _W3C.inject(carrier)
        return carrier.get("traceparent")

    async def close(self, seconds: float) -> None:
        """Send what is left; break off where the collector does not take it in time."""
        # The exporter's own shutdown wakes it from waiting for the next try.
        await close_within(seconds, self._provider.shutdown, self._exporter.shutdown)


def _context_of(traceparent: str | None) -> SpanContext | None:
    """Return the span that a `traceparent` names, if it names one."""
    carried = _W3C.extract({"traceparent": traceparent} if traceparent else {}, Context())
    context = get_current_span(carried).get_span_context()
    return context if context.is_valid else None
