"""Spans reach the collector that is configured, tell what happened, and hold up nothing."""

import asyncio
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from typing import Any

import httpx2
import pytest
from fastapi import FastAPI, Request

from core.pack import ModelCall
from core.problems import Problem
from core.settings import Settings
from server.events import NodeFailed, NodeFinished, NodeStarted, RunFailed, RunStarted
from server.telemetry.http import Watched
from server.telemetry.logs import logger_of
from server.telemetry.telemetry import open_telemetry
from server.telemetry.traces import NoTraces, open_traces
from tests.server.telemetry.collector import Collector, attributes, collecting

pytestmark = pytest.mark.anyio

TRACE, PARENT = "4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7"
TRACEPARENT = f"00-{TRACE}-{PARENT}-01"
WORDS = "words of a prompt"

log = logger_of("server.place")


def app_of(telemetry: Any) -> FastAPI:
    """Return a small app that performs a run within a request."""
    app = FastAPI()
    app.state.telemetry = telemetry
    app.add_middleware(Watched)

    @app.post("/v1/runs/{name}")
    async def run(name: str, request: Request) -> None:
        request.state.request_id, request.state.run_id = "r1", name
        cause = telemetry.traces.traceparent()
        log.info("asked")
        await asyncio.create_task(perform(telemetry, name, cause))

    @app.get("/broken")
    async def broken() -> None:
        raise KeyError(WORDS)

    return app


async def perform(telemetry: Any, name: str, cause: str | None) -> None:
    """Tell a run whose second step fails."""
    calls = [
        ModelCall(step="outreach", model="gpt-4.1-mini", input_tokens=n, output_tokens=5, milliseconds=250, cost=0.5)
        for n in (10, 20)
    ]
    problem = {**Problem(WORDS).body(), "code": "llm_timeout"}
    with telemetry.run(name, kind="campaign", tenant="acme", cause=cause) as observed:
        log.info("running")
        observed.observe(RunStarted(name, "gpt-4.1-mini"))
        observed.observe(NodeStarted("infer_icp", 1))
        observed.observe(NodeFinished("infer_icp", 1, {"icp": WORDS}, 12.0, 0, 0, cached=True))
        observed.observe(NodeStarted("outreach", 1))
        observed.observe_calls(calls, "llm_timeout")
        observed.observe(NodeFailed("outreach", 1, 600.0, 2, 40, problem))
        observed.observe(RunFailed(name, problem))


@pytest.fixture
async def collector(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Collector]:
    """Serve a collector that the environment names."""
    async with collecting() as collector:
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", collector.address)
        yield collector


async def traced(path: str, headers: dict[str, str] | None = None, method: str = "POST") -> None:
    """Send one request to the small app and close it, so that everything is exported."""
    async with open_telemetry(Settings()) as telemetry:
        transport = httpx2.ASGITransport(app=app_of(telemetry), raise_app_exceptions=False)
        async with httpx2.AsyncClient(transport=transport, base_url="http://test") as client:
            await client.request(method, path, headers=headers, content=WORDS)


async def test_a_request_continues_its_callers_trace(collector: Collector) -> None:
    await traced("/v1/runs/cmp_1?q=words", {"traceparent": TRACEPARENT})
    span = collector.spans["POST /v1/runs/{name}"]
    assert (span.trace_id.hex(), span.parent_span_id.hex(), span.kind) == (TRACE, PARENT, span.SPAN_KIND_SERVER)
    assert attributes(span) == {
        "http.request.method": "POST",
        "http.route": "/v1/runs/{name}",
        "http.response.status_code": 200,
        "overture.request.id": "r1",
        "overture.run.id": "cmp_1",
    }


async def test_a_run_is_a_trace_of_its_own_linked_to_its_request(collector: Collector) -> None:
    await traced("/v1/runs/cmp_1", {"traceparent": TRACEPARENT})
    request, run = collector.spans["POST /v1/runs/{name}"], collector.spans["run campaign"]
    assert run.trace_id != request.trace_id
    assert run.parent_span_id == b""
    assert [(link.trace_id, link.span_id) for link in run.links] == [(request.trace_id, request.span_id)]
    assert attributes(run) == {
        "overture.run.id": "cmp_1",
        "overture.run.kind": "campaign",
        "overture.run.status": "failed",
        "error.type": "llm_timeout",
    }
    assert run.status.code == run.status.STATUS_CODE_ERROR


async def test_steps_stand_under_the_run_and_calls_under_their_step(collector: Collector) -> None:
    await traced("/v1/runs/cmp_1")
    spans = collector.spans
    run, cached, step, call = (
        spans[name] for name in ("run campaign", "step infer_icp", "step outreach", "chat gpt-4.1-mini")
    )
    assert {span.trace_id for span in (cached, step, call)} == {run.trace_id}
    assert (cached.parent_span_id, step.parent_span_id, call.parent_span_id) == (run.span_id, run.span_id, step.span_id)
    assert attributes(cached) == {
        "overture.step": "infer_icp",
        "overture.round": 1,
        "overture.cached": True,
    }
    assert attributes(step)["error.type"] == "llm_timeout"


