"""Score the round, keep the best one, and say which parts to write anew."""

import asyncio
from dataclasses import dataclass
from typing import ClassVar

from langgraph.runtime import Runtime
from typing_extensions import TypedDict

from core.company import Company
from core.context import Context
from core.icp import Icp
from core.pack import PART_NAMES, Claim, Email, PartName, Quality, SubjectLine, Tone
from core.request import CampaignRequest
from core.rounds import PartRevision, Revision, Round
from core.value import Value
from nodes.quality.score import score


class ScoreQualityInput(Value):
    request: CampaignRequest
    company: Company
    icp: Icp
    subject_lines: tuple[SubjectLine, ...]
    outreach: Email
    follow_up: Email
    tone: Tone
    claims: tuple[Claim, ...]
    best: Round | None = None
    revision: Revision | None = None


class ScoreQualityUpdate(TypedDict):
    subject_lines: tuple[SubjectLine, ...]
    outreach: Email
    follow_up: Email
    tone: Tone
    claims: tuple[Claim, ...]
    quality: Quality
    best: Round
    revision: Revision | None


@dataclass(frozen=True)
class ScoreQuality:
    """Score the round, keep the best one, and say which parts to write anew."""

    reads: ClassVar[type[Value]] = ScoreQualityInput
    writes: ClassVar[type] = ScoreQualityUpdate

    async def __call__(self, state: ScoreQualityInput, runtime: Runtime[Context]) -> ScoreQualityUpdate:
        """Return the best round so far as the texts that stand, and the revision, None where the writing ends.

        A round that gained nothing ends it: so whenever writing goes on, the best round is the one just scored.
        """
        # In a thread: the first language guess of a process loads py3langid's model, which takes 0.8 s.
        this = await asyncio.to_thread(_scored, state)
        before = state.best if state.revision else None  # a best round without a revision is a former run's
        rounds = (*(before.quality.rounds if before else ()), this.quality.score)
        gained = before is None or this.beats(before)
        best = _with_rounds(this if before is None or gained else before, rounds)
        goes_on = gained and len(rounds) <= state.request.max_revisions
        return {
            "subject_lines": best.subject_lines,
            "outreach": best.outreach,
            "follow_up": best.follow_up,
            "tone": best.tone,
            "claims": best.claims,
            "quality": best.quality,
            "best": best,
            "revision": _revision(best, attempt=len(rounds)) if goes_on else None,
        }


def _scored(state: ScoreQualityInput) -> Round:
    """Return this round with its scores."""
    quality = score(
        state.subject_lines,
        state.outreach,
        state.follow_up,
        state.claims,
        company=state.company,
        icp=state.icp,
        request=state.request,
    )
    lines = (
        line.model_copy(update={"score": reached})
        for line, reached in zip(state.subject_lines, quality.subject_scores, strict=True)
    )
    return Round(
        subject_lines=tuple(lines),
        outreach=state.outreach,
        follow_up=state.follow_up,
        tone=state.tone,
        claims=state.claims,
        quality=quality,
    )


def _with_rounds(best: Round, rounds: tuple[int, ...]) -> Round:
    return best.model_copy(update={"quality": best.quality.model_copy(update={"rounds": rounds})})


def _revision(best: Round, attempt: int) -> Revision | None:
    """Return what to write anew, or None if every part passed."""
    failing = {name: _told(best, name) for name in PART_NAMES if not best.quality.part(name).passed}
    return Revision.model_validate({"attempt": attempt, **failing}) if failing else None


def _told(best: Round, name: PartName) -> PartRevision:
    """Return a part's text and its findings, worst first."""
    texts = {
        "subject_lines": "\n".join(line.text for line in best.subject_lines),
        "outreach": best.outreach.body,
        "follow_up": best.follow_up.body,
    }
    details = tuple(check.detail for check in best.quality.part(name).findings)
    return PartRevision(previous=texts[name], findings=details)
