"""What is over for long goes; nothing else does."""

import time
from dataclasses import replace
from typing import Any

import pytest
import sqlalchemy as sa

from core.problems import ModelTimeout
from core.request import CampaignRequest
from server.assembly import Rooms
from server.campaigns import Once, Wish
from server.problems import NotFound
from server.retention import DAY, Retention

pytestmark = pytest.mark.anyio

REQUEST = CampaignRequest(website="https://quillmark.example")


@pytest.fixture
def retention(rooms: Rooms) -> Retention:
    campaigns = rooms.campaigns
    return Retention(campaigns.database, campaigns.checkpoints, campaigns.jobs, keep_days=90)


async def written(rooms: Rooms, wish: Wish) -> str:
    """Write a campaign to its end and return its id."""
    answer = await rooms.campaigns.ask(wish)
    async for _ in answer.log.follow():
        pass
    answer.close()
    return answer.id


async def count(rooms: Rooms, table: str) -> int:
    async with rooms.campaigns.database.reading() as connection:
        counted = await connection.scalar(sa.select(sa.func.count()).select_from(sa.table(table)))
    assert counted is not None
    return counted


async def test_a_campaign_goes_with_its_events_and_checkpoints_when_its_days_are_over(
    rooms: Rooms, retention: Retention, script: Any
) -> None:
    script.error = ModelTimeout()  # a failed run keeps its checkpoints, to be tried again from there
    id = await written(rooms, Wish("local", REQUEST))
    assert await count(rooms, "events")
    assert await count(rooms, "checkpoints")

    kept = replace(retention, clock=lambda: time.time() + 89 * DAY)
    assert await kept.prune() == 0
    assert (await rooms.campaigns.find("local", id)).status == "failed"

    later = replace(retention, clock=lambda: time.time() + 91 * DAY)
    assert await later.prune() == 1
    with pytest.raises(NotFound):
        await rooms.campaigns.find("local", id)
    assert [await count(rooms, table) for table in ("runs", "events", "answers", "checkpoints")] == [0] * 4


async def test_a_campaign_under_way_stays_however_old_it_is(rooms: Rooms, retention: Retention, script: Any) -> None:
    script.seconds = 10
    answer = await rooms.campaigns.ask(Wish("local", REQUEST))
    await script.outreach_runs.wait()

    assert await replace(retention, clock=lambda: time.time() + 1000 * DAY).prune() == 0
    assert (await rooms.campaigns.find("local", answer.id)).status == "running"
    answer.close()


async def test_idempotency_keys_go_after_two_days(rooms: Rooms, retention: Retention) -> None:
    await written(rooms, Wish("local", REQUEST, once=Once("POST /", "k1", "f1")))

    await replace(retention, clock=lambda: time.time() + 1.9 * DAY).prune()
    assert await count(rooms, "idempotency") == 1
    await replace(retention, clock=lambda: time.time() + 2.1 * DAY).prune()
    assert await count(rooms, "idempotency") == 0
