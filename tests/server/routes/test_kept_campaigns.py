"""What was asked for is kept: it is listed, read, cancelled, tried again and deleted, by its tenant only."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import httpx2
import pytest

from core.settings import Settings
from server.app import create_app
from server.guard.key_text import new_key
from server.store.keys import Key, add

pytestmark = pytest.mark.anyio

PATH = "/v1/campaigns/email"
BODY = {"website": "https://quillmark.example"}
ASYNC = {"Prefer": "respond-async"}


async def written(client: httpx2.AsyncClient, website: str = BODY["website"]) -> str:
    return str((await client.post(PATH, json={"website": website})).json()["id"])


async def test_a_campaign_is_read_with_its_request_and_its_pack(client: httpx2.AsyncClient) -> None:
    pack = (await client.post(PATH, json=BODY)).json()
    read = await client.get(f"{PATH}/{pack['id']}")

    campaign = read.json()
    assert (campaign["status"], campaign["pack"], campaign["request"]) == ("finished", pack, BODY)
    assert campaign["created_at"] <= campaign["started_at"] <= campaign["finished_at"]
    unchanged = await client.get(f"{PATH}/{pack['id']}", headers={"If-None-Match": read.headers["etag"]})
    assert (unchanged.status_code, unchanged.content) == (304, b"")


async def test_a_failed_campaign_is_read_with_its_problem(client: httpx2.AsyncClient, script: Any) -> None:
    script.error = ValueError("x")
    await client.post(PATH, json=BODY)
    ((campaign),) = (await client.get(PATH)).json()["campaigns"]
    read = (await client.get(f"{PATH}/{campaign['id']}")).json()
    assert (read["status"], read["problem"]["code"]) == ("failed", "internal_error")


async def test_campaigns_are_listed_page_by_page_newest_first(client: httpx2.AsyncClient) -> None:
    ids = [await written(client, f"https://site{n}.example") for n in range(5)]
    found: list[str] = []
    cursor: dict[str, Any] = {}
    while True:
        page = (await client.get(PATH, params={"limit": 2, **cursor})).json()
        found += [one["id"] for one in page["campaigns"]]
        if page["next"] is None:
            break
        cursor = {"cursor": page["next"]}
    assert found == ids[::-1]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"status": "finished"}, 2),
        ({"status": "failed"}, 0),
        ({"search": "BAYFOLD"}, 1),
        ({"search": "100%"}, 0),
        ({"created_after": "2020-01-01T00:00:00Z"}, 2),
        ({"created_before": "2020-01-01T00:00:00Z"}, 0),
    ],
    ids=str,
)
async def test_a_list_is_filtered(client: httpx2.AsyncClient, query: dict[str, str], found: int) -> None:
    await written(client)
    await written(client, "https://bayfold.example")
    assert len((await client.get(PATH, params=query)).json()["campaigns"]) == found


@pytest.mark.parametrize(
    "query", [{"cursor": "x"}, {"cursor": "W10"}, {"limit": "0"}, {"limit": "101"}, {"status": "lost"}], ids=str
)
async def test_an_unclear_list_is_422(client: httpx2.AsyncClient, query: dict[str, str]) -> None:
    answer = await client.get(PATH, params=query)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid_request")


async def test_a_campaign_is_deleted_only_as_it_was_read(client: httpx2.AsyncClient) -> None:
    place = f"{PATH}/{await written(client)}"
    tag = (await client.get(place)).headers["etag"]
    assert (await client.delete(place)).json()["code"] == "precondition_required"
    assert (await client.delete(place, headers={"If-Match": '"other"'})).json()["code"] == "precondition_failed"
    assert (await client.delete(place, headers={"If-Match": tag})).status_code == 204
    assert (await client.get(place)).json()["code"] == "not_found"


async def test_a_campaign_under_way_is_not_deleted(client: httpx2.AsyncClient, script: Any) -> None:
    script.seconds = 10
    place = (await client.post(PATH, json=BODY, headers=ASYNC)).headers["location"]
    answer = await client.delete(place, headers={"If-Match": "*"})
    assert (answer.status_code, answer.json()["code"]) == (409, "campaign_active")


async def test_who_prefers_not_to_wait_is_answered_at_once(client: httpx2.AsyncClient, script: Any) -> None:
    script.seconds = 0.2
    answer = await client.post(PATH, json=BODY, headers=ASYNC)
    assert (answer.status_code, answer.headers["preference-applied"]) == (202, "respond-async")
    assert answer.json()["status"] == "queued"
    assert answer.headers["retry-after"].isdigit()
    assert "run.finished" in (await client.get(answer.headers["location"] + "/events")).text


@pytest.mark.parametrize(("seconds", "status"), [(0, 201), (5, 202)])
async def test_who_waits_for_a_while_gets_the_pack_if_it_is_there_by_then(
    client: httpx2.AsyncClient, script: Any, seconds: float, status: int
) -> None:
    script.seconds = seconds
    answer = await client.post(PATH, json=BODY, headers={"Prefer": "wait=1"})
    assert (answer.status_code, answer.headers["preference-applied"]) == (status, "wait=1")


async def test_a_key_makes_one_campaign(client: httpx2.AsyncClient, script: Any) -> None:
    key = {"Idempotency-Key": "k1", "Cache-Control": "no-cache"}
    first, second = [await client.post(PATH, json=BODY, headers=key) for _ in range(2)]
    other = await client.post(PATH, json={"website": "https://bayfold.example"}, headers=key)

    assert (second.content, second.headers["idempotent-replayed"]) == (first.content, "true")
    assert (other.status_code, other.json()["code"]) == (422, "idempotency_key_reused")
    assert script.runs == 1


async def test_a_key_whose_request_is_at_work_is_409(client: httpx2.AsyncClient, script: Any) -> None:
    script.seconds = 0.5
    key = {"Idempotency-Key": "k1"}
    first = asyncio.create_task(client.post(PATH, json=BODY, headers=key))
    await script.outreach_runs.wait()
    second = await client.post(PATH, json=BODY, headers=key)
    assert (second.status_code, second.json()["code"]) == (409, "idempotency_in_flight")
    assert (await first).status_code == 201


@pytest.fixture
async def tenants(assembly: Any, settings: Settings) -> AsyncIterator[tuple[httpx2.AsyncClient, httpx2.AsyncClient]]:
    """Two clients with keys of two tenants."""
    app = create_app(settings.model_copy(update={"auth": "keys"}), assembly=assembly)
    async with app.router.lifespan_context(app):
        clients = []
        for tenant in ("acme", "umbrella"):
            text = new_key()
            async with app.state.rooms.campaigns.database.writing() as connection:
                await add(connection, Key(text.id, tenant, "a test", text.digest, "read write", created_at=0.0))
            transport = httpx2.ASGITransport(app=app)
            headers = {"Authorization": f"Bearer {text}"}
            clients.append(httpx2.AsyncClient(transport=transport, base_url="http://127.0.0.1", headers=headers))
        async with clients[0], clients[1]:
            yield clients[0], clients[1]


@pytest.mark.parametrize(
    ("method", "rest"), [("GET", ""), ("DELETE", ""), ("GET", "/events"), ("POST", "/cancel"), ("POST", "/retry")]
)
async def test_another_tenants_campaign_answers_exactly_like_none(
    tenants: tuple[httpx2.AsyncClient, httpx2.AsyncClient], method: str, rest: str
) -> None:
    acme, umbrella = tenants
    id = await written(acme)
    headers = {"X-Request-ID": "r", "If-Match": "*"}
    foreign, missing = [
        await umbrella.request(method, f"{PATH}/{one}{rest}", headers=headers) for one in (id, "cmp_none")
    ]
    assert (foreign.status_code, foreign.content) == (missing.status_code, missing.content)
    assert foreign.status_code == 404
    assert (await acme.get(f"{PATH}/{id}")).json()["status"] == "finished"
    assert (await umbrella.get(PATH)).json()["campaigns"] == []
