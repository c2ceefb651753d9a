"""What is counted can be scraped, and no client can make the series grow."""

import asyncio
import math
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from pathlib import Path

import httpx2
import pytest
from fastapi import FastAPI
from prometheus_client.openmetrics.parser import text_string_to_metric_families as read_openmetrics
from prometheus_client.parser import text_string_to_metric_families

from core.settings import Settings
from server.telemetry.langsmith import LangSmith
from server.telemetry.metrics import CacheFigures, Metrics, RunFigures
from server.telemetry.metrics_table import metrics_table
from server.telemetry.route import router
from server.telemetry.telemetry import Telemetry
from server.telemetry.traces import NoTraces

pytestmark = pytest.mark.anyio

Series = dict[str, float]


def series_of(text: str) -> Series:
    """Read an exposition: `name{label="value"}` with its number."""
    return {
        f"{sample.name}{{{','.join(f'{name}={value}' for name, value in sorted(sample.labels.items()))}}}": sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


@pytest.fixture
def metrics() -> Metrics:
    return Metrics(("gpt-4.1-mini", "gpt-4.1", "offline"), figures_seconds=0.05)


@pytest.fixture
async def client(metrics: Metrics) -> AsyncIterator[httpx2.AsyncClient]:
    app = FastAPI()
    app.include_router(router)
    app.state.telemetry = Telemetry(metrics, NoTraces(), LangSmith(Settings()))
    async with httpx2.AsyncClient(transport=httpx2.ASGITransport(app=app), base_url="http://test") as client:
        yield client


async def scraped(client: httpx2.AsyncClient) -> Series:
    return series_of((await client.get("/metrics")).text)


def check(series: Series, expected: Mapping[str, float]) -> None:
    assert {name: series.get(name) for name in expected} == expected


async def test_everything_counted_is_scraped(metrics: Metrics, client: httpx2.AsyncClient) -> None:
    metrics.run_started("campaign")
    metrics.run_started("campaign", recovered=True)
    metrics.run_ended("campaign", "failed", "llm_timeout", 3.5)
    metrics.step_ended("outreach", "ok", 1.25)
    metrics.step_ended("outreach", "ok", 0.0, cached=True)
    metrics.step_ended("outreach", "llm_timeout", 9)
    metrics.model_called("outreach", "gpt-4.1-mini", 100, 20, 0.25, 1.0)
    metrics.model_called("outreach", "gpt-4.1-mini", 1, 2, None, 1.0, "failed")
    metrics.event_written(7, 0.004)
    metrics.cache_asked("packs", hits=2, misses=1)
    metrics.http_answered("/v1/campaigns/email/{id}", "GET", 200, 0.02)
    metrics.rate_limited("requests")
    metrics.idempotent_replay()
    metrics.heartbeat_lost()
    check(
        await scraped(client),
        {
            "overture_runs_started_total{kind=campaign}": 2,
            "overture_runs_recovered_total{kind=campaign}": 1,
            "overture_runs_ended_total{code=llm_timeout,kind=campaign,status=failed}": 1,
            "overture_run_seconds_sum{kind=campaign,status=failed}": 3.5,
            "overture_run_seconds_bucket{kind=campaign,le=3.0,status=failed}": 0,
            "overture_run_seconds_bucket{kind=campaign,le=5.0,status=failed}": 1,
            "overture_steps_total{cached=false,outcome=ok,step=outreach}": 1,
            "overture_steps_total{cached=true,outcome=ok,step=outreach}": 1,
            "overture_steps_total{cached=false,outcome=llm_timeout,step=outreach}": 1,
            "overture_step_seconds_count{step=outreach}": 2,
            "overture_model_calls_total{model=gpt-4.1-mini,outcome=ok,step=outreach}": 1,
            "overture_model_calls_total{model=gpt-4.1-mini,outcome=failed,step=outreach}": 1,
            "overture_model_tokens_total{direction=input,model=gpt-4.1-mini,step=outreach}": 101,
            "overture_model_tokens_total{direction=output,model=gpt-4.1-mini,step=outreach}": 22,
            "overture_model_cost_dollars_total{model=gpt-4.1-mini,step=outreach}": 0.25,
            "overture_model_call_seconds_count{model=gpt-4.1-mini}": 2,
            "overture_events_written_total{}": 7,
            "overture_event_write_seconds_count{}": 1,
            "overture_cache_requests_total{cache=packs,result=hit}": 2,
            "overture_cache_requests_total{cache=packs,result=miss}": 1,
            "overture_http_request_seconds_count{method=GET,route=/v1/campaigns/email/{id},status=200}": 1,
            "overture_rate_limited_total{limit=requests}": 1,
            "overture_idempotent_replays_total{}": 1,
            "overture_heartbeats_lost_total{}": 1,
        },
    )


async def test_what_is_watched_is_asked_at_every_scrape(metrics: Metrics, client: httpx2.AsyncClient) -> None:
    hits = 3
    queued = 5

    async def runs() -> RunFigures:
        return RunFigures(queued=queued, active=2)

    metrics.watch_runs(runs)
    metrics.watch_cache("pages", lambda: CacheFigures(hits=hits, misses=1))
    await scraped(client)
    hits, queued = 10, 0
    check(
        await scraped(client),
        {
            "overture_runs_queued{}": 0,
            "overture_runs_active{}": 2,
            "overture_cache_requests_total{cache=pages,result=hit}": 10,
            "overture_cache_requests_total{cache=pages,result=miss}": 1,
        },
    )


async def _broken() -> RunFigures:
    raise OSError("no database")


async def _endless() -> RunFigures:
    await asyncio.sleep(60)
    raise AssertionError


@pytest.mark.parametrize("figures", [_broken, _endless, None])
async def test_a_scrape_does_not_depend_on_the_database(
    metrics: Metrics, client: httpx2.AsyncClient, figures: Callable[[], Awaitable[RunFigures]] | None
) -> None:
    if figures:
        metrics.watch_runs(figures)
    series = await scraped(client)
    assert math.isnan(series["overture_runs_queued{}"])
    assert math.isnan(series["overture_runs_active{}"])


@pytest.mark.parametrize(
    ("answered", "label"),
    [
        ("gpt-4.1-mini", "gpt-4.1-mini"),
        ("gpt-4.1-mini-2025-04-14", "gpt-4.1-mini"),
        ("gpt-4.1-2025-04-14", "gpt-4.1"),
        ("gpt-4.1:latest", "gpt-4.1"),
        ("gpt-4", "other"),
        ("whatever the server says", "other"),
        ("", "other"),
    ],
)
async def test_a_model_is_named_as_it_is_configured(
    metrics: Metrics, client: httpx2.AsyncClient, answered: str, label: str
) -> None:
    metrics.model_called("icp", answered, 1, 1, None, 1)
    assert (await scraped(client))[f"overture_model_calls_total{{model={label},outcome=ok,step=icp}}"] == 1


async def test_a_labels_values_are_bounded(metrics: Metrics, client: httpx2.AsyncClient) -> None:
    for number in range(1000):
        metrics.rate_limited(f"limit-{number}")
    found = [name for name in await scraped(client) if name.startswith("overture_rate_limited_total")]
    assert len(found) == 101
    assert "overture_rate_limited_total{limit=other}" in found


async def test_openmetrics_is_given_to_who_asks(metrics: Metrics, client: httpx2.AsyncClient) -> None:
    metrics.run_started("campaign")
    answer = await client.get("/metrics", headers={"Accept": "application/openmetrics-text; version=1.0.0"})
    assert answer.headers["content-type"].startswith("application/openmetrics-text; version=1.0.0")
    assert "overture_runs_started" in {family.name for family in read_openmetrics(answer.text)}
    plain = await client.get("/metrics")
    assert plain.headers["content-type"].startswith("text/plain; version=")


async def test_two_apps_in_a_process_count_apart() -> None:
    first, second = Metrics(), Metrics()
    first.run_started("campaign")
    assert second.registry.get_sample_value("overture_runs_started_total", {"kind": "campaign"}) is None


async def test_the_process_is_measured_as_well(client: httpx2.AsyncClient) -> None:
    assert (await scraped(client))["process_resident_memory_bytes{}"] > 0


async def test_every_metric_is_documented() -> None:
    """Write `metrics_table()` into docs/operating.md where this fails."""
    document = (Path(__file__).parents[3] / "docs" / "operating.md").read_text("utf-8")
    assert metrics_table() in document
