"""When a cached pack is answered, when a run is shared, when one is started."""

import asyncio
from typing import Any

import pytest

from core.company import Company
from core.problems import ModelRefused
from core.request import CampaignRequest
from nodes.website.problems import SiteUnreachable, UrlNotAllowed
from server.campaigns import Campaigns, Hit, Underway

pytestmark = pytest.mark.anyio

REQUEST = CampaignRequest(website="https://quillmark.example")


async def write(campaigns: Campaigns, request: CampaignRequest = REQUEST) -> str:
    """Have a pack written and kept; return its id."""
    answer = await campaigns.ask(request)
    assert isinstance(answer, Underway)
    await answer.json()
    return answer.id


async def test_a_fresh_pack_is_answered_without_looking_at_the_site(campaigns: Campaigns, script: Any) -> None:
    written = await write(campaigns)
    reads = script.site_reads
    answer = await campaigns.ask(REQUEST)

    assert isinstance(answer, Hit)
    assert (answer.id, script.site_reads) == (written, reads)


async def test_a_stale_pack_is_answered_if_the_site_says_the_same(campaigns: Campaigns, script: Any) -> None:
    script.fresh_until = 1_060.0
    await write(campaigns)
    script.now, script.fresh_until = 1_060.0, 1_120.0
    reads = script.site_reads

    answer = await campaigns.ask(REQUEST)
    assert isinstance(answer, Hit)
    assert answer.age == 60
    assert script.site_reads == reads + 1
    assert isinstance(campaigns.at_once(REQUEST), Hit), "fresh again without another look"


async def test_a_changed_site_has_the_pack_written_anew(campaigns: Campaigns, script: Any) -> None:
    script.fresh_until = 1_060.0
    old = await write(campaigns)
    script.now, script.digest, script.fresh_until = 1_100.0, "d2", 1_200.0

    answer = await campaigns.ask(REQUEST)
    assert isinstance(answer, Underway)
    assert answer.reason == "stale"
    await answer.json()
    after = await campaigns.ask(REQUEST)
    assert isinstance(after, Hit)
    assert after.id == answer.id != old


async def test_a_site_that_cannot_be_read_leaves_the_word_to_the_run(campaigns: Campaigns, script: Any) -> None:
    script.fresh_until = 1_000.0
    await write(campaigns)
    script.site_problem = SiteUnreachable()
    assert isinstance(await campaigns.ask(REQUEST), Underway)


async def test_many_who_ask_about_one_stale_pack_read_the_site_once(campaigns: Campaigns, script: Any) -> None:
    script.fresh_until = 1_000.0
    await write(campaigns)
    reads = script.site_reads
    answers = await asyncio.gather(*(campaigns.ask(REQUEST) for _ in range(5)))

    assert all(isinstance(answer, Hit) for answer in answers)
    assert script.site_reads == reads + 1


async def test_a_pack_is_forgotten_after_its_time(campaigns: Campaigns, script: Any) -> None:
    await write(campaigns)
    script.now += campaigns.packs.max_age
    assert isinstance(await campaigns.ask(REQUEST), Underway)


async def test_equal_requests_at_the_same_moment_share_one_run(campaigns: Campaigns, script: Any) -> None:
    first, second = await campaigns.ask(REQUEST), await campaigns.ask(REQUEST)

    assert isinstance(first, Underway)
    assert isinstance(second, Underway)
    assert (first.joined, second.joined) == (False, True)
    assert await first.json() == await second.json()
    assert script.runs == 1


async def test_a_request_anew_does_not_join_one_that_may_use_old_pages(campaigns: Campaigns, script: Any) -> None:
    usual, anew, again = [await campaigns.ask(REQUEST, fresh=fresh) for fresh in (False, True, True)]
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
    assert isinstance(await campaigns.ask(other), Underway)


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
    assert isinstance(await campaigns.ask(CampaignRequest.model_validate(same)), Hit)


async def test_a_failed_run_leaves_nothing_behind(campaigns: Campaigns, script: Any) -> None:
    script.error = ModelRefused()
    answer = await campaigns.ask(REQUEST)
    with pytest.raises(ModelRefused):
        await answer.json()
    assert campaigns.packs.find(campaigns.key(REQUEST)) is None


async def test_an_address_that_is_never_read_starts_no_run(campaigns: Campaigns, script: Any) -> None:
    with pytest.raises(UrlNotAllowed):
        await campaigns.ask(CampaignRequest(website="http://127.0.0.1/"))
    assert script.runs == 0


async def test_an_entry_of_another_shape_is_no_entry(campaigns: Campaigns) -> None:
    key = campaigns.key(REQUEST)
    for text in ("", "{}", "no json\n{}", '{"id": 1}\n{}', Company(name="x").model_dump_json()):
        campaigns.packs.store.set(key, text, 60)
        assert campaigns.packs.find(key) is None


async def test_a_pack_whose_site_is_unknown_is_not_kept(campaigns: Campaigns, script: Any) -> None:
    script.tells_site = False
    answer = await campaigns.ask(REQUEST)
    await answer.json()
    assert isinstance(answer, Underway)
    assert not answer.stored
    assert isinstance(await campaigns.ask(REQUEST), Underway)


async def test_pasted_text_alone_is_fresh_for_ever(campaigns: Campaigns, script: Any) -> None:
    script.fresh_until = float("inf")
    request = CampaignRequest.model_validate({"company": {"description": "Quillmark checks freight invoices."}})
    await write(campaigns, request)
    assert isinstance(campaigns.at_once(request), Hit)


async def test_a_site_that_could_not_be_read_beside_text_is_tried_again(campaigns: Campaigns, script: Any) -> None:
    script.fresh_until = float("inf")
    await write(campaigns)
    assert campaigns.at_once(REQUEST) is None
    script.digest = "the site answers now"
    answer = await campaigns.ask(REQUEST)
    assert isinstance(answer, Underway)
    assert answer.reason == "stale"
