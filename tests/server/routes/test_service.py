"""What the service tells about itself."""

import sqlite3
from typing import Any

import httpx2
import pytest
from fastapi import FastAPI
from pydantic import SecretStr

from server.app import create_app

pytestmark = pytest.mark.anyio


async def test_home_points_on(client: httpx2.AsyncClient) -> None:
    home = (await client.get("/")).json()
    assert (home["name"], home["model"]) == ("overture", "double")
    for link in (home["links"]["examples"], home["links"]["openapi"], home["links"]["health"]):
        assert (await client.get(link)).status_code == 200


async def test_examples_can_be_asked_for(client: httpx2.AsyncClient) -> None:
    examples = (await client.get("/v1/examples")).json()["examples"]
    assert len(examples) >= 3
    for example in examples:
        answer = await client.post("/v1/campaigns/email", json={"website": example["website"]})
        assert answer.status_code == 201


async def test_a_living_service_says_so(client: httpx2.AsyncClient) -> None:
    assert (await client.get("/healthz")).json() == {"status": "ok"}


READY = {"database": "ok", "runs": "ok", "cache_pages": "ok", "cache_steps": "ok", "cache_packs": "ok"}


async def test_a_ready_service_says_what_writes(client: httpx2.AsyncClient) -> None:
    answer = await client.get("/readyz")
    assert answer.status_code == 200
    assert answer.json() == {"status": "ok", "model": "double", "checks": READY}


async def test_a_service_without_its_cache_is_not_ready_but_still_writes(
    app: FastAPI, client: httpx2.AsyncClient
) -> None:
    store = app.state.rooms.caches.packs
    with sqlite3.connect(store.folder / "cache.db") as rows:
        rows.execute("DROP TABLE Cache")
    rows.close()

    answer = await client.get("/readyz")
    assert (answer.status_code, answer.json()["checks"]) == (503, {**READY, "cache_packs": "failed"})
    campaign = await client.post("/v1/campaigns/email", json={"website": "https://quillmark.example"})
    assert campaign.status_code == 201


async def test_openapi_describes_the_campaign_and_its_problems(client: httpx2.AsyncClient) -> None:
    document = (await client.get("/openapi.json")).json()
    generate = document["paths"]["/v1/campaigns/email"]["post"]

    succeed = {"200", "201", "202"}
    fail = generate["responses"].keys() - succeed
    assert fail >= {"400", "404", "406", "409", "413", "415", "422", "500", "502", "503", "504"}
    assert set(generate["responses"]["201"]["content"]) == {"application/json", "text/event-stream"}
    assert len(generate["requestBody"]["content"]["application/json"]["examples"]) >= 3
    for status in fail:
        (media_type,) = generate["responses"][status]["content"]
        assert media_type == "application/problem+json"
    assert "HTTPValidationError" not in document["components"]["schemas"]


async def test_the_documented_examples_are_served(client: httpx2.AsyncClient) -> None:
    document = (await client.get("/openapi.json")).json()
    body = document["paths"]["/v1/campaigns/email"]["post"]["requestBody"]["content"]["application/json"]
    for example in body["examples"].values():
        assert (await client.post("/v1/campaigns/email", json=example["value"])).status_code == 201


async def test_no_page_shows_a_key(assembly: Any, settings: Any) -> None:
    app = create_app(settings.model_copy(update={"openai_api_key": SecretStr("sk-secret")}), assembly=assembly)
    transport = httpx2.ASGITransport(app=app)
    async with (
        app.router.lifespan_context(app),
        httpx2.AsyncClient(transport=transport, base_url="http://test") as client,
    ):
        for path in ("/", "/readyz", "/openapi.json", "/problems", "/v1/examples", "/docs"):
            assert "sk-secret" not in (await client.get(path)).text
