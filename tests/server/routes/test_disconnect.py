"""A client that goes stops the run, at once and only if nobody else waits; over real connections."""

import asyncio
from typing import Any

import httpx2
import pytest

pytestmark = pytest.mark.anyio

PATH = "/v1/campaigns/email"
BODY = {"website": "https://quillmark.example"}
SOON = 0.5  # seconds; the step itself would sleep for ten


@pytest.fixture(autouse=True)
def _slow(script: Any) -> None:
    script.seconds = 10


async def stopped(script: Any) -> bool:
    """Wait until the running step is stopped."""
    async with asyncio.timeout(SOON):
        await script.outreach_stopped.wait()
    return bool(script.stopped == ["outreach"])


async def test_closing_a_stream_stops_the_running_step(served: httpx2.AsyncClient, script: Any) -> None:
    async with served.stream("POST", PATH, json=BODY, headers={"Accept": "text/event-stream"}) as answer:
        async for line in answer.aiter_lines():
            if line == "event: node.delta":
                break

    assert await stopped(script)
    assert "assemble_pack" not in script.started


async def test_closing_a_waiting_request_stops_the_running_step(served: httpx2.AsyncClient, script: Any) -> None:
    waiting = asyncio.create_task(served.post(PATH, json=BODY))
    await script.outreach_runs.wait()
    waiting.cancel()

    assert await stopped(script)


async def test_while_one_still_waits_the_run_goes_on(served: httpx2.AsyncClient, script: Any) -> None:
    script.seconds = 0.3
    leaves = asyncio.create_task(served.post(PATH, json=BODY))
    stays = asyncio.create_task(served.post(PATH, json=BODY))
    await script.outreach_runs.wait()
    await asyncio.sleep(0.05)
    leaves.cancel()
    answer = await stays

    assert answer.status_code == 201
    assert (script.runs, script.stopped) == (1, [])


async def test_events_arrive_while_the_run_goes_on(served: httpx2.AsyncClient, script: Any) -> None:
    async with asyncio.timeout(SOON):
        async with served.stream("POST", PATH, json=BODY, headers={"Accept": "text/event-stream"}) as answer:
            async for line in answer.aiter_lines():
                if line == "event: node.delta":
                    return
    pytest.fail("the stream ended without a delta")


async def test_a_request_after_a_stopped_run_starts_anew(served: httpx2.AsyncClient, script: Any) -> None:
    waiting = asyncio.create_task(served.post(PATH, json=BODY))
    await script.outreach_runs.wait()
    waiting.cancel()
    assert await stopped(script)
    script.seconds = 0

    assert (await served.post(PATH, json=BODY)).status_code == 201
    assert script.runs == 2
