"""What a client of the service sees when the model goes wrong: a problem with a stable code, and nothing else of it."""

import asyncio
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import httpx2
import pytest

from evals.model_server.compose import OfflineComposer
from evals.model_server.reply import Reply
from evals.model_server.server import ModelServer
from tests.core.llm.fault_rows import HERE, Row, replies
from tests.faults.conftest import KEY, Serving
from tests.faults.stream import Told, events_of

pytestmark = pytest.mark.anyio

PATH = "/v1/campaigns/email"
BODY = {"website": "https://bayfold.example", "max_revisions": 0}
STREAM = {"Accept": "text/event-stream"}
CANARY = "canary-of-the-provider"
REPRESENTATIVE = {
    "transport": (1, 2, 3, 4),
    "status": (8, 9, 10, 12, 13, 15, 18, 19, 20),
    "envelope": (24, 25, 27),
    "content": (33, 34, 35, 36, 37, 39),
    "schema": (41, 45, 49, 50, 52),
    "stream": (61, 62, 64, 65, 66),
}
"""Rows by the group that they stand for: the others differ in nothing that gets past the door."""
SERVED = [row for row in HERE if int(row["id"][4:]) in {number for rows in REPRESENTATIVE.values() for number in rows}]
STATUS = {
    "llm_unavailable": 503, "llm_overloaded": 503, "llm_quota_exhausted": 503, "llm_misconfigured": 503,
    "llm_timeout": 504, "llm_bad_output": 502, "llm_empty_output": 502, "llm_truncated": 502, "llm_refused": 422,
    "content_filtered": 422, "site_too_long": 422,
}  # fmt: skip


def talkative(reply: Reply) -> Reply:
    """Return the reply with our key and a word of the provider's in its error."""
    if reply.error is None:
        return reply
    return replace(reply, error={**reply.error, "message": f"{reply.error['message']} {KEY} {CANARY}"})


def words_of(row: Row, server: ModelServer) -> Iterator[str]:
    """Yield what no client may read: the key, the provider's words, the sentences of the prompts."""
    yield from (KEY, CANARY, "sk-secret", "Traceback")
    for reply in replies(row) if row["outcome"] != "answer" else ():
        said = (reply.body, reply.refusal, reply.content, *(reply.events or ()))
        yield from (text[:200] for text in said if text and len(text.strip()) > 8)
    for request in server.requests:
        for message in request["messages"]:
            lines = message["content"].splitlines()
            yield from (line for line in lines if len(line) > 40 and not line.startswith(("{", "[", '"')))


def check_secrets(text: str, row: Row, server: ModelServer) -> None:
    for word in words_of(row, server):
        assert word not in text


def model_server(row: Row) -> ModelServer:
    script = [talkative(reply) for reply in replies(row)]
    return ModelServer(OfflineComposer(), script=script, again=row.get("again", False))


@pytest.mark.parametrize("row", SERVED, ids=lambda row: row["id"])
async def test_a_fault_of_the_model_is_a_pack_or_a_problem_with_its_code(
    row: Row, serving: Serving, caplog: pytest.LogCaptureFixture
) -> None:
    seconds = row.get("seconds", 4)
    async with model_server(row) as server:
        url = "http://127.0.0.1:9/v1" if row.get("unreachable") else server.url
        async with serving(url, call_seconds=seconds, run_seconds=10) as client:
            began = time.monotonic()
            answer = await client.post(PATH, json=BODY)
            took = time.monotonic() - began
            stream = await client.post(PATH, json=BODY, headers=STREAM)
        check_answer(answer, row)
        check_stream(events_of(stream.text), stream, row)
        assert took < seconds + 2
        for text in (answer.text, stream.text, caplog.text):
            check_secrets(text, row, server)


def check_answer(answer: httpx2.Response, row: Row) -> None:
    """Check the JSON answer against the table."""
    if row["outcome"] == "answer":
        assert answer.status_code == 201
        check_whole(answer.json())
        return
    problem = answer.json()
    assert answer.headers["content-type"] == "application/problem+json"
    assert problem["code"] == row["outcome"]
    assert answer.status_code == problem["status"] == STATUS[row["outcome"]]
    if "retry_after" in row:
        assert (answer.headers["retry-after"], problem["retry_after"]) == (str(row["retry_after"]), row["retry_after"])


def check_stream(events: list[Told], stream: httpx2.Response, row: Row) -> None:
    """Check that the stream tells the same, once and last."""
    ends = [event for event in events if event.name in ("run.finished", "run.failed")]
    assert stream.status_code == 200
    assert [event.id for event in events] == list(range(1, len(events) + 1))
    assert ends == [events[-1]]
    if row["outcome"] == "answer":
        check_whole(ends[0].data["pack"])
    else:
        assert (ends[0].name, ends[0].data["problem"]["code"]) == ("run.failed", row["outcome"])


def check_whole(pack: dict[str, Any]) -> None:
    assert pack["status"] == "finished"
    assert len(pack["subject_lines"]) == 3
    assert pack["outreach"]["body"].endswith("{{sender_name}}")
    assert pack["follow_up"]["body"].endswith("{{sender_name}}")


@pytest.mark.parametrize(
    ("shape", "node"),
    [("OutreachDraft", "outreach"), ("FollowUpDraft", "follow_up"), ("CalibratedDrafts", "calibrate_tone")],
)
async def test_text_of_a_stream_that_broke_off_is_never_called_finished(
    shape: str, node: str, serving: Serving
) -> None:
    broken = {shape: Reply(cut_after=12)}
    async with ModelServer(OfflineComposer(), by_shape=broken) as server, serving(server.url) as client:
        events = events_of((await client.post(PATH, json=BODY, headers=STREAM)).text)
        refused = await client.post(PATH, json=BODY)
        server.by_shape = {}
        whole = await client.post(PATH, json=BODY)
    finished = [event.data["node"] for event in events if event.name == "node.finished"]
    failed = [event.data["node"] for event in events if event.name == "node.failed"]
    assert node not in finished
    assert node in failed
    assert (events[-1].name, events[-1].data["problem"]["code"]) == ("run.failed", "llm_truncated")
    assert refused.json()["code"] == "llm_truncated"
    assert whole.headers["cache-status"].startswith("overture; fwd=miss")
    check_whole(whole.json())


async def test_a_cancelled_campaign_leaves_no_request_to_the_model_open(serving: Serving) -> None:
    slow = {"IcpDraft": Reply(wait=60)}
    async with ModelServer(OfflineComposer(), by_shape=slow) as server, serving(server.url) as client:
        accepted = await client.post(PATH, json=BODY, headers={"Prefer": "respond-async"})
        await asyncio.wait_for(server.asked.wait(), 15)
        cancelled = await client.post(f"{accepted.headers['location']}/cancel")
        await asyncio.wait_for(server.drop.wait(), 15)
        assert (accepted.status_code, cancelled.is_success) == (202, True)
        assert (server.count, server.dropped) == (1, 1)
        assert (await client.get(accepted.headers["location"])).json()["status"] == "cancelled"
