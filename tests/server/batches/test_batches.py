"""A batch is kept as one, written in the background, watched, taken as it comes, cancelled and deleted."""

import asyncio
from collections.abc import Callable
from typing import Any

import httpx2
import pytest
from fastapi import FastAPI

from core.problems import ModelRefused
from server.store import batches as stored

pytestmark = pytest.mark.anyio

PATH = "/v1/campaigns/email/batches"
COUNTS = ("queued", "running", "finished", "failed", "cancelled")

Websites = Callable[[int], list[dict[str, Any]]]
Send = Callable[..., Any]
Wait = Callable[[str], Any]
Lines = Callable[[str], list[dict[str, Any]]]


def counts(document: dict[str, Any]) -> dict[str, int]:
    """Return the counts that are not zero."""
    return {name: document[name] for name in COUNTS if document[name]}


async def test_a_batch_is_written_in_the_background(
    client: httpx2.AsyncClient, websites: Websites, until_done: Wait, lines: Lines
) -> None:
    answer = await client.post(PATH, json={"name": "Fair", "requests": websites(5)})
    batch = answer.json()
    assert (answer.status_code, answer.headers["location"]) == (202, f"{PATH}/{batch['id']}")
    assert (batch["name"], batch["total"], counts(batch), batch["done"]) == ("Fair", 5, {"queued": 5}, False)

    done = await until_done(batch["id"])
    assert (counts(done), done["done"]) == ({"finished": 5}, True)
    results = lines((await client.get(done["links"]["results"])).text)
    assert sorted(one["index"] for one in results) == [0, 1, 2, 3, 4]
    assert all(one["status"] == "finished" and one["pack"]["id"] == one["id"] for one in results)
    listed = (await client.get(done["links"]["campaigns"])).json()["campaigns"]
    assert {one["id"] for one in listed} == {one["id"] for one in results}


async def test_results_come_while_the_rest_is_written(
    served: httpx2.AsyncClient, script: Any, websites: Websites
) -> None:
    batch = (await served.post(PATH, json={"requests": websites(3)})).json()
    async with served.stream("GET", f"{PATH}/{batch['id']}/results") as answer:
        assert answer.headers["content-type"].startswith("application/jsonl")
        come = [line async for line in answer.aiter_lines() if line]
    assert len(come) == 3


async def test_a_reader_goes_on_where_it_was_cut_off(
    client: httpx2.AsyncClient, send: Send, websites: Websites, until_done: Wait, lines: Lines
) -> None:
    batch = await send(websites(7))
    await until_done(batch["id"])
    whole = lines((await client.get(batch["links"]["results"])).text)
    for seen in range(9):
        rest = lines((await client.get(batch["links"]["results"], params={"after": seen})).text)
        assert rest == whole[seen:]


async def test_what_is_there_can_be_taken_without_waiting(
    client: httpx2.AsyncClient, script: Any, send: Send, websites: Websites, lines: Lines
) -> None:
    script.seconds = 3
    batch = await send(websites(2))
    answer = await client.get(batch["links"]["results"], params={"follow": "false"})
    assert (answer.status_code, lines(answer.text)) == (200, [])


@pytest.mark.parametrize(
    ("accept", "status", "kind"),
    [
        ("*/*", 200, "application/jsonl"),
        ("application/x-ndjson", 200, "application/x-ndjson"),
        ("application/x-ndjson, application/jsonl", 200, "application/jsonl"),
        ("text/html", 406, "application/problem+json"),
    ],
)
async def test_lines_have_two_names(
    client: httpx2.AsyncClient, send: Send, websites: Websites, until_done: Wait, accept: str, status: int, kind: str
) -> None:
    batch = await send(websites(1))
    await until_done(batch["id"])
    answer = await client.get(batch["links"]["results"], headers={"Accept": accept})
    assert (answer.status_code, answer.headers["content-type"].partition(";")[0]) == (status, kind)


async def test_a_failed_campaign_says_why(
    client: httpx2.AsyncClient, script: Any, send: Send, websites: Websites, until_done: Wait, lines: Lines
) -> None:
    script.error = ModelRefused()
    batch = await send(websites(2))
    assert counts(await until_done(batch["id"])) == {"failed": 2}
    results = lines((await client.get(batch["links"]["results"])).text)
    assert [(one["status"], one["problem"]["code"]) for one in results] == [("failed", "llm_refused")] * 2


async def test_equal_requests_are_written_once(
    client: httpx2.AsyncClient, script: Any, send: Send, until_done: Wait, lines: Lines
) -> None:
    same = {"website": "https://quillmark.example"}
    await client.post("/v1/campaigns/email", json=same)
    batch = await send([same] * 20)
    assert counts(await until_done(batch["id"])) == {"finished": 20}

    results = lines((await client.get(batch["links"]["results"])).text)
    assert script.runs == 1
    assert len({one["pack"]["id"] for one in results}) == 20
    assert all(one["pack"]["id"] == one["id"] for one in results)


async def test_a_pack_whose_site_has_changed_is_written_anew(
    client: httpx2.AsyncClient, script: Any, send: Send, until_done: Wait
) -> None:
    script.fresh_until = script.now
    same = {"website": "https://quillmark.example"}
    await client.post("/v1/campaigns/email", json=same)
    script.digest = "d2"
    await until_done((await send([same]))["id"])
    assert script.runs == 2


