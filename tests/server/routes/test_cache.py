"""The cache is shown and dropped over HTTP, each tenant's own."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2
import pytest
from fastapi import FastAPI, Request
from starlette.responses import Response

from core.settings import Settings
from server.caches.caches import Caches, SubjectOf
from server.problems import answer_problems
from server.routes import cache

pytestmark = pytest.mark.anyio

SITE, OTHER_SITE = "bayfold.example", "quillmark.example"


@dataclass(frozen=True)
class Rooms:
    """What the routes work with."""

    caches: Caches
    subject_of: SubjectOf


async def subject_of(tenant: str, campaign: str) -> str | None:
    """Know one campaign of one tenant."""
    return SITE if (tenant, campaign) == ("acme", "cmp_1") else None


@pytest.fixture
def caches(tmp_path: Path) -> Caches:
    """Keep one page, one answer and one pack for each of two tenants and two websites."""
    caches = Caches.open(Settings(data_dir=tmp_path, cache_bytes=2**20))
    for store in caches.stores:
        for tenant in ("acme", "zenith"):
            for subject in (SITE, OTHER_SITE):
                store.of(tenant, subject).set("a", "läßt", 60)
    return caches


@pytest.fixture
async def client(caches: Caches) -> AsyncIterator[httpx2.AsyncClient]:
    app = FastAPI()
    app.state.rooms = Rooms(caches, subject_of)
    app.include_router(cache.router)
    answer_problems(app)

    @app.middleware("http")
    async def let_in(request: Request, call_next: Any) -> Response:
        request.state.request_id, request.state.tenant = "r1", request.headers.get("x-tenant", "acme")
        response: Response = await call_next(request)
        return response

    transport = httpx2.ASGITransport(app=app)
    async with httpx2.AsyncClient(transport=transport, base_url="http://test") as client:
        yield client


def entries(caches: Caches, tenant: str) -> list[int]:
    return [figures.entries for _, figures in caches.figures(tenant)]


async def test_the_figures_are_the_tenants_own(caches: Caches, client: httpx2.AsyncClient) -> None:
    caches.pages.of("acme", SITE).get("a")
    caches.pages.of("acme", SITE).get("b")
    caches.pages.of("zenith", SITE).get("a")
    shown = (await client.get("/v1/cache")).json()
    assert shown["pages"] == {"entries": 2, "bytes": 12, "max_bytes": 2**20, "hits": 1, "misses": 1}
    assert shown["packs"]["entries"] == shown["steps"]["entries"] == 2
    assert (await client.get("/v1/cache", headers={"x-tenant": "nobody"})).json()["pages"]["entries"] == 0


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ({"website": "https://www.bayfold.example/about"}, 1),
        ({"campaign": "cmp_1"}, 1),
        ({"all": "true"}, 0),
        ({"website": "https://nobody.example"}, 2),
    ],
    ids=str,
)
async def test_what_is_dropped_is_counted_and_everything_else_stays(
    caches: Caches, client: httpx2.AsyncClient, query: dict[str, str], left: int
) -> None:
    answer = await client.delete("/v1/cache", params=query)
    gone = 2 - left
    assert (answer.status_code, answer.json()) == (200, {"pages": gone, "steps": gone, "packs": gone})
    assert await asyncio.to_thread(entries, caches, "acme") == [left] * 3
    assert await asyncio.to_thread(entries, caches, "zenith") == [2] * 3


@pytest.mark.parametrize(
    ("query", "code", "pointers"),
    [
        ({}, "invalid_request", ["/query/website", "/query/campaign", "/query/all"]),
        ({"all": "false"}, "invalid_request", ["/query/website", "/query/campaign", "/query/all"]),
        ({"all": "true", "campaign": "cmp_1"}, "invalid_request", ["/query/campaign", "/query/all"]),
        ({"all": "perhaps"}, "invalid_request", ["/query/all"]),
        ({"webiste": SITE}, "invalid_request", ["/query/webiste"]),
        ({"website": "http://localhost/"}, "url_not_allowed", []),
    ],
    ids=str,
)
async def test_an_unclear_wish_drops_nothing(
    caches: Caches, client: httpx2.AsyncClient, query: dict[str, str], code: str, pointers: list[str]
) -> None:
    answer = await client.delete("/v1/cache", params=query)
    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert [error["pointer"] for error in answer.json().get("errors", [])] == pointers
    assert await asyncio.to_thread(entries, caches, "acme") == [2] * 3


@pytest.mark.parametrize(("campaign", "tenant"), [("cmp_2", "acme"), ("cmp_1", "zenith")])
async def test_a_campaign_of_nobody_or_of_another_tenant_is_not_found(
    client: httpx2.AsyncClient, campaign: str, tenant: str
) -> None:
    answer = await client.delete("/v1/cache", params={"campaign": campaign}, headers={"x-tenant": tenant})
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
