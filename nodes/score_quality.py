"""Score the round, keep the best one, and say which parts to write anew."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from langgraph.runtime import Runtime
from typing_extensions import TypedDict

from core.company import Company
from core.context import Context
from core.icp import Icp
from core.pack import PART_NAMES, Check, Claim, Email, Judgement, PartName, Quality, SubjectLine, Tone
from core.request import CampaignRequest
from core.rounds import PartRevision, Remark, Revision, Rewriting, Round
from core.value import Value
from nodes.quality.judged import judge_checks
from nodes.quality.rewritten import said_of
from nodes.quality.score import score
from nodes.quality.spam import SpamAssassin, SpamFailure
from nodes.quality.thresholds import Thresholds


class ScoreQualityInput(Value):
    request: CampaignRequest
    company: Company
    icp: Icp
    subject_lines: tuple[SubjectLine, ...]
    outreach: Email
    follow_up: Email
    tone: Tone
    claims: tuple[Claim, ...]
    remarks: tuple[Remark, ...] = ()
    judgement: Judgement | None = None
    best: Round | None = None
    revision: Revision | None = None


class ScoreQualityUpdate(TypedDict):
    subject_lines: tuple[SubjectLine, ...]
    outreach: Email
    follow_up: Email
    tone: Tone
    claims: tuple[Claim, ...]
    remarks: tuple[Remark, ...]
    quality: Quality
    best: Round
    revision: Revision | None
    warnings: tuple[str, ...]


Checks = Mapping[PartName, tuple[Check, ...]]
"""Checks of others than the rubric, by the part that they are about."""


@dataclass(frozen=True)
class Scoring:
    """By what a round is scored: the rubric's numbers, and a spam filter where one is configured."""

    thresholds: Thresholds = field(default_factory=Thresholds)
    spam: SpamAssassin | None = None

    @property
    def version(self) -> str:
        """Return what of it is not the default, as part of cache keys."""
        return f"{self.thresholds.model_dump_json(exclude_defaults=True)} {self.spam or ''}".strip()


@dataclass(frozen=True)
class ScoreQuality:
    """Score the round, keep the best one, and say which parts to write anew."""

    reads: ClassVar[type[Value]] = ScoreQualityInput
    writes: ClassVar[type] = ScoreQualityUpdate
    scoring: Scoring = field(default_factory=Scoring)

    async def __call__(self, state: ScoreQualityInput, runtime: Runtime[Context]) -> ScoreQualityUpdate:
        """Return the best round so far as the texts that stand, and the revision, None where the writing ends.

        A round that gained nothing ends it: so whenever writing goes on, the best round is the one just scored.
        What a user wants written anew is scored on its own: the pack that it was taken from is no round of this run.
        """
        spam, unasked = await self._spam_checks(state)
        # In a thread: the first score of a process loads py3langid's model and wordfreq's lists, which takes a second.
        this = await asyncio.to_thread(_scored, state, self.scoring, spam)
        before = state.best if state.revision else None  # a best round without a revision is a former run's
        rounds = (*(before.quality.rounds if before else ()), this.quality.score)
        gained = before is None or this.beats(before)
        best = _with_rounds(this if before is None or gained else before, rounds)
        goes_on = gained and len(rounds) <= state.request.max_revisions
        asked = state.revision.rewriting if state.revision else None
        revision = _revision(best, len(rounds), asked) if goes_on else None
        return {
            "subject_lines": best.subject_lines,
            "outreach": best.outreach,
            "follow_up": best.follow_up,
            "tone": best.tone,
            "claims": best.claims,
            "remarks": best.remarks,
            "quality": best.quality,
            "best": best,
            "revision": revision,
            "warnings": unasked if revision or asked is None else (*unasked, *said_of(asked, best)),
        }

    async def _spam_checks(self, state: ScoreQualityInput) -> tuple[Checks, tuple[str, ...]]:
        """Return what the spam filter says of both emails, and why it could not be asked."""
        spam, subject = self.scoring.spam, state.subject_lines[0].text
        if spam is None:
            return {}, ()
        emails: dict[PartName, tuple[str, str]] = {
            "outreach": (subject, state.outreach.body),
            "follow_up": (f"Re: {subject}", state.follow_up.body),
        }
        found = await asyncio.gather(*(spam.check(*email, self.scoring.thresholds) for email in emails.values()))
        checks: dict[PartName, tuple[Check, ...]] = {
            part: (check,) for part, check in zip(emails, found, strict=True) if isinstance(check, Check)
        }
        return checks, tuple(failure.detail for failure in found if isinstance(failure, SpamFailure))


def _scored(state: ScoreQualityInput, scoring: Scoring, spam: Checks) -> Round:
    """Return this round with its scores."""
    judge = judge_checks(state.judgement)
    quality = score(
        state.subject_lines,
        state.outreach,
        state.follow_up,
        state.claims,
        company=state.company,
        icp=state.icp,
        request=state.request,
        thresholds=scoring.thresholds,
        beside={part: (*judge.get(part, ()), *spam.get(part, ())) for part in PART_NAMES},
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
        remarks=state.remarks,
        quality=quality.model_copy(update={"judgement": state.judgement}),
    )


def _with_rounds(best: Round, rounds: tuple[int, ...]) -> Round:
    return best.model_copy(update={"quality": best.quality.model_copy(update={"rounds": rounds})})


def _revision(best: Round, scored: int, asked: Rewriting | None) -> Revision | None:
    """Return what to write anew after so many rounds, or None if every part passed or is to stand."""
    failing = {
        name: _told(best, name)
        for name in PART_NAMES
        if not best.quality.part(name).passed
        and (asked is None or asked.may_revise(name, best.quality.part(name).score))
    }
    attempt = scored if asked is None else scored + 1
    return Revision.model_validate({"attempt": attempt, "rewriting": asked, **failing}) if failing else None


def _told(best: Round, name: PartName) -> PartRevision:
    """Return a part's text and its findings, worst first."""
    details = tuple(check.detail for check in best.quality.part(name).findings)
    return PartRevision(previous=best.text(name), findings=details)
