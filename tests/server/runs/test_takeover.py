"""A run whose process has died goes on in another from its last finished step, unless it is what kills them."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import orjson
import pytest

from core.request import CampaignRequest
from core.settings import Settings
from server.answers import Underway
from server.assembly import Rooms
from server.campaigns import Wish
from server.store import campaigns, executors, runs
from server.store.rows import Hold, NewEvent, RunRef, Waiting
from tests.server.store.rows import REF, new_campaign

pytestmark = pytest.mark.anyio

TENANT = "acme"
EXECUTOR, ALIVE = "exe_elsewhere", 1e12
REQUEST = CampaignRequest(website="https://quillmark.example")


@pytest.fixture
async def other(assembly: Any, settings: Settings, rooms: Rooms) -> AsyncIterator[Rooms]:
    """A second process on the same database, as far as one process can be two."""
    async with assembly(settings.model_copy(update={"data_dir": settings.data_dir / "other"})) as other:
        yield other


async def made(rooms: Rooms, *, beat_at: float) -> RunRef:
    """Insert a campaign that a process of another machine performs, which has beaten last at that moment."""
    async with rooms.campaigns.database.writing() as connection:
        await campaigns.insert(connection, [new_campaign(tenant=TENANT)], 1.0)
        await executors.enter(connection, EXECUTOR, beat_at)
        assert await runs.claim(connection, REF, 0, EXECUTOR, 2.0)
    return REF


async def finished(rooms: Rooms, ref: RunRef) -> list[dict[str, Any]]:
    answer = await rooms.campaigns.follow(await rooms.campaigns.find(ref.tenant, ref.campaign))
    async with asyncio.timeout(5):
        return [{"name": event.name, **orjson.loads(event.json)} async for event in answer.log.follow()]


async def test_a_run_of_the_dead_is_brought_to_its_end(other: Rooms) -> None:
    ref = await made(other, beat_at=1.0)
    events = await finished(other, ref)
    assert events[-1]["name"] == "run.finished"
    async with other.campaigns.database.reading() as connection:
        assert EXECUTOR not in await executors.alive(connection)


async def test_a_step_that_kills_every_process_is_given_up(rooms: Rooms, script: Any) -> None:
    ref = await made(rooms, beat_at=ALIVE)
    step = '{"node":"outreach","round":1}'
    database = rooms.campaigns.database
    for epoch in range(8):
        async with database.writing() as connection:
            hold = await runs.claim(connection, ref, epoch, EXECUTOR, 2.0) if epoch else None
            await runs.append(connection, hold or Hold(ref, 0), [NewEvent("node.started", step, "t1")], 2.0)
            await runs.hand_out(connection, [Waiting(ref, epoch, "interactive")], 3.0)
    await rooms.campaigns.runs.perform(ref, 8)

    campaign = await rooms.campaigns.find(ref.tenant, ref.campaign)
    assert (campaign.status, orjson.loads(campaign.problem or "")["code"]) == ("failed", "run_lost")
    assert script.runs == 0


async def test_a_run_that_comes_further_each_time_is_not_given_up(rooms: Rooms, script: Any) -> None:
    ref = await made(rooms, beat_at=ALIVE)
    database = rooms.campaigns.database
    for epoch in range(9):
        async with database.writing() as connection:
            if epoch:
                await runs.claim(connection, ref, epoch, EXECUTOR, 2.0)
            await runs.hand_out(connection, [Waiting(ref, epoch, "interactive")], 3.0)
    await rooms.campaigns.runs.perform(ref, 9)
    assert (await rooms.campaigns.find(ref.tenant, ref.campaign)).status == "finished"


async def test_two_who_perform_a_run_at_the_same_moment_run_it_once(rooms: Rooms, other: Rooms, script: Any) -> None:
    ref = await made(rooms, beat_at=ALIVE)
    async with rooms.campaigns.database.writing() as connection:
        found = await runs.hand_out(connection, [Waiting(ref, 0, "interactive")], 3.0)
    assert found
    await asyncio.gather(*(each.campaigns.runs.perform(ref, 1) for each in (rooms, other, rooms)))
    assert script.runs == 1


async def test_a_run_elsewhere_is_followed_and_cancelled_from_here(rooms: Rooms, other: Rooms, script: Any) -> None:
    script.seconds = 10
    answer = await rooms.campaigns.ask(Wish(TENANT, REQUEST))
    assert isinstance(answer, Underway)
    await script.outreach_runs.wait()
    following = asyncio.ensure_future(finished(other, answer.campaign.ref))
    await other.campaigns.cancel(TENANT, answer.id)
    async with asyncio.timeout(2):
        events = await following
        await script.outreach_stopped.wait()
    assert events[-1]["problem"]["code"] == "run_cancelled"