async def test_a_repeated_request_makes_no_second_batch(
    client: httpx2.AsyncClient, send: Send, websites: Websites
) -> None:
    first = await send(websites(3), **{"Idempotency-Key": "k1"})
    again = await client.post(PATH, json={"requests": websites(3)}, headers={"Idempotency-Key": "k1"})
    assert (again.status_code, again.json()["id"]) == (202, first["id"])
    assert again.headers["idempotent-replayed"] == "true"
    other = await client.post(PATH, json={"requests": websites(4)}, headers={"Idempotency-Key": "k1"})
    assert (other.status_code, other.json()["code"]) == (422, "idempotency_key_reused")
    assert len((await client.get(PATH)).json()["batches"]) == 1
    assert len((await client.get("/v1/campaigns/email")).json()["campaigns"]) == 3


async def test_a_cancelled_batch_stops_everywhere(
    client: httpx2.AsyncClient, script: Any, send: Send, websites: Websites, lines: Lines
) -> None:
    script.seconds = 30
    batch = await send(websites(12))
    await script.outreach_runs.wait()
    cancelled = await client.post(batch["links"]["cancel"])
    assert (cancelled.status_code, counts(cancelled.json()), cancelled.json()["done"]) == (200, {"cancelled": 12}, True)
    async with asyncio.timeout(2):
        await script.outreach_stopped.wait()

    results = lines((await client.get(batch["links"]["results"])).text)
    assert {one["problem"]["code"] for one in results} == {"run_cancelled"}
    assert {one["problem"]["instance"] for one in results} == {f"urn:campaign:{one['id']}" for one in results}
    events = await client.get(f"/v1/campaigns/email/{results[0]['id']}/events")
    assert events.text.count("event: run.failed") == 1
    assert counts((await client.post(batch["links"]["cancel"])).json()) == {"cancelled": 12}, "again changes nothing"


async def test_cancelling_leaves_what_is_over(
    client: httpx2.AsyncClient, send: Send, websites: Websites, until_done: Wait
) -> None:
    batch = await send(websites(2))
    await until_done(batch["id"])
    assert counts((await client.post(batch["links"]["cancel"])).json()) == {"finished": 2}


async def test_progress_has_a_tag_that_changes_with_it(
    client: httpx2.AsyncClient, script: Any, send: Send, websites: Websites
) -> None:
    script.seconds = 30
    batch = await send(websites(2))
    await script.outreach_runs.wait()
    await asyncio.sleep(0.2)
    tag = (await client.get(batch["links"]["self"])).headers["etag"]
    same = await client.get(batch["links"]["self"], headers={"If-None-Match": tag})
    await client.post(batch["links"]["cancel"])
    changed = await client.get(batch["links"]["self"], headers={"If-None-Match": tag})
    assert (same.status_code, changed.status_code) == (304, 200)


async def test_a_batch_is_deleted_with_its_campaigns(
    client: httpx2.AsyncClient, script: Any, send: Send, websites: Websites, until_done: Wait
) -> None:
    batch = await send(websites(4))
    place = batch["links"]["self"]
    await until_done(batch["id"])
    tag = (await client.get(place)).headers["etag"]
    assert (await client.delete(place)).status_code == 428
    assert (await client.delete(place, headers={"If-Match": '"another"'})).status_code == 412
    assert (await client.delete(place, headers={"If-Match": tag})).status_code == 204

    assert (await client.get(place)).status_code == 404
    assert (await client.get("/v1/campaigns/email")).json()["campaigns"] == []
    await client.post("/v1/campaigns/email", json=websites(1)[0])
    assert script.runs == 5, "its pack is not cached any more"


async def test_a_batch_under_way_is_not_deleted(
    client: httpx2.AsyncClient, script: Any, send: Send, websites: Websites
) -> None:
    script.seconds = 30
    batch = await send(websites(2))
    answer = await client.delete(batch["links"]["self"], headers={"If-Match": "*"})
    assert (answer.status_code, answer.json()["code"]) == (409, "campaign_active")
    assert (await client.get(batch["links"]["self"])).json()["total"] == 2


async def test_batches_are_listed_newest_first_page_by_page(
    client: httpx2.AsyncClient, send: Send, websites: Websites
) -> None:
    made = [(await send(websites(1)))["id"] for _ in range(5)]
    first = (await client.get(PATH, params={"limit": 3})).json()
    second = (await client.get(PATH, params={"limit": 3, "cursor": first["next"]})).json()
    assert [one["id"] for one in first["batches"] + second["batches"]] == made[::-1]
    assert second["next"] is None
    assert (await client.get(PATH, params={"cursor": "x"})).json()["code"] == "invalid_request"


@pytest.mark.parametrize(("method", "tail"), [("GET", ""), ("GET", "/results"), ("POST", "/cancel"), ("DELETE", "")])
async def test_an_unknown_batch_is_not_found(client: httpx2.AsyncClient, method: str, tail: str) -> None:
    answer = await client.request(method, f"{PATH}/bat_none{tail}", headers={"If-Match": "*"})
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


async def test_another_tenants_batch_is_as_if_it_were_not_there(
    app: FastAPI, send: Send, websites: Websites, until_done: Wait
) -> None:
    batch = await send(websites(1))
    await until_done(batch["id"])
    async with app.state.rooms.campaigns.database.reading() as connection:
        assert await stored.find(connection, "stranger", batch["id"]) is None
        assert await stored.ended(connection, "stranger", batch["id"], None, 10) == []
        assert await stored.find(connection, "local", batch["id"]) is not None
