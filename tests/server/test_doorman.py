"""Every request has an id and leaves one line in the log."""

import logging
import re
from typing import Any

import httpx2
import pytest

pytestmark = pytest.mark.anyio


async def test_an_id_is_made(client: httpx2.AsyncClient) -> None:
    answers = [await client.get("/healthz") for _ in range(2)]
    ids = [answer.headers["x-request-id"] for answer in answers]
    assert all(re.fullmatch("[0-9a-f]{32}", id) for id in ids)
    assert len(set(ids)) == 2


async def test_a_clients_own_id_is_kept(client: httpx2.AsyncClient) -> None:
    answer = await client.get("/nothing", headers={"X-Request-ID": "job-7.a"})
    assert answer.headers["x-request-id"] == "job-7.a"
    assert answer.json()["instance"] == "urn:request:job-7.a"


@pytest.mark.parametrize("given", ["", "two words", "a" * 65, "a\tb", "ä".encode(), "a;b", "<script>"])
async def test_an_id_that_could_do_harm_is_replaced(client: httpx2.AsyncClient, given: Any) -> None:
    answer = await client.get("/healthz", headers={"X-Request-ID": given})
    assert re.fullmatch("[0-9a-f]{32}", answer.headers["x-request-id"])


async def test_a_request_leaves_one_line_without_query_or_body(
    client: httpx2.AsyncClient, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "server")
    answer = await client.post(
        "/campaigns/email?key=sk-secret",
        json={"website": "https://quillmark.example", "goal": "secret goal"},
        headers={"X-Request-ID": "r1", "Authorization": "Bearer sk-secret"},
    )
    lines = [record.getMessage() for record in caplog.records]

    assert [line for line in lines if line.startswith("request ")] == [
        line
        for line in lines
        if re.fullmatch(
            r"request id=r1 method=POST path=/campaigns/email status=201 ms=[0-9.]+ run=" + answer.json()["id"], line
        )
    ]
    assert "secret" not in caplog.text


async def test_a_path_cannot_forge_a_line(client: httpx2.AsyncClient, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "server")
    await client.get("/a%0Arequest id=forged")
    assert all("\n" not in record.getMessage() for record in caplog.records)
