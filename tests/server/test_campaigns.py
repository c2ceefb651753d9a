"""When a cached pack is answered, when a run is shared, when one is started, stopped, tried again, deleted."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from core.company import Company
from core.problems import ModelRefused, QueueFull
from core.request import CampaignRequest
from nodes.website.problems import SiteUnreachable, UrlNotAllowed
from server.answers import Hit, Underway
from server.caches.subject import subject_of
from server.campaigns import Campaigns, Once, Wish
from server.problems import NotFound, RecordedProblem
from server.runs.problems import CampaignActive, CampaignNotFailed
from server.store.campaigns import Filter

pytestmark = pytest.mark.anyio

TENANT = "acme"
REQUEST = CampaignRequest(website="https://quillmark.example")
WISH = Wish(TENANT, REQUEST)


async def write(campaigns: Campaigns, request: CampaignRequest = REQUEST) -> str:
    """Have a pack written and kept; return its id."""
    answer = await campaigns.ask(Wish(TENANT, request))
    assert isinstance(answer, Underway)
    await answer.json()
    answer.close()
    return answer.id


async def test_a_fresh_pack_is_answered_without_looking_at_the_site(campaigns: Campaigns, script: Any) -> None:
    written = await write(campaigns)
    reads = script.site_reads
    answer = await campaigns.ask(WISH)

    assert isinstance(answer, Hit)
    assert (answer.id, script.site_reads) == (written, reads)


async def test_a_stale_pack_is_answered_if_the_site_says_the_same(campaigns: Campaigns, script: Any) -> None:
    script.fresh_until = 1_060.0
    await write(campaigns)
    script.now, script.fresh_until = 1_060.0, 1_120.0
    reads = script.site_reads

    answer = await campaigns.ask(WISH)
    assert isinstance(answer, Hit)
    assert answer.age == 60
    assert script.site_reads == reads + 1
    assert isinstance(campaigns.at_once(WISH), Hit), "fresh again without another look"


async def test_a_changed_site_has_the_pack_written_anew(campaigns: Campaigns, script: Any) -> None:
    script.fresh_until = 1_060.0
    old = await write(campaigns)
    script.now, script.digest, script.fresh_until = 1_100.0, "d2", 1_200.0

    answer = await campaigns.ask(WISH)
    assert isinstance(answer, Underway)
    assert answer.reason == "stale"
    await answer.json()
    after = await campaigns.ask(WISH)
    assert isinstance(after, Hit)
    assert after.id == answer.id != old


async def test_a_site_that_cannot_be_read_leaves_the_word_to_the_run(campaigns: Campaigns, script: Any) -> None:
    script.fresh_until = 1_000.0
    await write(campaigns)
    script.site_problem = SiteUnreachable()
    assert isinstance(await campaigns.ask(WISH), Underway)


async def test_many_who_ask_about_one_stale_pack_read_the_site_once(campaigns: Campaigns, script: Any) -> None:
    script.fresh_until = 1_000.0
    await write(campaigns)
    reads = script.site_reads
    answers = await asyncio.gather(*(campaigns.ask(WISH) for _ in range(5)))

    assert all(isinstance(answer, Hit) for answer in answers)
    assert script.site_reads == reads + 1


async def test_a_pack_is_forgotten_after_its_time(campaigns: Campaigns, script: Any) -> None:
    await write(campaigns)
    script.now += campaigns.packs.max_age
    assert isinstance(await campaigns.ask(WISH), Underway)


async def test_equal_requests_at_the_same_moment_share_one_run(campaigns: Campaigns, script: Any) -> None:
    first, second = await campaigns.ask(WISH), await campaigns.ask(WISH)

    assert isinstance(first, Underway)
    assert isinstance(second, Underway)
    assert (first.joined, second.joined) == (False, True)
    assert await first.json() == await second.json()
    assert script.runs == 1


async def test_a_request_anew_does_not_join_one_that_may_use_old_pages(campaigns: Campaigns, script: Any) -> None:
    usual, anew, again = [await campaigns.ask(Wish(TENANT, REQUEST, fresh)) for fresh in (False, True, True)]
    for answer in (usual, anew, again):
        await answer.json()

    assert anew.id == again.id != usual.id
    assert [context.fresh for context in script.contexts] == [False, True]


@pytest.mark.parametrize(
    "change",
    [
        {"goal": "a trial"},
        {"language": "de"},
        {"min_quality": 80},
        {"company": {"description": "More."}},
        {"website": "https://quillmark.example/de"},
        {"icp": {"industries": ["Ports"]}},
    ],
    ids=lambda change: next(iter(change)),
)
async def test_another_wish_is_another_campaign(campaigns: Campaigns, change: dict[str, Any]) -> None:
    await write(campaigns)
    other = CampaignRequest.model_validate({**REQUEST.model_dump(exclude_defaults=True), **change})
    assert isinstance(await campaigns.ask(Wish(TENANT, other)), Underway)


@pytest.mark.parametrize(
    "same",
    [
        {"website": "quillmark.example"},
        {"website": "https://QUILLMARK.example:443/#top"},
        {"website": "https://quillmark.example", "min_quality": 75, "sender": {}, "icp": None},
    ],
)
async def test_the_same_wish_in_other_words_is_the_same_campaign(campaigns: Campaigns, same: dict[str, Any]) -> None:
    await write(campaigns)
    assert isinstance(await campaigns.ask(Wish(TENANT, CampaignRequest.model_validate(same))), Hit)


async def test_a_failed_run_leaves_nothing_in_the_cache(campaigns: Campaigns, script: Any) -> None:
    script.error = ModelRefused()
    answer = await campaigns.ask(WISH)
    with pytest.raises(RecordedProblem) as failed:
        await answer.json()
    assert failed.value.body()["code"] == "llm_refused"
    assert campaigns.at_once(WISH) is None


async def test_an_address_that_is_never_read_starts_no_run(campaigns: Campaigns, script: Any) -> None:
    with pytest.raises(UrlNotAllowed):
        await campaigns.ask(Wish(TENANT, CampaignRequest(website="http://127.0.0.1/")))
    assert script.runs == 0


async def test_an_entry_of_another_shape_is_no_entry(campaigns: Campaigns) -> None:
    key, packs = campaigns.key(REQUEST), campaigns.packs.of(TENANT, subject_of(REQUEST))
    for text in ("", "{}", "no json\n{}", '{"id": 1}\n{}', Company(name="x").model_dump_json()):
        packs.store.set(key, text, 60)
        assert packs.find(key) is None


async def test_a_pack_whose_site_is_unknown_is_not_kept(campaigns: Campaigns, script: Any) -> None:
    script.tells_site = False
    answer = await campaigns.ask(WISH)
    await answer.json()
    assert isinstance(answer, Underway)
    assert isinstance(await campaigns.ask(WISH), Underway)


async def test_pasted_text_alone_is_fresh_for_ever(campaigns: Campaigns, script: Any) -> None:
    script.fresh_until = float("inf")
    request = CampaignRequest.model_validate({"company": {"description": "Quillmark checks freight invoices."}})
    await write(campaigns, request)
    assert isinstance(campaigns.at_once(Wish(TENANT, request)), Hit)


async def test_a_site_that_could_not_be_read_beside_text_is_tried_again(campaigns: Campaigns, script: Any) -> None:
    script.fresh_until = float("inf")
    await write(campaigns)
    assert campaigns.at_once(WISH) is None
    script.digest = "the site answers now"
    answer = await campaigns.ask(WISH)
    assert isinstance(answer, Underway)
    assert answer.reason == "stale"


async def test_another_tenants_pack_is_no_pack(campaigns: Campaigns, script: Any) -> None:
    await write(campaigns)
    assert isinstance(await campaigns.ask(Wish("umbrella", REQUEST)), Underway)


async def test_equal_requests_of_two_tenants_share_nothing(campaigns: Campaigns, script: Any) -> None:
    one, other = [await campaigns.ask(Wish(tenant, REQUEST)) for tenant in ("acme", "umbrella")]
    assert isinstance(one, Underway)
    assert isinstance(other, Underway)
    assert one.id != other.id
    await asyncio.gather(one.json(), other.json())
    assert {context.tenant for context in script.contexts} == {"acme", "umbrella"}


@pytest.mark.parametrize("act", ["find", "cancel", "retry"])
@pytest.mark.parametrize("whose", ["nobody's", "another tenant's"])
async def test_a_foreign_campaign_is_not_found(campaigns: Campaigns, act: str, whose: str) -> None:
    id = await write(campaigns) if whose == "another tenant's" else "cmp_nothing"
    with pytest.raises(NotFound) as missing:
        await getattr(campaigns, act)("umbrella", id)
    assert missing.value.detail == "You have no campaign with this id."


async def test_a_cancelled_run_is_over_at_once_and_its_step_is_stopped(campaigns: Campaigns, script: Any) -> None:
    script.seconds = 10
    answer = await campaigns.ask(WISH)
    await script.outreach_runs.wait()
    cancelled = await campaigns.cancel(TENANT, answer.id)
    async with asyncio.timeout(1):
        await script.outreach_stopped.wait()

    assert cancelled.status == "cancelled"
    stored = await campaigns.follow(cancelled)
    events = [logged.name async for logged in stored.log.follow()]
    assert events[-1] == "run.failed"
    assert (await campaigns.cancel(TENANT, answer.id)).version == cancelled.version


async def test_a_cancelled_run_lets_those_who_wait_for_it_know(campaigns: Campaigns, script: Any) -> None:
    script.seconds = 10
    answer = await campaigns.ask(WISH)
    waiting = asyncio.ensure_future(answer.json())
    await script.outreach_runs.wait()
    await campaigns.cancel(TENANT, answer.id)
    async with asyncio.timeout(1):
        with pytest.raises(RecordedProblem) as stopped:
            await waiting
    assert stopped.value.body()["code"] == "run_cancelled"


async def test_a_retry_goes_on_from_the_last_finished_step(campaigns: Campaigns, script: Any) -> None:
    script.error = ModelRefused()
    answer = await campaigns.ask(WISH)
    with pytest.raises(RecordedProblem):
        await answer.json()
    script.error = None
    again = await campaigns.follow(await campaigns.retry(TENANT, answer.id))
    events = [logged.name async for logged in again.log.follow()]

    assert script.runs == 1
    assert script.started.count("subject_lines") == 2
    assert (events[0], events[-1], events.count("run.started")) == ("run.started", "run.finished", 1)
    finished = await campaigns.find(TENANT, answer.id)
    assert (finished.status, finished.problem, finished.run) == ("finished", None, 2)


async def test_only_what_has_failed_can_be_tried_again(campaigns: Campaigns) -> None:
    with pytest.raises(CampaignNotFailed):
        await campaigns.retry(TENANT, await write(campaigns))


async def test_of_retries_at_the_same_moment_one_is_taken(campaigns: Campaigns, script: Any) -> None:
    script.error = ModelRefused()
    answer = await campaigns.ask(WISH)
    with pytest.raises(RecordedProblem):
        await answer.json()
    script.error, script.seconds = None, 0.1
    found = await asyncio.gather(*(campaigns.retry(TENANT, answer.id) for _ in range(5)), return_exceptions=True)
    assert sum(isinstance(one, CampaignNotFailed) for one in found) == 4
    assert (await campaigns.find(TENANT, answer.id)).run == 2


async def test_what_is_under_way_cannot_be_deleted(campaigns: Campaigns, script: Any) -> None:
    script.seconds = 10
    answer = await campaigns.ask(WISH)
    with pytest.raises(CampaignActive):
        await campaigns.delete(await campaigns.find(TENANT, answer.id))


async def test_a_deleted_campaign_is_gone_with_its_pack(campaigns: Campaigns) -> None:
    id = await write(campaigns)
    await campaigns.delete(await campaigns.find(TENANT, id))
    with pytest.raises(NotFound):
        await campaigns.find(TENANT, id)
    assert campaigns.at_once(WISH) is None


async def test_a_key_makes_one_campaign_however_often_it_is_sent(campaigns: Campaigns, script: Any) -> None:
    wish = replace(WISH, fresh=True, once=Once("POST /v1/campaigns/email", "k", "f"))
    first, second = [await campaigns.ask(wish) for _ in range(2)]
    assert isinstance(first, Underway)
    pack = await first.json()
    third = await campaigns.ask(wish)
    assert isinstance(third, Underway)

    assert first.id == second.id == third.id
    assert (first.replayed, second.replayed, third.replayed) == (False, True, True)
    assert await third.json() == pack
    assert script.runs == 1


async def test_one_run_more_than_allowed_leaves_nothing_behind(
    campaigns: Campaigns, script: Any, settings: Any
) -> None:
    script.seconds = 10
    for n in range(settings.max_runs):
        await campaigns.ask(Wish(TENANT, CampaignRequest(website=f"https://site{n}.example")))
    await wait_until(lambda: campaigns.runs.active == settings.max_runs)
    with pytest.raises(QueueFull) as full:
        await campaigns.ask(replace(WISH, once=Once("POST /v1/campaigns/email", "k", "f")))

    assert full.value.retry_after
    page = await campaigns.list(TENANT, Filter(), None, 10)
    assert len(page.campaigns) == settings.max_runs
    first = page.campaigns[0].id
    await campaigns.cancel(TENANT, first)
    await wait_until(lambda: campaigns.runs.active < settings.max_runs)
    answer = await campaigns.ask(replace(WISH, once=Once("POST /v1/campaigns/email", "k", "f")))
    assert not answer.replayed


async def wait_until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(2):
        while not holds():  # noqa: ASYNC110 (what is waited for tells nobody)
            await asyncio.sleep(0.01)
