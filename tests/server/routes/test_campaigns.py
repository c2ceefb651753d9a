"""POST /v1/campaigns/email: in one piece and as a stream."""

from typing import Any

import httpx2
import pytest

from core.problems import ModelOverloaded, ModelRefused

pytestmark = pytest.mark.anyio

BODY = {"website": "https://quillmark.example"}
PATHS = ("/v1/campaigns/email", "/campaigns/email")
STREAM = {"Accept": "text/event-stream"}


@pytest.mark.parametrize("path", PATHS)
async def test_a_pack_written_now_is_201(client: httpx2.AsyncClient, path: str) -> None:
    answer = await client.post(path, json=BODY)

    assert answer.status_code == 201
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["cache-status"] == "overture; fwd=miss; stored"
    assert answer.json()["id"].startswith("cmp_")


async def test_the_next_equal_request_is_200_from_the_cache(client: httpx2.AsyncClient, script: Any) -> None:
    first = await client.post(PATHS[0], json=BODY)
    script.now += 7.9
    second = await client.post(PATHS[0], json={**BODY, "max_revisions": 2, "website": "HTTPS://Quillmark.example/"})

    assert (second.status_code, second.content) == (200, first.content)
    assert (second.headers["cache-status"], second.headers["age"]) == ("overture; hit", "7")
    assert script.runs == 1


@pytest.mark.parametrize("directive", ["no-cache", "max-age=0"])
async def test_a_client_can_ask_for_a_new_one(client: httpx2.AsyncClient, script: Any, directive: str) -> None:
    first = await client.post(PATHS[0], json=BODY)
    second = await client.post(PATHS[0], json=BODY, headers={"Cache-Control": directive})
    third = await client.post(PATHS[0], json=BODY)

    assert (second.status_code, second.headers["cache-status"]) == (201, "overture; fwd=request; stored")
    assert first.json()["id"] != second.json()["id"] == third.json()["id"]
    assert [context.fresh for context in script.contexts] == [False, True]


@pytest.mark.parametrize("path", PATHS)
async def test_a_stream_tells_every_step_in_order(client: httpx2.AsyncClient, events: Any, path: str) -> None:
    answer = await client.post(path, json=BODY, headers=STREAM)
    told = events(answer.text)

    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/event-stream; charset=utf-8"
    assert answer.headers["x-accel-buffering"] == "no"
    assert "no-cache" in answer.headers["cache-control"]
    assert [event.id for event in told] == list(range(1, len(told) + 1))
    names = [(event.name, event.data.get("node")) for event in told]
    assert names[:3] == [("run.started", None), ("node.started", "read_website"), ("node.finished", "read_website")]
    assert [name for name, node in names if node == "outreach"] in (  # pieces that come at once may be one event
        ["node.started", "node.delta", "node.finished"],
        ["node.started", "node.delta", "node.delta", "node.finished"],
    )
    assert [name for name, node in names if node == "subject_lines"] == ["node.started", "node.finished"]
    assert names[-5:] == [
        ("node.started", "score_quality"),
        ("node.finished", "score_quality"),
        ("node.started", "assemble_pack"),
        ("node.finished", "assemble_pack"),
        ("run.finished", None),
    ]


async def test_a_stream_carries_the_texts_the_cost_and_the_pack(client: httpx2.AsyncClient, events: Any) -> None:
    told = events((await client.post(PATHS[0], json=BODY, headers=STREAM)).text)

    assert "".join(event.data["text"] for event in told if event.name == "node.delta") == "Hi {{first_name}},\n"
    (outreach,) = [e.data for e in told if e.name == "node.finished" and e.data["node"] == "outreach"]
    assert (outreach["model_calls"], outreach["tokens"], outreach["round"]) == (1, 15, 1)
    assert outreach["output"] == {"outreach": "Hi {{first_name}},"}
    assert told[-1].data["pack"]["id"] == told[0].data["id"] == told[-1].data["id"]


async def test_a_cached_pack_streams_at_once(client: httpx2.AsyncClient, events: Any) -> None:
    written = await client.post(PATHS[0], json=BODY)
    answer = await client.post(PATHS[0], json=BODY, headers=STREAM)
    told = events(answer.text)

    assert [event.name for event in told] == ["run.started", "run.finished"]
    assert told[0].data["cached"] is True
    assert told[1].data["pack"] == written.json()
    assert answer.headers["cache-status"] == "overture; hit"


async def test_a_failing_run_answers_its_problem(client: httpx2.AsyncClient, script: Any) -> None:
    script.error = ModelOverloaded("Try later.", retry_after=7)
    answer = await client.post(PATHS[0], json=BODY)

    assert (answer.status_code, answer.headers["retry-after"]) == (503, "7")
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json() == {
        "type": "/problems/llm_overloaded",
        "title": "The language model is rate limited",
        "status": 503,
        "detail": "Try later.",
        "code": "llm_overloaded",
        "retry_after": 7,
        "instance": f"urn:request:{answer.headers['x-request-id']}",
    }


async def test_a_failing_run_ends_its_stream_with_the_problem(
    client: httpx2.AsyncClient, script: Any, events: Any
) -> None:
    script.error = ModelRefused()
    told = events((await client.post(PATHS[0], json=BODY, headers=STREAM)).text)

    failed = [event for event in told if event.name == "node.failed" and event.data["node"] == "subject_lines"]
    assert [event.data["problem"]["code"] for event in failed] == ["llm_refused"]
    assert told[-1].name == "run.failed"
    assert told[-1].data["problem"]["code"] == "llm_refused"


async def test_a_problem_is_not_cached(client: httpx2.AsyncClient, script: Any) -> None:
    script.error = ValueError("x")
    assert (await client.post(PATHS[0], json=BODY)).status_code == 500
    script.error = None
    assert (await client.post(PATHS[0], json=BODY)).status_code == 201


@pytest.mark.parametrize("headers", [{}, STREAM])
async def test_an_unknown_error_keeps_its_text_to_itself(
    client: httpx2.AsyncClient, script: Any, headers: dict[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    script.error = RuntimeError("key sk-secret-123 was refused")
    answer = await client.post(PATHS[0], json=BODY, headers=headers)

    assert "internal_error" in answer.text
    assert "secret" not in answer.text
    assert "secret" not in caplog.text
    assert "RuntimeError" in caplog.text
