"""What is evaluated: the campaign graph on a saved website, and the rubric on texts written by hand."""

import asyncio
from collections.abc import Coroutine
from contextvars import copy_context
from dataclasses import dataclass
from time import perf_counter
from typing import Any, TypeVar

from core.context import Context
from core.grounding.ground import ground
from core.pack import Claim, Email, Pack, Quality
from core.problems import Problem
from core.request import CampaignRequest
from evals.dataset import GoodPack, Lookalike
from evals.outcome import CampaignOutcome, RubricOutcome
from graph.builder import CampaignGraph
from nodes.quality.score import score

ResultT = TypeVar("ResultT")
_REACHED = ("company", "icp", "pack")


@dataclass(frozen=True)
class Waiter:
    """Waits for coroutines from code that is none, all in one loop: a model's connections belong to a loop."""

    runner: asyncio.Runner

    def __call__(self, work: Coroutine[Any, Any, ResultT]) -> ResultT:
        """Run a coroutine to its end, in the context of whoever waits, so that traces nest."""
        return self.runner.run(work, context=copy_context())


@dataclass(frozen=True)
class Campaigns:
    """Run the graph on a website."""

    graph: CampaignGraph
    wait: Waiter
    twice: bool
    """Whether a second run tells if the pack comes out the same; a real model is asked once."""

    def outcome(self, inputs: dict[str, Any]) -> dict[str, Any]:
        """Return the CampaignOutcome of an example's `website` as JSON."""
        return self.wait(self._outcome(inputs["website"])).model_dump(mode="json")

    async def _outcome(self, website: str) -> CampaignOutcome:
        first = await self._run(website)
        if not self.twice or first.pack is None:
            return first
        second = await self._run(website)
        return second.model_copy(update={"repeated": _same(first.pack, second.pack)})

    async def _run(self, website: str) -> CampaignOutcome:
        """Run once; a problem ends it with what was reached."""
        reached: dict[str, Any] = {}
        started = perf_counter()
        request, context = CampaignRequest(website=website), Context(campaign_id=website)
        try:
            async for part in self.graph.astream({"request": request}, context=context, stream_mode="updates"):
                for update in part.values():
                    reached |= {name: update[name] for name in _REACHED if name in update}
        except Problem as problem:
            return CampaignOutcome(**reached, problem=f"{problem.code}: {problem.detail}")
        return CampaignOutcome(**reached, milliseconds=(perf_counter() - started) * 1000)


def _same(one: Pack, other: Pack | None) -> bool:
    """Return whether two packs are equal, what they took aside."""
    return other is not None and one.model_dump(exclude={"usage"}) == other.model_dump(exclude={"usage"})


@dataclass(frozen=True)
class Handwritten:
    """Score texts that were written by hand, as they stand."""

    packs: tuple[GoodPack, ...]
    """The companies that a lookalike is sent in the name of: those of its language."""

    def good_pack(self, inputs: dict[str, Any]) -> dict[str, Any]:
        """Return the RubricOutcome of a good pack as JSON."""
        return _outcome((quality(GoodPack.model_validate(inputs)),))

    def lookalike(self, inputs: dict[str, Any]) -> dict[str, Any]:
        """Return the RubricOutcome of a lookalike under the name of every company of its language, as JSON."""
        texts = Lookalike.model_validate(inputs)
        return _outcome(tuple(quality(_sent_by(pack, texts)) for pack in self.packs if pack.language == texts.language))


def _sent_by(pack: GoodPack, texts: Lookalike) -> GoodPack:
    """Return a pack with the lookalike's texts in the place of its own."""
    first = pack.subject_lines[0].model_copy(update={"text": texts.subject, "fact": ""})
    return pack.model_copy(
        update={
            "subject_lines": (first, *pack.subject_lines[1:]),
            "outreach": Email(body=texts.outreach),
            "follow_up": Email(body=texts.follow_up, send_after_days=pack.follow_up.send_after_days),
        }
    )


def quality(pack: GoodPack) -> Quality:
    """Return the rubric's scores of a pack as it stands; nothing is taken out of its texts."""
    request = CampaignRequest(website=pack.company.website)
    emails = (("outreach", pack.outreach), ("follow_up", pack.follow_up))
    claims: tuple[Claim, ...] = ()
    for part, email in emails:
        claims += ground(email, part, pack.company, request, pack.icp).claims  # type: ignore[arg-type]
    return score(
        pack.subject_lines, pack.outreach, pack.follow_up, claims, company=pack.company, icp=pack.icp, request=request
    )


def _outcome(scored: tuple[Quality, ...]) -> dict[str, Any]:
    emails = [part for one in scored for part in (one.outreach, one.follow_up)]
    parts = [part for one in scored for part in (one.subject_lines, one.outreach, one.follow_up)]
    return RubricOutcome(
        packs=len(scored),
        packs_passed=sum(one.passed for one in scored),
        emails=len(emails),
        emails_passed=sum(part.passed for part in emails),
        findings=tuple(check.detail for part in parts if not part.passed for check in part.findings),
    ).model_dump(mode="json")
