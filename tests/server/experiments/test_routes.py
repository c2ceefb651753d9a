"""Experiments over HTTP, as a client and the page meet them."""

import csv
import io
from typing import Any

import httpx2
import pytest

from core.settings import Settings
from server.app import create_app
from tests.server.experiments.conftest import LINES

pytestmark = pytest.mark.anyio

PATH = "/v1/experiments"
BODY = {"name": "Lines", "variants": [{"name": name, "subject_line": line} for name, line in LINES.items()]}
DAY = "2026-11-02T09:00:00Z"


async def made(client: httpx2.AsyncClient, **more: Any) -> str:
    answer = await client.post(PATH, json={**BODY, **more})
    assert answer.status_code == 201, answer.text
    return f"{PATH}/{answer.json()['id']}"


async def started(client: httpx2.AsyncClient, **more: Any) -> str:
    path = await made(client, **more)
    assert (await client.post(f"{path}/start")).status_code == 200
    return path


async def test_a_campaigns_planned_test_becomes_an_experiment(client: httpx2.AsyncClient) -> None:
    pack = (await client.post("/v1/campaigns/email", json={"website": "https://quillmark.example"})).json()
    answer = await client.post(PATH, json={"name": "From a pack", "campaign": pack["id"]})
    experiment, planned = answer.json(), pack["ab_test"]
    assert answer.headers["location"] == f"{PATH}/{experiment['id']}" == experiment["links"]["self"]
    assert [(arm["name"], arm["subject_line"]) for arm in experiment["variants"]] == [
        (arm["name"], arm["subject_line"]) for arm in planned["variants"]
    ]
    assert (experiment["state"], experiment["minimum_uplift"]) == ("draft", planned["minimum_uplift"])
    results = (await client.get(f"{PATH}/{experiment['id']}/results")).json()
    assert [results["plan"][name] for name in ("baseline_rate", "minimum_uplift")] == [
        planned[name] for name in ("baseline_rate", "minimum_uplift")
    ]


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"name": "x"}, ""),
        ({**BODY, "name": ""}, "/name"),
        ({**BODY, "variants": BODY["variants"][:1]}, "/variants"),
        ({**BODY, "colour": "red"}, "/colour"),
        ({"name": "x", "campaign": "cmp_none"}, "/campaign"),
    ],
)
async def test_what_is_wrong_is_named(client: httpx2.AsyncClient, body: dict[str, Any], pointer: str) -> None:
    answer = await client.post(PATH, json=body)
    assert answer.status_code == 422
    assert pointer in [error["pointer"] for error in answer.json()["errors"]]


async def test_arms_that_differ_in_two_things_are_refused_unless_that_is_meant(client: httpx2.AsyncClient) -> None:
    first, second = BODY["variants"]
    body = {**BODY, "variants": [{**first, "outreach": "Hi"}, {**second, "outreach": "Hello"}]}  # type: ignore[dict-item]
    refused = await client.post(PATH, json=body)
    assert (refused.status_code, refused.json()["code"]) == (422, "invalid_experiment")
    assert (await client.post(PATH, json={**body, "several_factors": True})).status_code == 201


async def test_a_repeated_request_makes_nothing_new(client: httpx2.AsyncClient) -> None:
    headers = {"Idempotency-Key": "k"}
    first, second = [await client.post(PATH, json=BODY, headers=headers) for _ in range(2)]
    assert (first.json()["id"], second.headers["idempotent-replayed"]) == (second.json()["id"], "true")


async def test_a_change_names_the_version_that_it_is_for(client: httpx2.AsyncClient) -> None:
    path = await made(client)
    tag = (await client.get(path)).headers["etag"]
    assert (await client.get(path, headers={"If-None-Match": tag})).status_code == 304
    assert (await client.patch(path, json={"name": "x"})).status_code == 428
    assert (await client.patch(path, json={"name": "x"}, headers={"If-Match": tag})).json()["name"] == "x"
    for method in ("PATCH", "DELETE"):
        stale = await client.request(method, path, json={"name": "y"}, headers={"If-Match": tag})
        assert stale.json()["code"] == "precondition_failed"
    assert (await client.post(f"{path}/start", headers={"If-Match": tag})).status_code == 412
    assert (await client.delete(path, headers={"If-Match": "*"})).status_code == 204
    assert (await client.get(path)).status_code == 404


