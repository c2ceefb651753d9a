"""A run has one holder at a time, and whoever lost it writes nothing more of it."""

import asyncio

import pytest

from server.store import campaigns, runs
from server.store.database import Database
from server.store.rows import Campaign, Ending, Hold, NewEvent, RunRef, Waiting
from tests.server.store.rows import REF, add_campaign

pytestmark = pytest.mark.anyio

STARTED = NewEvent("run.started", '{"id":"cmp_1","model":"double","cached":false}')
FINISHED = Ending("finished", NewEvent("run.finished", "{}"), pack='{"id":"cmp_1"}', company="Quillmark", score=90)
CANCELLED = Ending("cancelled", NewEvent("run.failed", "{}"), problem="{}")


async def claim(database: Database, epoch: int = 0, executor: str = "exe_1") -> Hold | None:
    async with database.writing() as connection:
        return await runs.claim(connection, REF, epoch, executor, 2.0)


async def append(database: Database, hold: Hold, *events: NewEvent) -> int | None:
    async with database.writing() as connection:
        return await runs.append(connection, hold, events, 3.0)


async def end(database: Database, hold: Hold, ending: Ending = FINISHED) -> int | None:
    async with database.writing() as connection:
        return await runs.end(connection, hold, ending, 4.0)


async def hand_out(database: Database, alive: list[str]) -> list[Waiting]:
    async with database.writing() as connection:
        return await runs.hand_out(connection, await runs.unclaimed(connection, alive, 9.0, 10), 5.0)


async def stored(database: Database) -> Campaign:
    async with database.reading() as connection:
        found = await campaigns.find(connection, REF.tenant, REF.campaign)
    assert found
    return found


async def told(database: Database, ref: RunRef = REF) -> list[tuple[int, str]]:
    async with database.reading() as connection:
        return [(event.id, event.name) for event in await runs.events_after(connection, ref, 0)]


@pytest.fixture
async def hold(database: Database) -> Hold:
    await add_campaign(database)
    held = await claim(database)
    assert held
    return held


async def test_of_many_who_claim_a_run_one_gets_it(database: Database) -> None:
    await add_campaign(database)
    claims = await asyncio.gather(*(claim(database, executor=f"exe_{n}") for n in range(8)))
    assert len([one for one in claims if one]) == 1
    assert (await stored(database)).status == "running"


async def test_events_are_numbered_from_one_without_a_gap(database: Database, hold: Hold) -> None:
    assert await append(database, hold, STARTED, NewEvent("node.started", "{}", "t1")) == 2
    assert await append(database, hold) == 2
    assert await end(database, hold) == 3
    assert await told(database) == [(1, "run.started"), (2, "node.started"), (3, "run.finished")]


async def test_the_outcome_is_written_with_the_last_event(database: Database, hold: Hold) -> None:
    await end(database, hold)
    found = await stored(database)
    assert (found.status, found.pack, found.company, found.score, found.finished_at) == (
        "finished",
        FINISHED.pack,
        "Quillmark",
        90,
        4.0,
    )
    assert found.version == 3


@pytest.mark.parametrize("how", ["handed out anew", "cancelled", "ended"])
async def test_whoever_has_lost_a_run_writes_nothing_more(database: Database, hold: Hold, how: str) -> None:
    if how == "handed out anew":
        assert await hand_out(database, alive=[]) == [Waiting(REF, 1, "interactive")]
    elif how == "cancelled":
        async with database.writing() as connection:
            await runs.cut(connection, REF, CANCELLED, 4.0)
    else:
        await end(database, hold)
    before = await told(database), await stored(database)
    assert await append(database, hold, STARTED) is None
    assert await end(database, hold) is None
    async with database.reading() as connection:
        assert not await runs.holds(connection, hold)
    assert (await told(database), await stored(database)) == before


