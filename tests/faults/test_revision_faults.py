"""A model that fails while it writes a further round takes nothing back: the best round before it is delivered."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import pytest

from evals.model_server.compose import OfflineComposer
from evals.model_server.server import ModelServer
from tests.faults.conftest import Serving

pytestmark = pytest.mark.anyio

BODY = {"website": "https://bayfold.example", "min_quality": 100, "max_revisions": 2}


@dataclass
class GoodAtFirst:
    """Composes well, and from the second round on writes nonsense for some shapes."""

    shapes: frozenset[str]
    asked: Counter[str] = field(default_factory=Counter)
    composer: OfflineComposer = field(default_factory=OfflineComposer)

    async def __call__(self, body: dict[str, Any], shape: str) -> str:
        self.asked[shape] += 1
        spoilt = shape in self.shapes and self.asked[shape] > 1
        return '{"nonsense": 1}' if spoilt else await self.composer(body, shape)


@pytest.mark.parametrize("shape", ["OutreachDraft", "CalibratedDrafts"])
async def test_the_round_before_is_delivered_with_a_warning(shape: str, serving: Serving) -> None:
    composer = GoodAtFirst(frozenset((shape,)))
    async with ModelServer(composer) as server, serving(server.url, judge_model="off") as client:
        answer = await client.post("/v1/campaigns/email", json=BODY)
        pack = answer.json()
        events = await client.get(f"/v1/campaigns/email/{pack['id']}/events")

    assert answer.status_code == 201, answer.text
    assert composer.asked[shape] > 1
    assert pack["quality"]["rounds"] == [pack["quality"]["score"]]
    assert [warning for warning in pack["warnings"] if "further round" in warning]
    assert pack["outreach"]["body"].startswith(pack["tone"]["after"]["outreach"].split("{{sender_name}}")[0])
    told = [line.removeprefix("event: ") for line in events.text.splitlines() if line.startswith("event: ")]
    assert "node.failed" in told
    assert told[-1] == "run.finished"


async def test_a_first_round_that_fails_is_no_pack(serving: Serving) -> None:
    composer = GoodAtFirst(frozenset(("FollowUpDraft",)))
    composer.asked["FollowUpDraft"] = 1
    async with ModelServer(composer) as server, serving(server.url, judge_model="off") as client:
        answer = await client.post("/v1/campaigns/email", json=BODY)

    assert (answer.status_code, answer.json()["code"]) == (502, "llm_bad_output")
