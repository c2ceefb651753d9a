"""Campaigns are found, listed and deleted by their tenant; equal ones under way are joined."""

import asyncio
from dataclasses import replace

import pytest

from core.problems import InvalidRequest
from server.store import campaigns
from server.store.campaigns import Filter
from server.store.database import Database
from tests.server.store.rows import add_campaign, new_campaign

pytestmark = pytest.mark.anyio


async def test_a_foreign_campaign_is_as_if_it_were_not_there(database: Database) -> None:
    await add_campaign(database, "cmp_1", "acme")
    async with database.reading() as connection:
        assert await campaigns.find(connection, "umbrella", "cmp_1") is None
        assert await campaigns.summary(connection, "umbrella", "cmp_1") is None
        assert (await campaigns.page(connection, "umbrella", Filter(), None, 10)).campaigns == ()
    async with database.writing() as connection:
        assert not await campaigns.delete(connection, "umbrella", "cmp_1")


async def test_two_tenants_may_have_the_same_id(database: Database) -> None:
    for tenant in ("acme", "umbrella"):
        await add_campaign(database, "cmp_1", tenant, model=tenant)
    async with database.reading() as connection:
        found = [await campaigns.find(connection, tenant, "cmp_1") for tenant in ("acme", "umbrella")]
    assert [one.model for one in found if one] == ["acme", "umbrella"]


async def test_pages_follow_each_other_while_campaigns_come_and_go(database: Database) -> None:
    for n in range(6):
        await add_campaign(database, f"cmp_{n}", now=float(n // 2))  # two of each moment
    async with database.reading() as connection:
        first = await campaigns.page(connection, "acme", Filter(), None, 3)
    await add_campaign(database, "cmp_9", now=9.0)
    async with database.reading() as connection:
        rest = await campaigns.page(connection, "acme", Filter(), first.next, 10)
    assert [one.id for one in (*first.campaigns, *rest.campaigns)] == [f"cmp_{n}" for n in (5, 4, 3, 2, 1, 0)]
    assert rest.next is None


@pytest.mark.parametrize("cursor", ["", "x", "!!!!", "W10", "WzEsMl0", "e30", "bnVsbA", "Ww", "WyJ4IiwgInkiXQ", "ä"])
async def test_a_cursor_of_another_make_is_refused(database: Database, cursor: str) -> None:
    with pytest.raises(InvalidRequest):
        async with database.reading() as connection:
            await campaigns.page(connection, "acme", Filter(), cursor, 10)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Filter(search="QUILL"), ["cmp_2", "cmp_1"]),
        (Filter(search="%"), []),
        (Filter(search="_"), []),
        (Filter(batch="bat_1"), ["cmp_2"]),
        (Filter(status="queued"), ["cmp_2", "cmp_1"]),
        (Filter(created_after=1.0), ["cmp_2"]),
        (Filter(created_before=2.0), ["cmp_1"]),
    ],
    ids=str,
)
async def test_a_list_is_filtered(database: Database, wanted: Filter, found: list[str]) -> None:
    await add_campaign(database, "cmp_1", now=1.0)
    await add_campaign(database, "cmp_2", now=2.0, batch="bat_1")
    async with database.reading() as connection:
        assert [one.id for one in (await campaigns.page(connection, "acme", wanted, None, 10)).campaigns] == found


async def test_of_equal_requests_at_the_same_moment_one_is_inserted(database: Database) -> None:
    async def ask(n: int) -> str:
        new = replace(new_campaign(f"cmp_{n}"), flight="f")
        async with database.writing() as connection:
            return await campaigns.join_or_insert(connection, new, 1.0, "exe_1")

    assert len(set(await asyncio.gather(*(ask(n) for n in range(8))))) == 1


async def test_a_thousand_campaigns_are_inserted_at_once(database: Database) -> None:
    async with database.writing() as connection:
        await campaigns.insert(connection, [new_campaign(f"cmp_{n}", kind="bulk") for n in range(1000)], 1.0)
        page = await campaigns.page(connection, "acme", Filter(), None, 2000)
    assert len(page.campaigns) == 1000


async def test_what_is_under_way_is_not_deleted(database: Database) -> None:
    await add_campaign(database)
    async with database.writing() as connection:
        assert not await campaigns.delete(connection, "acme", "cmp_1")