async def test_a_run_is_claimed_in_its_last_epoch_only(database: Database, hold: Hold) -> None:
    await hand_out(database, alive=[])
    assert await claim(database, epoch=0, executor="exe_2") is None
    assert await claim(database, epoch=1, executor="exe_2") == Hold(REF, 1)
    assert await claim(database, epoch=1, executor="exe_3") is None


async def test_of_two_who_hand_out_the_same_run_one_does(database: Database, hold: Hold) -> None:
    async with database.reading() as connection:
        found = await runs.unclaimed(connection, [], 9.0, 10)

    async def hand() -> list[Waiting]:
        async with database.writing() as connection:
            return await runs.hand_out(connection, found, 5.0)

    assert sorted(map(len, await asyncio.gather(hand(), hand()))) == [0, 1]


async def test_runs_of_the_living_are_left_alone(database: Database, hold: Hold) -> None:
    assert await hand_out(database, alive=["exe_1"]) == []
    async with database.writing() as connection:
        await runs.give_back(connection, "exe_1")
    assert await hand_out(database, alive=["exe_1"]) == [Waiting(REF, 1, "interactive")]


async def test_a_run_in_line_is_found_by_when_it_was_put_there(database: Database, hold: Hold) -> None:
    await hand_out(database, alive=[])
    async with database.reading() as connection:
        assert await runs.in_line(connection, 0.0, 5.0, 10) == []
        assert await runs.in_line(connection, 5.1, 9.0, 10) == []
        assert await runs.in_line(connection, 0.0, 9.0, 10) == [Waiting(REF, 1, "interactive")]


async def test_a_cancel_says_what_was_cut_and_a_second_one_that_there_is_nothing(
    database: Database, hold: Hold
) -> None:
    async with database.writing() as connection:
        assert await runs.cut(connection, REF, CANCELLED, 4.0) == Waiting(REF, 0, "interactive")
    async with database.writing() as connection:
        assert await runs.cut(connection, REF, CANCELLED, 5.0) is None
    assert (await told(database))[-1] == (1, "run.failed")
    assert (await stored(database)).status == "cancelled"


async def test_a_cancel_and_an_end_at_the_same_moment_leave_one_end(database: Database, hold: Hold) -> None:
    async def cut() -> Waiting | None:
        async with database.writing() as connection:
            return await runs.cut(connection, REF, CANCELLED, 4.0)

    was_cut, ended = await asyncio.gather(cut(), end(database, hold))
    assert (was_cut is None) == (ended is not None)
    assert len(await told(database)) == 1
    assert (await stored(database)).status == ("cancelled" if was_cut else "finished")


async def test_a_retry_begins_with_what_ended_well(database: Database, hold: Hold) -> None:
    good, bad = ('{"node":"outreach","round":1}', '{"node":"follow_up","round":1}')
    events = [
        STARTED,
        NewEvent("node.started", good, "t1"),
        NewEvent("node.finished", good, "t1"),
        NewEvent("node.started", bad, "t2"),
        NewEvent("node.failed", bad, "t2"),
    ]
    await append(database, hold, *events)
    await end(database, hold, Ending("failed", NewEvent("run.failed", "{}"), problem="{}"))
    failed = await stored(database)
    async with database.writing() as connection:
        ref = await runs.again(connection, failed, 6.0, "exe_1")
        assert ref == RunRef(REF.tenant, REF.campaign, 2)
        await runs.copy_told(connection, failed.ref, ref, 6.0)
        assert await runs.again(connection, failed, 6.0, "exe_1") is None

    assert await told(database, ref) == [(1, "run.started"), (2, "node.started"), (3, "node.finished")]
    assert (await stored(database)).status == "queued"
    assert len(await told(database)) == 6


async def test_nothing_of_a_transaction_that_breaks_stays(database: Database, hold: Hold) -> None:
    async def broken() -> None:
        async with database.writing() as connection:
            await runs.end(connection, hold, FINISHED, 4.0)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await broken()
    assert await told(database) == []
    assert (await stored(database)).status == "running"
    assert await end(database, hold) == 1
