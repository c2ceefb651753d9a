"""The server stops kindly."""

import asyncio
import socket
from typing import Any

import httpx2
import pytest
from fastapi import FastAPI

from server.http_server import HttpServer, listen

pytestmark = pytest.mark.anyio

PATH = "/v1/campaigns/email"
BODY = {"website": "https://quillmark.example"}


@pytest.mark.parametrize(("accept", "status"), [("text/event-stream", 200), ("application/json", 503)])
async def test_a_stop_is_told_to_those_who_still_wait(app: FastAPI, script: Any, accept: str, status: int) -> None:
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
    assert "run_cancelled" in answer.text.splitlines()[-2 if status == 200 else -1]
    assert script.stopped == ["outreach"]


def test_a_taken_port_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(OSError, match=f"Cannot listen on port {port} of 127.0.0.1: Address already in use"):
            listen("127.0.0.1", port)


def test_an_address_that_is_none_is_named() -> None:
    with pytest.raises(OSError, match=r"Cannot listen on port 0 of 192\.0\.2\.1"):
        listen("192.0.2.1", 0)
