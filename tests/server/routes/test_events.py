"""GET …/{id}/events: replay, resume, follow, end."""

import asyncio
from typing import Any

import httpx2
import pytest

pytestmark = pytest.mark.anyio

PATH = "/v1/campaigns/email"
BODY = {"website": "https://quillmark.example"}


async def written(client: httpx2.AsyncClient) -> str:
    return str((await client.post(PATH, json=BODY)).json()["id"])


async def test_a_finished_run_replays_as_it_was_told(client: httpx2.AsyncClient, events: Any) -> None:
    streamed = await client.post(PATH, json=BODY, headers={"Accept": "text/event-stream"})
    id = events(streamed.text)[0].data["id"]
    replayed = await client.get(f"{PATH}/{id}/events")

    assert replayed.headers["content-type"] == "text/event-stream; charset=utf-8"
    assert replayed.text == streamed.text


async def test_a_reader_resumes_after_every_event(client: httpx2.AsyncClient, events: Any) -> None:
    id = await written(client)
    everything = events((await client.get(f"{PATH}/{id}/events")).text)
    for seen in range(len(everything)):
        for how in ({"headers": {"Last-Event-ID": str(seen)}}, {"params": {"after": seen}}):
            rest = events((await client.get(f"{PATH}/{id}/events", **how)).text)
            assert rest == everything[seen:]


async def test_whoever_has_everything_is_told_to_stop_asking(client: httpx2.AsyncClient, events: Any) -> None:
    id = await written(client)
    last = events((await client.get(f"{PATH}/{id}/events")).text)[-1].id
    answer = await client.get(f"{PATH}/{id}/events", headers={"Last-Event-ID": str(last)})
    assert (answer.status_code, answer.text) == (204, "")


@pytest.mark.parametrize("seen", ["", "x", "-1", "1.5", "9" * 40, "١"])
async def test_an_id_that_is_none_of_ours_replays_everything(
    client: httpx2.AsyncClient, events: Any, seen: str
) -> None:
    id = await written(client)
    answer = await client.get(f"{PATH}/{id}/events", headers={"Last-Event-ID": seen.encode()})
    assert events(answer.text)[0].id == 1


async def test_a_run_is_followed_to_its_end_by_any_number(served: httpx2.AsyncClient, script: Any, events: Any) -> None:
    script.seconds = 0.3
    accepted = await served.post(PATH, json=BODY, headers={"Prefer": "respond-async"})
    place = accepted.headers["location"]
    streams = await asyncio.gather(*(served.get(f"{place}/events") for _ in range(5)))
    assert len({stream.text for stream in streams}) == 1
    assert events(streams[0].text)[-1].name == "run.finished"


async def test_a_retry_is_followed_as_one_run(client: httpx2.AsyncClient, script: Any, events: Any) -> None:
    script.error = ValueError("x")
    await client.post(PATH, json=BODY)
    ((id,),) = [[one["id"] for one in (await client.get(PATH)).json()["campaigns"]]]
    script.error = None
    retried = await client.post(f"{PATH}/{id}/retry")
    told = events((await client.get(f"{PATH}/{id}/events")).text)

    assert (retried.status_code, retried.headers["location"]) == (202, f"{PATH}/{id}")
    assert [event.id for event in told] == list(range(1, len(told) + 1))
    assert [event.name for event in told if event.name.startswith("run.")] == ["run.started", "run.finished"]
    assert "node.failed" not in [event.name for event in told]