async def test_a_call_says_model_tokens_and_duration(collector: Collector) -> None:
    await traced("/v1/runs/cmp_1")
    (export,) = collector.exports
    spans = export.resource_spans[0].scope_spans[0].spans
    first, second = sorted((s for s in spans if s.name.startswith("chat")), key=lambda span: span.start_time_unix_nano)
    assert first.end_time_unix_nano == second.start_time_unix_nano
    assert second.end_time_unix_nano - first.start_time_unix_nano == 500_000_000
    assert attributes(first) == {
        "gen_ai.operation.name": "chat",
        "gen_ai.provider.name": "openai",
        "gen_ai.response.model": "gpt-4.1-mini",
        "gen_ai.usage.input_tokens": 10,
        "gen_ai.usage.output_tokens": 5,
        "overture.step": "outreach",
        "overture.tokens.estimated": False,
        "overture.cost_dollars": 0.5,
    }
    assert attributes(second)["error.type"] == "llm_timeout"


async def test_no_span_carries_words(collector: Collector) -> None:
    await traced("/v1/runs/cmp_1?q=words")
    await traced("/broken?q=words", method="GET")
    sent = b"".join(body for _, body in collector.bodies)
    assert b"outreach" in sent
    assert b"words" not in sent


async def test_a_failed_request_is_marked(collector: Collector) -> None:
    await traced("/broken", method="GET")
    span = collector.spans["GET /broken"]
    assert attributes(span)["http.response.status_code"] == 500
    assert span.status.code == span.status.STATUS_CODE_ERROR
    assert list(span.events) == []


@pytest.mark.parametrize(
    ("given", "service"), [({}, "overture"), ({"OTEL_SERVICE_NAME": "overture-eu"}, "overture-eu")]
)
async def test_the_service_has_a_name(
    collector: Collector, monkeypatch: pytest.MonkeyPatch, given: dict[str, str], service: str
) -> None:
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    await traced("/broken", method="GET")
    resource = attributes(collector.exports[0].resource_spans[0].resource)
    assert resource["service.name"] == service
    assert resource["service.version"]


async def test_lines_carry_the_id_of_their_trace(collector: Collector, written: Any) -> None:
    await traced("/v1/runs/cmp_1", {"traceparent": TRACEPARENT})
    asked, running = (line for line in written.lines if line["event"] in ("asked", "running"))
    assert asked["trace_id"] == TRACE
    assert running["trace_id"] == collector.spans["run campaign"].trace_id.hex()
    assert (running["run_id"], running["tenant"]) == ("cmp_1", "acme")


@pytest.mark.parametrize("cause", [None, "", "nonsense", "00-0-0-00"])
async def test_a_run_without_a_known_cause_has_no_link(collector: Collector, cause: str | None) -> None:
    async with open_telemetry(Settings()) as telemetry:
        await perform(telemetry, "cmp_1", cause)
    assert list(collector.spans["run campaign"].links) == []


@pytest.mark.parametrize("silent", [False, True], ids=["a closed port", "a collector that takes all and says nothing"])
async def test_a_dead_collector_holds_up_a_stop_for_less_than_two_seconds(
    monkeypatch: pytest.MonkeyPatch, silent: bool
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", f"http://127.0.0.1:{listener.getsockname()[1]}")
        if not silent:
            listener.close()
        telemetry = open_telemetry(Settings())
        opened = await telemetry.__aenter__()
        await perform(opened, "cmp_1", None)
        began = time.perf_counter()
        await telemetry.__aexit__(None, None, None)
        assert time.perf_counter() - began < 2


async def test_what_is_left_is_sent_though_the_loops_own_threads_have_ended(collector: Collector) -> None:
    async with open_telemetry(Settings()) as telemetry:
        await perform(telemetry, "cmp_1", None)
        await asyncio.to_thread(str)
        await asyncio.get_running_loop().shutdown_default_executor()
    assert "run campaign" in collector.spans


@pytest.mark.parametrize(
    ("environment", "traces"),
    [
        ({}, False),
        ({"OTEL_EXPORTER_OTLP_ENDPOINT": ""}, False),
        ({"OTEL_SERVICE_NAME": "overture"}, False),
        ({"OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:9", "OTEL_TRACES_EXPORTER": "none"}, False),
        ({"OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:9", "OTEL_SDK_DISABLED": "true"}, False),
        ({"OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:9"}, True),
        ({"OTEL_EXPORTER_OTLP_TRACES_ENDPOINT": "http://127.0.0.1:9/v1/traces"}, True),
    ],
)
async def test_traces_are_made_exactly_where_a_collector_is_named(environment: dict[str, str], traces: bool) -> None:
    opened = open_traces(environment)
    await opened.close(1)
    assert isinstance(opened, NoTraces) is not traces


def test_an_unconfigured_start_does_not_import_opentelemetry() -> None:
    code = "import sys; from server.telemetry.traces import open_traces; open_traces({}); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert not [name for name in done.stdout.split() if name.startswith("opentelemetry")]
