"""The page's pure modules, run in the browser on recorded logs."""

import json
from typing import Any

import pytest
from playwright.async_api import Page

from tests.page.conftest import Visit
from tests.page.recorded import BAYFOLD, LOGS, SKELDERGATE, THIN, TIMEOUT, Log, failing, read_log, resumed

pytestmark = pytest.mark.anyio

ALL = (BAYFOLD, SKELDERGATE, THIN)


async def reduced(page: Page, *logs: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the run after these logs; each further one is another try of the same campaign."""
    run: dict[str, Any] = await page.evaluate(
        """async (logs) => {
            const { again, EMPTY, reduce } = await import("/page/js/reducer.js");
            return logs.reduce((run, log, at) => log.reduce(reduce, at ? again(run) : run), EMPTY);
        }""",
        list(logs),
    )
    return run


def told(log: Log, first: int = 1) -> list[dict[str, Any]]:
    """Return a log as the reducer takes it."""
    return [
        {"id": at, "name": event.name, "data": dict(event.data), "at": 1000 * at}
        for at, event in enumerate(log, start=first)
    ]


async def test_a_whole_log_ends_with_the_pack_and_every_step_done(visit: Visit) -> None:
    run = await reduced(await visit.go(), told(read_log(BAYFOLD)))
    assert run["status"] == "finished"
    assert {step["state"] for step in run["steps"].values()} == {"done"}
    assert run["made"]["outreach"] == run["pack"]["outreach"]
    assert sum(step["calls"] for step in run["steps"].values()) == run["pack"]["usage"]["calls"]


async def test_rounds_add_up_and_tell_the_quality_after_each(visit: Visit) -> None:
    run = await reduced(await visit.go(), told(read_log(SKELDERGATE)))
    assert [quality["score"] for quality in run["rounds"]] == [65, 84, 84]  # the third wrote no better
    assert run["steps"]["subjects"]["round"] == 3
    assert run["steps"]["subjects"]["calls"] == 3
    assert run["steps"]["outreach"]["calls"] == 1


@pytest.mark.parametrize("name", ALL)
async def test_events_that_come_twice_change_nothing(visit: Visit, name: str) -> None:
    page, log = await visit.go(), told(read_log(name))
    doubled = [event for at, event in enumerate(log) for event in log[max(0, at - 5) : at + 1]]
    assert await reduced(page, doubled) == await reduced(page, log)


async def test_text_comes_piece_by_piece_and_can_be_taken_back(visit: Visit) -> None:
    started = {"name": "node.started", "data": {"node": "outreach", "round": 1}}
    pieces = [{"node": "outreach", "round": 1, "field": "body", "text": text} for text in ("Hi ", "you", None, "Dear ")]
    deltas = [{"name": "node.delta", "data": piece} for piece in pieces]
    log = [{**event, "id": at, "at": 0} for at, event in enumerate([started, *deltas], start=1)]
    page = await visit.go()
    for seen, text in ((3, "Hi you"), (4, ""), (5, "Dear ")):
        assert (await reduced(page, log[:seen]))["steps"]["outreach"]["texts"]["body"] == text


async def test_a_step_that_begins_again_after_a_takeover_writes_anew(visit: Visit) -> None:
    log = told(read_log(BAYFOLD))[:20]
    begun = next(event for event in log if event["data"].get("node") == "outreach")
    run = await reduced(await visit.go(), [*log, {**begun, "id": 21, "at": 99}])
    assert run["steps"]["outreach"]["texts"] == {}
    assert run["steps"]["outreach"]["since"] == 99


async def test_a_failure_names_its_step_and_its_problem(visit: Visit) -> None:
    run = await reduced(await visit.go(), told(failing(read_log(BAYFOLD), "calibrate_tone", TIMEOUT)))
    assert run["status"] == "failed"
    assert run["problem"]["code"] == "llm_timeout"
    assert run["steps"]["tone"]["state"] == "failed"
    assert run["steps"]["follow_up"]["state"] == "done"


async def test_a_second_try_keeps_what_the_first_has_done(visit: Visit) -> None:
    log = read_log(BAYFOLD)
    first, second = failing(log, "calibrate_tone", TIMEOUT), resumed(log, "calibrate_tone")
    run = await reduced(await visit.go(), told(first), told(second))
    assert run["status"] == "finished"
    assert run["steps"]["outreach"]["state"] == "kept"
    assert run["steps"]["tone"]["state"] == "done"


async def test_a_second_try_that_tells_of_the_first_steps_again_counts_them_once(visit: Visit) -> None:
    log = read_log(SKELDERGATE)
    page = await visit.go()
    twice = await reduced(page, told(failing(log, "plan_ab_test", TIMEOUT)), told(log))
    once = await reduced(page, told(log))
    assert twice["rounds"] == once["rounds"]
    assert {name: step["calls"] for name, step in twice["steps"].items()} == {
        name: step["calls"] for name, step in once["steps"].items()
    }


async def test_a_log_that_begins_in_the_middle_counts_the_steps_before_as_kept(visit: Visit) -> None:
    run = await reduced(await visit.go(), told(resumed(read_log(BAYFOLD), "follow_up"))[:2])
    states = {name: step["state"] for name, step in run["steps"].items()}
    assert states == {"website": "kept", "profile": "kept", "outreach": "kept", "follow_up": "running"}


@pytest.mark.parametrize("size", [1, 2, 7, 1000])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
async def test_a_stream_is_read_the_same_in_pieces_of_any_size(visit: Visit, size: int, ending: str) -> None:
    text = (LOGS / f"{THIN}.sse").read_text("utf-8").replace("\n", ending)
    pieces = [": ping" + ending + ending, *(text[at : at + size] for at in range(0, len(text), size))]
    events = await (await visit.go()).evaluate(
        """async (pieces) => {
            const parse = (await import("/page/js/sse.js")).createParser();
            return pieces.flatMap((piece) => parse(piece));
        }""",
        pieces,
    )
    wanted = [(str(at), event.name, dict(event.data)) for at, event in enumerate(read_log(THIN), start=1)]
    assert [(event["id"], event["name"], json.loads(event["data"])) for event in events] == wanted


REQUEST = {
    "website": "https://bayfold.example",
    "company": {"name": "Bayfold", "description": "Dock scheduling.", "facts": ["One.", "Two."]},
    "icp": {
        "industries": ["Food", "Retail"],
        "company_sizes": ["51-200 employees"],
        "geographies": ["Ontario"],
        "personas": [{"title": "Head of Docks"}, {"title": "Planner"}],
        "disqualifiers": ["Carriers"],
    },
    "sender": {"name": "Dana", "title": "AE", "company": "Bayfold", "postal_address": "1 Road", "opt_out": "No?"},
    "goal": "a trial",
    "tone": {"preset": "warm", "description": "dry"},
    "language": "de",
}


@pytest.mark.parametrize("request_", [REQUEST, {"website": "https://a.example"}, {}], ids=["full", "short", "empty"])
async def test_a_request_survives_the_form(visit: Visit, request_: dict[str, Any]) -> None:
    again = await (await visit.go()).evaluate(
        """async (request) => {
            const { toForm, toRequest } = await import("/page/js/request.js");
            return toRequest(toForm(request));
        }""",
        request_,
    )
    assert again == request_


@pytest.mark.parametrize(
    ("pointer", "field"),
    [
        ("/website", "website"),
        ("/company/description", "description"),
        ("/company/facts/3", "facts"),
        ("/icp/personas/0/title", "personas"),
        ("/sender/postal_address", "postal_address"),
        ("/tone", "tone"),
        ("/max_revisions", None),
        ("", None),
    ],
)
async def test_a_pointer_leads_to_its_field(visit: Visit, pointer: str, field: str | None) -> None:
    code = 'async (pointer) => (await import("/page/js/request.js")).fieldOf(pointer)'
    assert await (await visit.go()).evaluate(code, pointer) == field


async def test_a_service_without_further_routes_still_has_its_page(visit: Visit) -> None:
    code = 'async (paths) => (await import("/page/js/features.js")).featuresOf(paths)'
    page = await visit.go()
    bare = await page.evaluate(code, {"/v1/campaigns/email": {"post": {}}})
    assert not any(bare.values()) or bare == {**dict.fromkeys(bare, False), "platforms": []}
    full = await page.evaluate(code, {"/v1/campaigns/email/{campaign_id}/events": {"get": {}}})
    assert full["events"] is True


async def test_tables_hold_text_that_a_spreadsheet_would_run(visit: Visit) -> None:
    code = 'async (rows) => (await import("/page/js/csv.js")).csv(rows)'
    text = await (await visit.go()).evaluate(code, [["=1+1", 'say "hi"', "a,b", 3, "-2"]])
    assert text == '\'=1+1,"say ""hi""","a,b",3,\'-2\r\n'
