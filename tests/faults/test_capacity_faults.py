"""Too many at once, too slow, too often, down, killed: what only shows with the whole service and several requests."""

import asyncio
import os
import socket
import sys
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import Any

import httpx2
import pytest

from evals.model_server.compose import OfflineComposer
from evals.model_server.reply import Reply
from evals.model_server.server import ModelServer
from tests.faults.conftest import KEY, Serving
from tests.faults.stream import events_of

pytestmark = pytest.mark.anyio

PATH = "/v1/campaigns/email"
BODY: dict[str, Any] = {"website": "https://bayfold.example", "max_revisions": 0}
MOST_CALLS = 6
"""Of a run without revisions: profile, first email, follow-up, subject lines, tone, judge."""
BUSY = {(503, "queue_full"), (429, "rate_limited")}
"""Too many for the service, too many for one caller."""
ROOT = Path(__file__).parents[2]


async def test_a_slow_reader_gets_every_event_and_holds_nobody_up(serving: Serving) -> None:
    async with ModelServer(OfflineComposer()) as server, serving(server.url) as client:
        await client.post(PATH, json=BODY | {"goal": "a warm start"})
        reader, writer = await slow_request(client.base_url.port or 80)
        first = b"".join([await trickle(reader) for _ in range(60)])
        began = time.monotonic()
        other = await client.post(PATH, json=BODY | {"goal": "a trial"})
        took = time.monotonic() - began
        rest = await asyncio.wait_for(reader.read(), 10)
        writer.close()
    _, _, body = (first + rest).partition(b"\r\n\r\n")
    events = events_of(unchunked(body).decode())
    assert (other.status_code, took < 5) == (201, True)
    assert [event.id for event in events] == list(range(1, len(events) + 1))
    assert (events[0].name, events[-1].name) == ("run.started", "run.finished")


async def slow_request(port: int) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """Ask for a stream over a connection that takes little at once."""
    taker = socket.socket()
    taker.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
    taker.setblocking(False)
    await asyncio.get_running_loop().sock_connect(taker, ("127.0.0.1", port))
    reader, writer = await asyncio.open_connection(sock=taker, limit=1024)
    body = b'{"website": "https://bayfold.example", "max_revisions": 0}'
    head = f"POST {PATH} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nAccept: text/event-stream\r\n"
    writer.write(f"{head}Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)
    await writer.drain()
    return reader, writer


async def trickle(reader: asyncio.StreamReader) -> bytes:
    await asyncio.sleep(0.002)
    return await reader.readexactly(1)


def unchunked(body: bytes) -> bytes:
    """Return the body without the frames of chunked transfer."""
    whole = b""
    while body:
        size, _, body = body.partition(b"\r\n")
        length = int(size, 16)
        whole, body = whole + body[:length], body[length + 2 :]
    return whole


async def test_of_two_hundred_requests_at_once_each_gets_a_pack_or_is_told_to_come_back(serving: Serving) -> None:
    async with ModelServer(OfflineComposer(), latency=0.02) as server, serving(server.url, max_runs=5) as client:
        async with httpx2.AsyncClient(base_url=client.base_url, timeout=60, limits=httpx2.Limits()) as many:
            wishes = [BODY | {"goal": f"a trial of module {number}"} for number in range(200)]
            answers = await asyncio.gather(*(many.post(PATH, json=wish) for wish in wishes))
        counted = server.count
        assert (await client.get("/healthz")).status_code == 200
    statuses = Counter(answer.status_code for answer in answers)
    refused = [answer for answer in answers if answer.status_code != 201]
    assert statuses[201] >= 5
    assert {(answer.status_code, answer.json()["code"]) for answer in refused} <= BUSY
    assert all(int(answer.headers["retry-after"]) > 0 for answer in refused)
    assert counted <= statuses[201] * MOST_CALLS


async def test_retries_happen_at_one_layer_only(serving: Serving) -> None:
    down = Reply(status=500, error={"message": "no"})
    async with ModelServer(OfflineComposer(), script=[down], again=True) as server, serving(server.url) as client:
        assert (await client.post(PATH, json=BODY)).json()["code"] == "llm_unavailable"
        assert server.count == 3


async def test_a_run_sends_a_request_per_step_and_one_per_remedy(serving: Serving) -> None:
    trouble = (Reply(body="oops"), Reply(content="{", finish="length"), Reply(content="{}"))
    async with ModelServer(OfflineComposer(), script=trouble) as server, serving(server.url) as client:
        answer = await client.post(PATH, json=BODY)
    assert answer.status_code == 201
    assert server.count == MOST_CALLS + len(trouble)
    assert answer.json()["usage"]["calls"] == server.count - 1  # what is no completion is not paid


async def test_a_provider_that_is_down_is_answered_for_at_once(serving: Serving) -> None:
    down = Reply(status=503, body="down")
    async with ModelServer(OfflineComposer(), script=[down], again=True) as server, serving(server.url) as client:
        for _ in range(2):
            await client.post(PATH, json=BODY)
        asked, began = server.count, time.monotonic()
        answer = await client.post(PATH, json=BODY)
        took = time.monotonic() - began
        assert server.count == asked
    assert (answer.status_code, answer.json()["code"]) == (503, "llm_unavailable")
    assert 0 < int(answer.headers["retry-after"]) <= 10
    assert took < 0.5


class Halting(OfflineComposer):
    """Writes until the follow-up is asked for, and then nothing until it is told to go on."""

    def __init__(self) -> None:
        super().__init__()
        self.reached = asyncio.Event()
        self.goes_on = asyncio.Event()

    async def __call__(self, body: dict[str, Any], shape: str) -> str:
        if shape == "FollowUpDraft":
            self.reached.set()
            await self.goes_on.wait()
        return await super().__call__(body, shape)


async def test_a_service_killed_during_a_call_answers_whole_after_its_restart(tmp_path: Path, serving: Serving) -> None:
    model = Halting()
    async with ModelServer(model) as server:
        await killed_while_it_writes(server.url, tmp_path / "data", model.reached)
        before = server.count
        model.goes_on.set()
        async with serving(server.url) as client:
            answer = await client.post(PATH, json=BODY)
    assert answer.status_code == 201
    assert answer.json()["follow_up"]["body"].endswith("{{sender_name}}")
    assert server.count <= before + MOST_CALLS
    assert KEY not in answer.text


async def killed_while_it_writes(model_url: str, data: Path, reached: asyncio.Event) -> None:
    """Run the service in a process of its own, ask it for a campaign and kill it when the model has been reached."""
    settings = {"OPENAI_BASE_URL": model_url, "OPENAI_API_KEY": KEY, "OVERTURE_DATA_DIR": str(data)}
    command = (sys.executable, "-c", "from server.cli import main; main()", "serve", "--port", "0")
    running = await asyncio.create_subprocess_exec(
        *command, cwd=ROOT, env=os.environ | settings, stderr=asyncio.subprocess.PIPE
    )
    try:
        assert running.stderr
        async with asyncio.timeout(60), httpx2.AsyncClient(timeout=60) as client:
            said = await running.stderr.readuntil(b"documentation")
            address = said.decode().split(" on ", 1)[1].split()[0]
            asking = asyncio.create_task(client.post(f"{address}{PATH}", json=BODY))
            await reached.wait()
            running.kill()
            with pytest.raises(httpx2.TransportError):
                await asking
    finally:
        with suppress(ProcessLookupError):
            running.kill()
        await running.wait()
