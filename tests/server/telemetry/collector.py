"""Doubles of an OpenTelemetry collector and of LangSmith, each a real server on this machine."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.trace.v1.trace_pb2 import Span


@dataclass
class Collector:
    """What was sent to it."""

    address: str = ""
    bodies: list[tuple[str, bytes]] = field(default_factory=list)
    """Path and body of each request."""

    @property
    def exports(self) -> list[ExportTraceServiceRequest]:
        """Decode what was exported."""
        return [ExportTraceServiceRequest.FromString(body) for path, body in self.bodies if path == "/v1/traces"]

    @property
    def spans(self) -> dict[str, Span]:
        """Return the spans by name."""
        scopes = [scope for export in self.exports for spans in export.resource_spans for scope in spans.scope_spans]
        return {span.name: span for scope in scopes for span in scope.spans}

    async def take(self, request: web.Request) -> web.Response:
        """Keep a request and answer that all is well."""
        self.bodies.append((request.path, await request.read()))
        return web.json_response({})


@asynccontextmanager
async def collecting() -> AsyncGenerator[Collector]:
    """Serve a collector."""
    collector = Collector()
    app = web.Application(client_max_size=10_000_000)
    app.router.add_route("*", "/{path:.*}", collector.take)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0]
    collector.address = f"http://{host}:{port}"
    try:
        yield collector
    finally:
        await runner.cleanup()


def attributes(span: Span) -> dict[str, object]:
    """Return a span's attributes as plain values."""
    return {pair.key: getattr(pair.value, str(pair.value.WhichOneof("value"))) for pair in span.attributes}
