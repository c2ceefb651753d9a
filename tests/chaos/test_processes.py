"""Two processes on one database: what one has, the other shows, stops and goes on with."""

import asyncio
import signal
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import httpx2
import pytest

from tests.chaos.kills import settings_for
from tests.chaos.ledger import Ledger, open_ledger
from tests.chaos.victim import Breeder, Victim
from tests.server.databases import Postgres

pytestmark = pytest.mark.anyio

PATH = "/v1/campaigns/email"
ASYNC = {"Prefer": "respond-async"}
STREAM = {"Accept": "text/event-stream"}
PAID_SECONDS = 1.0  # of each answer: a run is caught in its middle


@dataclass
class Pair:
    """Two processes and what they do."""

    first: Victim
    second: Victim
    ledger: Ledger
    client: httpx2.AsyncClient

    async def begin(self, website: str) -> str:
        """Have the first process begin a run at once, and return its campaign when a paid step is under way."""
        url = self.first.url + PATH
        async with self.client.stream("POST", url, json={"website": website}, headers=STREAM) as answer:
            async for line in answer.aiter_lines():
                if line == "event: node.delta":
                    break
        (campaign,) = (await self.client.get(self.second.url + PATH, params={"search": website})).json()["campaigns"]
        return str(campaign["id"])

    async def follow(self, id: str) -> str:
        """Follow a run to its end at the second process."""
        async with asyncio.timeout(20):
            return (await self.client.get(f"{self.second.url}{PATH}/{id}/events")).text

    async def status(self, id: str) -> str:
        """Return what the second process says of a campaign."""
        return str((await self.client.get(f"{self.second.url}{PATH}/{id}")).json()["status"])


@pytest.fixture
async def pair(tmp_path: Path, postgres: Postgres) -> AsyncIterator[Pair]:
    settings = settings_for(tmp_path, await asyncio.to_thread(postgres.emptied))
    async with open_ledger((PAID_SECONDS, PAID_SECONDS)) as ledger, httpx2.AsyncClient(timeout=20) as client:
        breeder = Breeder(settings, ledger.url)
        first, second = await breeder.start(), await breeder.start()
        try:
            await asyncio.gather(first.ready(), second.ready())
            yield Pair(first, second, ledger, client)
        finally:
            first.send(signal.SIGCONT)
            await asyncio.gather(asyncio.to_thread(first.stop), asyncio.to_thread(second.stop))


async def test_a_run_is_followed_in_the_process_that_does_not_have_it(pair: Pair) -> None:
    id = await pair.begin("https://a.example")
    text = await pair.follow(id)
    assert text.count("event: run.started") == text.count("event: run.finished") == 1
    assert {started.process for started in pair.ledger.started} == {pair.first.pid}
    again = await pair.client.get(f"{pair.first.url}{PATH}/{id}/events")
    assert again.text == text


async def test_a_cancel_reaches_the_process_that_has_the_run(pair: Pair) -> None:
    id = await pair.begin("https://a.example")
    began = time.monotonic()
    await pair.client.post(f"{pair.second.url}{PATH}/{id}/cancel")
    assert "run_cancelled" in await pair.follow(id)
    assert time.monotonic() - began < 2
    await asyncio.sleep(PAID_SECONDS + 1)
    assert [step for campaign, step in pair.ledger.answered if campaign == id] == [], "it was paid for all the same"
    assert "follow_up" not in {started.step for started in pair.ledger.started}


async def test_a_process_that_hangs_loses_its_runs_and_writes_nothing_more(pair: Pair) -> None:
    id = await pair.begin("https://a.example")
    pair.first.send(signal.SIGSTOP)
    text = await pair.follow(id)
    pair.first.send(signal.SIGCONT)
    await asyncio.sleep(3)  # it comes back, and finds out

    assert "event: run.finished" in text
    assert (await pair.client.get(f"{pair.second.url}{PATH}/{id}/events")).text == text
    finishing = [started.process for started in pair.ledger.started if started.step == "assemble_pack"]
    assert finishing == [pair.second.pid]
    answer = await pair.client.post(pair.first.url + PATH, json={"website": "https://b.example"})
    assert answer.status_code == 201, "it works again"


async def test_a_process_that_is_told_to_stop_hands_its_runs_over(pair: Pair) -> None:
    id = await pair.begin("https://a.example")
    began = time.monotonic()
    await asyncio.to_thread(pair.first.stop)
    text = await pair.follow(id)
    assert "event: run.finished" in text
    assert time.monotonic() - began < 10
    assert pair.ledger.repeated <= 2, "the two steps that were under way"


async def test_what_waits_in_line_is_performed_by_whoever_has_room(pair: Pair) -> None:
    accepted = [
        await pair.client.post(pair.first.url + PATH, json={"website": f"https://site{n}.example"}, headers=ASYNC)
        for n in range(6)
    ]
    pair.first.kill()
    texts = await asyncio.gather(*(pair.follow(answer.json()["id"]) for answer in accepted))
    assert all("event: run.finished" in text for text in texts)