async def test_a_wrong_step_is_a_conflict(client: httpx2.AsyncClient) -> None:
    path = await made(client)
    for step, body in (("pause", None), ("stop", {"reason": "x"}), ("declare", {"variant": "A", "reason": "x"})):
        answer = await client.post(f"{path}/{step}", json=body)
        assert (answer.status_code, answer.json()["code"]) == (409, "wrong_transition")


async def test_a_winner_is_declared_with_a_reason(client: httpx2.AsyncClient) -> None:
    path = await started(client)
    assert (await client.post(f"{path}/declare", json={"variant": "A"})).status_code == 422
    assert (await client.post(f"{path}/declare", json={"variant": "C", "reason": "x"})).status_code == 422
    decided = (await client.post(f"{path}/declare", json={"variant": "B", "reason": "the list is used up"})).json()
    assert (decided["state"], decided["decided_for"], decided["reason"]) == ("decided", "B", "the list is used up")


async def test_recipients_are_assigned_and_listed_in_pages(client: httpx2.AsyncClient) -> None:
    path = await started(client)
    people = [f"r{n}@northwind.example" for n in range(5)]
    given = (await client.post(f"{path}/assignments", json={"recipients": people})).json()["assignments"]
    events = [{"id": "1", "recipient": people[0], "type": "complained", "at": DAY}]
    assert (await client.post(f"{path}/events", json={"events": events})).json()["accepted"] == 1
    listed, cursor = [], ""
    while cursor is not None:
        page = (await client.get(f"{path}/assignments", params={"limit": 2, "cursor": cursor})).json()
        listed, cursor = [*listed, *page["assignments"]], page["next"]
    assert {(one["recipient_key"], one["variant"]) for one in listed} == {
        (one["recipient_key"], one["variant"]) for one in given
    }
    assert [one["recipient_key"] for one in listed if one["suppressed"] == "complained"] == [given[0]["recipient_key"]]


async def test_the_table_carries_what_a_platform_merges_and_no_formula(client: httpx2.AsyncClient) -> None:
    path = await started(
        client,
        store_recipients=True,
        variants=[{"name": "A", "subject_line": "=1+1"}, {"name": "B", "subject_line": "Line, two"}],
    )
    given = (
        await client.post(f"{path}/assignments", json={"recipients": ["ada@a.example", "+1", "bo@b.example"]})
    ).json()
    answer = await client.get(f"{path}/assignments", params={"format": "csv"})
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    rows = {row["recipient"]: row for row in csv.DictReader(io.StringIO(answer.text))}
    assert set(rows) == {"ada@a.example", "'+1", "bo@b.example"}
    for one in given["assignments"]:
        row = rows[one["recipient"] if one["recipient"] != "+1" else "'+1"]
        assert row["subject_line"] == {"A": "'=1+1", "B": "Line, two"}[one["variant"]]
        assert (row["variant"], row["recipient_key"]) == (one["variant"], one["recipient_key"])
        assert path.endswith(row["experiment_id"])


async def test_ten_thousand_at_once_are_taken_and_one_more_is_not(client: httpx2.AsyncClient) -> None:
    path = await started(client)
    body = {"recipients": [f"r{n}@northwind.example" for n in range(10_001)]}
    assert (await client.post(f"{path}/assignments", json=body)).json()["errors"][0]["pointer"] == "/recipients"
    events = [{"id": str(n), "recipient": "nobody", "type": "sent", "at": DAY} for n in range(10_000)]
    assert (await client.post(f"{path}/events", json={"events": events})).json()["unknown_recipient"] == 10_000


