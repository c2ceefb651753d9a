"""A paid answer is kept as long as its campaign may need it, for its tenant only."""

import pytest

from server.store import campaigns, runs
from server.store.answers import StoredAnswers
from server.store.database import Database
from server.store.rows import CampaignStatus, Ending, NewEvent
from tests.server.store.rows import REF, add_campaign

pytestmark = pytest.mark.anyio


@pytest.fixture
async def answers(database: Database) -> StoredAnswers:
    await add_campaign(database)
    return StoredAnswers(database)


async def end(database: Database, status: CampaignStatus) -> None:
    async with database.writing() as connection:
        hold = await runs.claim(connection, REF, 0, "exe_1", 2.0)
        assert hold
        await runs.end(connection, hold, Ending(status, NewEvent("run.finished", "{}")), 3.0)


async def test_an_answer_is_recalled_as_it_was_first_kept(answers: StoredAnswers) -> None:
    await answers.keep("acme", "cmp_1", "k", "paid")
    await answers.keep("acme", "cmp_1", "k", "paid again")
    assert await answers.recall("acme", "cmp_1", "k") == "paid"


@pytest.mark.parametrize("place", [("umbrella", "cmp_1", "k"), ("acme", "cmp_2", "k"), ("acme", "cmp_1", "K")])
async def test_nobody_else_recalls_it(answers: StoredAnswers, place: tuple[str, str, str]) -> None:
    await answers.keep("acme", "cmp_1", "k", "paid")
    assert await answers.recall(*place) is None


async def test_nothing_is_kept_for_a_campaign_that_is_not_there(answers: StoredAnswers) -> None:
    await answers.keep("umbrella", "cmp_1", "k", "paid")
    assert await answers.recall("umbrella", "cmp_1", "k") is None


@pytest.mark.parametrize(("status", "kept"), [("finished", None), ("failed", "paid"), ("cancelled", "paid")])
async def test_what_failed_may_be_tried_again_so_its_answers_stay(
    answers: StoredAnswers, status: CampaignStatus, kept: str | None
) -> None:
    await answers.keep("acme", "cmp_1", "k", "paid")
    await end(answers.database, status)
    assert await answers.recall("acme", "cmp_1", "k") == kept


async def test_a_deleted_campaign_takes_its_answers_along(answers: StoredAnswers) -> None:
    await answers.keep("acme", "cmp_1", "k", "paid")
    await end(answers.database, "failed")
    async with answers.database.writing() as connection:
        assert await campaigns.delete(connection, "acme", "cmp_1")
    assert await answers.recall("acme", "cmp_1", "k") is None
