"""The server stops kindly."""

import asyncio
import socket
import time
from typing import Any

import httpx2
import pytest
from fastapi import FastAPI

from server.http_server import HttpServer, listen
from server.store import runs
from server.store.campaigns import Filter
from server.tenancy import LOCAL

pytestmark = pytest.mark.anyio

PATH = "/v1/campaigns/email"
BODY = {"website": "https://quillmark.example"}


@pytest.mark.parametrize(("accept", "status"), [("text/event-stream", 200), ("application/json", 503)])
async def test_at_a_stop_those_who_wait_are_let_go_and_the_run_is_handed_over(
    app: FastAPI, script: Any, accept: str, status: int
) -> None:
    script.seconds = 10
    server, listener = HttpServer(app, lifespan=False, grace_seconds=0.05), listen("127.0.0.1", 0)
    serving = asyncio.create_task(server.serve([listener]))
    async with httpx2.AsyncClient(base_url=f"http://127.0.0.1:{listener.getsockname()[1]}", timeout=5) as client:
        waiting = asyncio.create_task(client.post(PATH, json=BODY, headers={"Accept": accept}))
        await script.outreach_runs.wait()
        server.should_exit = True
        answer = await waiting
    await serving

    assert answer.status_code == status
    assert ("run_handed_over" in answer.text) is (status == 503)
    assert "run.failed" not in answer.text
    assert script.stopped == ["outreach"]
    page = await app.state.rooms.campaigns.list(LOCAL, Filter(), None, 10)
    assert [campaign.status for campaign in page.campaigns] == ["running"]
    async with app.state.rooms.campaigns.database.reading() as connection:
        assert len(await runs.unclaimed(connection, [], time.time(), 10)) == 1


async def test_a_stop_waits_for_runs_that_are_nearly_done(app: FastAPI, script: Any) -> None:
    script.seconds = 0.2
    server, listener = HttpServer(app, lifespan=False, grace_seconds=5), listen("127.0.0.1", 0)
    serving = asyncio.create_task(server.serve([listener]))
    async with httpx2.AsyncClient(base_url=f"http://127.0.0.1:{listener.getsockname()[1]}", timeout=5) as client:
        waiting = asyncio.create_task(client.post(PATH, json=BODY))
        await script.outreach_runs.wait()
        server.should_exit = True
        assert (await waiting).status_code == 201
    await serving


def test_a_taken_port_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(OSError, match=f"Cannot listen on port {port} of 127.0.0.1: Address already in use"):
            listen("127.0.0.1", port)


def test_an_address_that_is_none_is_named() -> None:
    with pytest.raises(OSError, match=r"Cannot listen on port 0 of 192\.0\.2\.1"):
        listen("192.0.2.1", 0)