async def test_who_has_seen_the_end_is_told_to_ask_no_more(client: httpx2.AsyncClient) -> None:
    path = await started(client)
    await client.post(f"{path}/stop")
    first = await client.get(f"{path}/stream")
    id = first.text.split("\n")[0].removeprefix("id: ")
    assert (first.headers["content-type"], first.text.count("event: results")) == (
        "text/event-stream; charset=utf-8",
        1,
    )
    assert (await client.get(f"{path}/stream", headers={"Last-Event-ID": id})).status_code == 204
    for odd in ("x", "9" * 30, str(int(id) + 7)):
        again = await client.get(f"{path}/stream", headers={"Last-Event-ID": odd})
        assert again.text == first.text


async def test_one_click_takes_a_recipient_off_and_a_visit_does_not(client: httpx2.AsyncClient) -> None:
    path = await started(client)
    (ada,) = (await client.post(f"{path}/assignments", json={"recipients": ["ada@a.example"]})).json()["assignments"]
    address = f"/v1/webhooks/unsubscribe/{path.rpartition('/')[2]}/{ada['recipient_key']}"
    form = {"List-Unsubscribe": "One-Click"}
    assert (await client.get(address)).status_code == 405
    assert (await client.head(address)).status_code == 405
    assert (await client.post(address)).status_code == 422
    (before,) = (await client.get(f"{path}/assignments")).json()["assignments"]
    assert [(await client.post(address, data=form)).status_code for _ in range(2)] == [200, 200]
    (after,) = (await client.get(f"{path}/assignments")).json()["assignments"]
    assert (before["suppressed"], after["suppressed"]) == (None, "unsubscribed")
    assert (await client.post(f"{address}0", data=form)).status_code == 404
    assert (await client.post("/v1/webhooks/unsubscribe/exp_none/0", data=form)).status_code == 404


async def test_a_visit_to_a_webhook_is_refused(client: httpx2.AsyncClient) -> None:
    for method in ("GET", "HEAD"):
        answer = await client.request(method, "/v1/webhooks/sendgrid")
        assert (answer.status_code, answer.headers["allow"]) == (405, "POST")


async def test_a_webhook_is_posted_and_needs_no_key(assembly: Any, settings: Settings) -> None:
    with_keys = {"auth": "keys", "mandrill_url": "https://overture.example/v1/webhooks/mandrill"}
    app = create_app(settings.model_copy(update=with_keys), assembly=assembly)
    transport = httpx2.ASGITransport(app=app, raise_app_exceptions=False)
    async with (
        app.router.lifespan_context(app),
        httpx2.AsyncClient(transport=transport, base_url="https://overture.example") as client,
    ):
        assert (await client.post("/v1/webhooks/mandrill", data={"mandrill_events": "[]"})).status_code == 200
        refused = await client.post("/v1/webhooks/mandrill", content=b"mandrill_events=x")
        assert refused.json()["code"] == "unverified_webhook"
        assert (await client.post("/v1/webhooks/mandrill", content=b"x" * 5_000_000)).status_code == 413
        assert (await client.post("/v1/webhooks/sendgrid")).status_code == 404
        assert (await client.get("/v1/experiments")).status_code == 401


async def test_another_tenants_experiment_is_as_if_it_were_not_there(client: httpx2.AsyncClient) -> None:
    path = f"{PATH}/exp_none"
    asked = [("GET", ""), ("DELETE", ""), ("PATCH", ""), ("POST", "/start"), ("POST", "/stop"), ("GET", "/results")]
    asked += [
        ("GET", "/recommendation"),
        ("GET", "/stream"),
        ("GET", "/assignments"),
        ("GET", "/assignments?format=csv"),
    ]
    for method, place in asked:
        answer = await client.request(method, path + place, json={} if method == "PATCH" else None)
        assert (method, place, answer.status_code) == (method, place, 404)
