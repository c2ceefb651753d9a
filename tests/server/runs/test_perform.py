"""Runs: what they tell, how they end."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import orjson
import pytest

from core.pack import ModelCall
from core.problems import ModelTimeout, Problem
from core.request import CampaignRequest
from core.settings import Settings
from server.answers import Underway
from server.assembly import Rooms
from server.campaigns import Campaigns, Wish

pytestmark = pytest.mark.anyio

TENANT = "acme"
REQUEST = CampaignRequest(website="https://quillmark.example")


async def ask(campaigns: Campaigns, *, fresh: bool = False) -> Underway:
    answer = await campaigns.ask(Wish(TENANT, REQUEST, fresh))
    assert isinstance(answer, Underway)
    return answer


async def told(answer: Underway) -> list[dict[str, Any]]:
    """Return the data of every event, and its name."""
    return [{"name": logged.name, **orjson.loads(logged.json)} async for logged in answer.log.follow()]


def of(events: list[dict[str, Any]], name: str, node: str) -> list[dict[str, Any]]:
    return [event for event in events if (event["name"], event.get("node")) == (name, node)]


async def problem_of(answer: Underway) -> Problem:
    with pytest.raises(Problem) as failed:
        await answer.json()
    return failed.value


@pytest.fixture
async def hurried(assembly: Any, settings: Settings) -> AsyncIterator[Campaigns]:
    """Campaigns whose runs may take 0.2 seconds."""
    rooms: Rooms
    async with assembly(settings.model_copy(update={"run_seconds": 0.2})) as rooms:
        yield rooms.campaigns


async def test_a_revision_runs_steps_again_as_further_rounds(campaigns: Campaigns, script: Any) -> None:
    script.rounds = 3
    events = await told(await ask(campaigns))
    for name in ("node.started", "node.delta", "node.finished"):
        assert [event["round"] for event in of(events, name, "outreach")] == [1, 2, 3]


async def test_pieces_of_one_text_become_one_event_while_the_database_writes(campaigns: Campaigns, script: Any) -> None:
    script.texts = tuple("Hi {{first_name}},\n")
    events = await told(await ask(campaigns))
    pieces = [event["text"] for event in of(events, "node.delta", "outreach")]
    assert "".join(pieces) == "Hi {{first_name}},\n"
    assert len(pieces) < len(script.texts)


async def test_text_that_is_written_anew_is_taken_back_first(campaigns: Campaigns, script: Any) -> None:
    script.texts = ("Dear", None, "Hi ")
    events = await told(await ask(campaigns))
    assert [event["text"] for event in of(events, "node.delta", "outreach")] == ["Dear", None, "Hi "]


async def test_a_failing_step_fails_the_run_and_stops_its_neighbours(campaigns: Campaigns, script: Any) -> None:
    script.error, script.seconds = ModelTimeout(), 10
    answer = await ask(campaigns)
    events = await told(answer)

    failed = {event["node"]: event["problem"]["code"] for event in events if event["name"] == "node.failed"}
    assert failed == {"subject_lines": "llm_timeout", "outreach": "run_cancelled"}
    assert events[-1]["name"] == "run.failed"
    assert script.stopped == ["outreach"]
    assert (await problem_of(answer)).body()["code"] == "llm_timeout"


async def test_the_deadline_stops_the_run(hurried: Campaigns, script: Any) -> None:
    script.seconds = 10
    answer = await ask(hurried)
    assert (await problem_of(answer)).body()["code"] == "run_timeout"
    assert script.stopped == ["outreach"]
    events = await told(answer)
    assert [(event["name"], event.get("node")) for event in events[-2:]] == [
        ("node.failed", "outreach"),
        ("run.failed", None),
    ]


async def test_a_timeout_within_a_step_is_not_the_deadline(campaigns: Campaigns, script: Any) -> None:
    script.error = TimeoutError()
    assert (await problem_of(await ask(campaigns))).body()["code"] == "internal_error"


async def test_a_pack_is_cached_before_its_last_event_is_told(campaigns: Campaigns) -> None:
    answer = await ask(campaigns)
    await told(answer)
    assert campaigns.at_once(Wish(TENANT, REQUEST)) is not None


async def test_a_failed_step_tells_what_was_paid_for_nothing(campaigns: Campaigns, script: Any) -> None:
    script.error = ModelTimeout()
    script.error.calls = (ModelCall(step="subject_lines", model="double", input_tokens=7, output_tokens=1),)
    (failed,) = of(await told(await ask(campaigns)), "node.failed", "subject_lines")
    assert (failed["model_calls"], failed["tokens"]) == (1, 8)


async def test_every_outcome_is_kept_with_the_campaign(campaigns: Campaigns, script: Any) -> None:
    finished = await ask(campaigns)
    pack = await finished.json()
    script.error = ModelTimeout()
    failed = await ask(campaigns, fresh=True)
    await problem_of(failed)

    stored = await campaigns.find(TENANT, finished.id)
    assert (stored.status, stored.pack, stored.company, stored.score) == ("finished", pack, "Quillmark", 90)
    stored = await campaigns.find(TENANT, failed.id)
    assert (stored.status, stored.pack, orjson.loads(stored.problem or "")["code"]) == ("failed", None, "llm_timeout")


async def test_many_runs_at_once_tell_each_their_own(assembly: Any, settings: Settings) -> None:
    rooms: Rooms
    async with assembly(settings.model_copy(update={"max_runs": 50})) as rooms:
        wishes = [Wish(TENANT, CampaignRequest(website=f"https://site{n}.example")) for n in range(20)]
        answers = await asyncio.gather(*(rooms.campaigns.ask(wish) for wish in wishes))
        logs = await asyncio.gather(*(told(answer) for answer in answers if isinstance(answer, Underway)))
    assert (
        [log[0]["id"] for log in logs] == [log[-1]["pack"]["id"] for log in logs] == [answer.id for answer in answers]
    )
