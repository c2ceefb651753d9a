"""Every request is measured under its route's template."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import httpx2
import pytest
from fastapi import APIRouter, FastAPI
from starlette.exceptions import HTTPException

from core.settings import Settings
from server.telemetry.http import Watched
from server.telemetry.langsmith import LangSmith
from server.telemetry.metrics import Metrics
from server.telemetry.telemetry import Telemetry
from server.telemetry.traces import NoTraces

pytestmark = pytest.mark.anyio


@pytest.fixture
def app() -> FastAPI:
    router = APIRouter(prefix="/v1")

    @router.get("/campaigns/{id}")
    async def read(id: str) -> str:
        await asyncio.sleep(0.01)
        return id

    @router.get("/gone")
    async def gone() -> None:
        raise HTTPException(410)

    @router.get("/broken")
    async def broken() -> None:
        raise KeyError

    app = FastAPI()
    app.include_router(router)
    app.add_middleware(Watched)
    app.state.telemetry = Telemetry(Metrics(), NoTraces(), LangSmith(Settings()))
    return app


@pytest.fixture
async def client(app: FastAPI) -> AsyncIterator[httpx2.AsyncClient]:
    transport = httpx2.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx2.AsyncClient(transport=transport, base_url="http://test") as client:
        yield client


@pytest.mark.parametrize(
    ("method", "path", "labels"),
    [
        ("GET", "/v1/campaigns/cmp_secret?key=secret", ("/v1/campaigns/{id}", "GET", "200")),
        ("POST", "/v1/campaigns/cmp_secret", ("/v1/campaigns/{id}", "POST", "405")),
        ("GET", "/v1/gone", ("/v1/gone", "GET", "410")),
        ("GET", "/v1/broken", ("/v1/broken", "GET", "500")),
        ("GET", "/wp-admin/secret.php", ("unmatched", "GET", "404")),
        ("BREW", "/v1/gone", ("/v1/gone", "_OTHER", "405")),
    ],
)
async def test_a_request_is_counted_under_its_template(
    app: FastAPI, client: httpx2.AsyncClient, method: str, path: str, labels: tuple[str, str, str]
) -> None:
    await client.request(method, path)
    registry = app.state.telemetry.metrics.registry
    counts = [
        sample.labels
        for family in registry.collect()
        for sample in family.samples
        if sample.name == "overture_http_request_seconds_count"
    ]
    assert counts == [dict(zip(("route", "method", "status"), labels, strict=True))]


async def test_the_time_goes_up_to_the_last_byte(app: FastAPI, client: httpx2.AsyncClient) -> None:
    await client.get("/v1/campaigns/a")
    labels = {"route": "/v1/campaigns/{id}", "method": "GET", "status": "200"}
    registry = app.state.telemetry.metrics.registry
    assert 0.01 <= registry.get_sample_value("overture_http_request_seconds_sum", labels) < 5


async def test_a_client_that_went_before_an_answer_is_499(app: FastAPI) -> None:
    async def nothing(scope: Any, receive: Any, send: Any) -> None:
        return None

    scope = {"type": "http", "method": "GET", "path": "/", "headers": [], "app": app}
    await Watched(nothing)(scope, _unused, _unused)
    labels = {"route": "unmatched", "method": "GET", "status": "499"}
    registry = app.state.telemetry.metrics.registry
    assert registry.get_sample_value("overture_http_request_seconds_count", labels) == 1


async def _unused(*_: Any) -> Any:
    raise AssertionError


async def test_an_app_that_is_not_open_is_served_unwatched(app: FastAPI, client: httpx2.AsyncClient) -> None:
    del app.state.telemetry
    assert (await client.get("/v1/campaigns/a")).status_code == 200
