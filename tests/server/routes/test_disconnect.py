"""A client that goes away stops nothing: the run is kept, and whoever asks is told; over real connections."""

import asyncio
from typing import Any

import httpx2
import pytest

from server.campaigns import Campaigns

pytestmark = pytest.mark.anyio

PATH = "/v1/campaigns/email"
BODY = {"website": "https://quillmark.example"}
STREAM = {"Accept": "text/event-stream"}
SOON = 2.0  # seconds; the step itself would sleep for ten


@pytest.fixture(autouse=True)
def _slow(script: Any) -> None:
    script.seconds = 10


async def first_delta(served: httpx2.AsyncClient) -> None:
    """Ask for a stream and leave with the first text."""
    async with served.stream("POST", PATH, json=BODY, headers=STREAM) as answer:
        async for line in answer.aiter_lines():
            if line == "event: node.delta":
                return
    pytest.fail("the stream ended without a delta")


async def only_id(served: httpx2.AsyncClient) -> str:
    (campaign,) = (await served.get(PATH)).json()["campaigns"]
    return str(campaign["id"])


async def test_events_arrive_while_the_run_goes_on(served: httpx2.AsyncClient) -> None:
    async with asyncio.timeout(SOON):
        await first_delta(served)


@pytest.mark.parametrize("how", ["stream", "json"])
async def test_whoever_leaves_finds_the_pack_later(served: httpx2.AsyncClient, script: Any, how: str) -> None:
    script.seconds = 0.3
    if how == "stream":
        await first_delta(served)
    else:
        waiting = asyncio.create_task(served.post(PATH, json=BODY))
        await script.outreach_runs.wait()
        waiting.cancel()
    followed = await served.get(f"{PATH}/{await only_id(served)}/events")

    assert "event: run.finished" in followed.text
    assert (script.runs, script.stopped) == (1, [])
    assert (await served.get(f"{PATH}/{await only_id(served)}")).json()["status"] == "finished"


async def test_whoever_comes_back_with_the_same_wish_joins_the_run(served: httpx2.AsyncClient, script: Any) -> None:
    script.seconds = 0.3
    await first_delta(served)
    answer = await served.post(PATH, json=BODY)
    assert answer.status_code == 201
    assert "collapsed" in answer.headers["cache-status"]
    assert script.runs == 1


async def test_a_cancel_stops_the_running_step_and_whoever_waits_is_told(
    served: httpx2.AsyncClient, script: Any
) -> None:
    waiting = asyncio.create_task(served.post(PATH, json=BODY))
    await script.outreach_runs.wait()
    async with asyncio.timeout(SOON):
        cancelled = await served.post(f"{PATH}/{await only_id(served)}/cancel")
        await script.outreach_stopped.wait()
        answer = await waiting

    assert cancelled.json()["status"] == "cancelled"
    assert (answer.status_code, answer.json()["code"]) == (503, "run_cancelled")
    assert "assemble_pack" not in script.started


async def test_a_reader_that_reads_nothing_holds_up_nobody(
    served: httpx2.AsyncClient, script: Any, campaigns_of_app: Campaigns
) -> None:
    script.seconds, script.texts = 0, ("x" * 4096,) * 2000  # 8 MB: more than the sockets between the two can hold
    async with served.stream("POST", PATH, json=BODY, headers=STREAM):
        async with asyncio.timeout(10):
            while campaigns_of_app.runs.active or not script.runs:  # noqa: ASYNC110 (a run tells nobody of ours)
                await asyncio.sleep(0.02)
        assert (await served.get(f"{PATH}/{await only_id(served)}")).json()["status"] == "finished"
