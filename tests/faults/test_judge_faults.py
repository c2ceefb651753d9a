"""The judge is optional: whatever becomes of it, a pack that was written is delivered, and says so."""

from typing import Any

import pytest

from evals.model_server.compose import OfflineComposer
from evals.model_server.reply import Reply
from evals.model_server.server import ModelServer
from tests.faults.conftest import KEY, Serving

pytestmark = pytest.mark.anyio

BODY = {"website": "https://bayfold.example", "max_revisions": 0}
NOBODY_READ_IT = "No judge has read this pack"

FAULTS = {
    "unavailable": Reply(status=503, body="<html>down</html>", content_type="text/html"),
    "overloaded": Reply(status=429, error={"message": f"slow down {KEY}"}, headers={"Retry-After": "90"}),
    "out of credit": Reply(status=429, error={"message": "no", "code": "insufficient_quota"}),
    "misconfigured": Reply(status=401, error={"message": f"Incorrect API key provided: {KEY}"}),
    "silent": Reply(wait=60),
    "cut": Reply(cut_after=4),
    "truncated": Reply(content="{", finish="length"),
    "empty": Reply(content=" "),
    "refusing": Reply(refusal="I'm sorry, I can't help with that."),
    "filtered": Reply(content="", finish="content_filter"),
    "nonsense": Reply(content='{"outreach": 5}'),
    "too long": Reply(status=413, body="too large"),
    "broken": Reply(events=("data: {oops",)),
}


async def pack_of(fault: Reply, serving: Serving, *, body: dict[str, Any] = BODY, **settings: Any) -> dict[str, Any]:
    """Return the pack of a run whose judge goes wrong each time it is asked."""
    broken = {"JudgementDraft": fault}
    async with ModelServer(OfflineComposer(), by_shape=broken) as server, serving(server.url, **settings) as client:
        answer = await client.post("/v1/campaigns/email", json=body)
    assert answer.status_code == 201, answer.text
    assert KEY not in answer.text
    pack: dict[str, Any] = answer.json()
    return pack


@pytest.mark.parametrize("name", FAULTS)
@pytest.mark.parametrize("judge", [None, "another"])
async def test_a_judge_that_fails_is_a_warning(name: str, judge: str | None, serving: Serving) -> None:
    seconds = 3 if name == "silent" else 10
    pack = await pack_of(FAULTS[name], serving, judge_model=judge, call_seconds=seconds)
    assert [warning for warning in pack["warnings"] if warning.startswith(NOBODY_READ_IT)] == pack["warnings"]
    assert len(pack["warnings"]) == 1
    assert pack["quality"]["judgement"] is None
    assert pack["quality"]["score"] > 0


async def test_a_judge_that_was_told_to_wait_holds_up_no_revision(serving: Serving) -> None:
    again = {**BODY, "min_quality": 100, "max_revisions": 2}
    pack = await pack_of(FAULTS["overloaded"], serving, body=again)
    assert len(pack["quality"]["rounds"]) > 1
    assert any(warning.startswith(NOBODY_READ_IT) for warning in pack["warnings"])


async def test_a_judge_that_answers_is_no_warning(serving: Serving) -> None:
    async with ModelServer(OfflineComposer()) as server, serving(server.url) as client:
        pack = (await client.post("/v1/campaigns/email", json=BODY)).json()
    assert pack["warnings"] == []
    assert len(pack["quality"]["judgement"]["opinions"]) == 12
