"""Fit the style of both emails to the reader and the voice asked for; the facts are frozen, and code holds them."""

from dataclasses import dataclass
from typing import Any, ClassVar

from langgraph.runtime import Runtime
from pydantic import Field
from typing_extensions import TypedDict

from core.brief import email_language
from core.company import Company
from core.context import Context
from core.frozen_facts import same_facts
from core.grounding.commentary import unfit
from core.grounding.grounds import Grounds
from core.icp import Icp
from core.pack import EMAIL_NAMES, PART_NAMES, BothTexts, CitedSentence, Email, ModelCall, PartName, Tone, ToneChange
from core.request import CampaignRequest
from core.rounds import Remark, Revision
from core.value import Value
from core.voice import LENGTHS, PRESETS, target
from nodes.ask import Ask


class CalibrateToneInput(Value):
    request: CampaignRequest
    company: Company
    icp: Icp
    outreach: Email
    follow_up: Email
    revision: Revision | None = None
    tone: Tone | None = None
    remarks: tuple[Remark, ...] = ()


class CalibrateToneUpdate(TypedDict):
    outreach: Email
    follow_up: Email
    tone: Tone
    calls: tuple[ModelCall, ...]
    remarks: tuple[Remark, ...]


class CalibratedEmail(Value):
    """One email in full, as it now stands."""

    body: str = Field(min_length=1, max_length=4000)
    cited: tuple[CitedSentence, ...]
    """Every sentence of the body that says something about the seller, with the fact it rested on before."""


class CalibratedDrafts(Value):
    """Both emails after calibration, and what was changed."""

    outreach: CalibratedEmail
    follow_up: CalibratedEmail
    changes: tuple[ToneChange, ...] = Field(max_length=20)
    """Empty where nothing needed to change."""


@dataclass(frozen=True)
class CalibrateTone:
    """Fit the style of both emails to the reader."""

    reads: ClassVar[type[Value]] = CalibrateToneInput
    writes: ClassVar[type] = CalibrateToneUpdate
    asks: ClassVar[type[Value]] = CalibratedDrafts
    ask: Ask

    async def __call__(self, state: CalibrateToneInput, runtime: Runtime[Context]) -> CalibrateToneUpdate:
        fresh = _written_anew(state)
        if not fresh and state.tone:
            return {
                "outreach": state.outreach,
                "follow_up": state.follow_up,
                "tone": state.tone,
                "calls": (),
                "remarks": _still_true(state),
            }
        answer = await self.ask(
            "calibrate_tone",
            CalibratedDrafts,
            request=state.request,
            company=state.company,
            data={
                "icp": state.icp.model_dump(mode="json", exclude={"evidence"}),
                "voice": {**shown_voice(state.request, state.icp), **_wished(state.revision)},
                "outreach": state.outreach.model_dump(mode="json", exclude={"send_after_days"}),
                "follow_up": state.follow_up.model_dump(mode="json", exclude={"send_after_days"}),
            },
            runtime=runtime,
            readable=("outreach.body", "follow_up.body"),
        )
        return {**_accepted(state, answer.value, fresh, self.ask.prompts.secret), "calls": answer.calls}


class _Accepted(TypedDict):
    outreach: Email
    follow_up: Email
    tone: Tone
    remarks: tuple[Remark, ...]


def _still_true(state: CalibrateToneInput) -> tuple[Remark, ...]:
    """Return the remarks of earlier rounds on parts that stand as they were."""
    anew = state.revision.parts if state.revision else PART_NAMES
    return tuple(remark for remark in state.remarks if remark.part not in anew)


def _written_anew(state: CalibrateToneInput) -> tuple[PartName, ...]:
    """Return the emails that this round wrote: both in the first round, afterwards only the revised ones."""
    if state.revision is None:
        return EMAIL_NAMES
    return tuple(part for part in state.revision.parts if part != "subject_lines")


def _accepted(
    state: CalibrateToneInput, drafts: CalibratedDrafts, fresh: tuple[PartName, ...], secret: frozenset[str]
) -> _Accepted:
    """Take each email that this round wrote, unless a fact changed on the way: then the text before stays.

    The words in which changes are told are the model's own: what is unfit to stand beside an email is left out.
    """
    language = email_language(state.request, state.company)
    grounds = Grounds.of(state.company, state.request, state.icp, secret)
    emails: dict[PartName, Email] = {"outreach": state.outreach, "follow_up": state.follow_up}
    remarks = list(_still_true(state))
    taken = []
    for part in fresh:
        email, draft = emails[part], getattr(drafts, part)
        if not _says_the_same(email, draft, language):
            text = f"The calibrated {part} changed what is said; the text before was kept."
            remarks.append(Remark(part=part, text=text))
        elif email.body != draft.body:
            emails[part] = email.model_copy(update={"body": draft.body, "cited": draft.cited})
            told = [change for change in drafts.changes if change.part == part]
            taken += [change for change in told if not any(unfit(said, grounds) for said in (change.what, change.why))]
    return {
        "outreach": emails["outreach"],
        "follow_up": emails["follow_up"],
        "tone": _tone(state, fresh, tuple(taken), emails),
        "remarks": tuple(remarks),
    }


def _says_the_same(email: Email, draft: CalibratedEmail, language: str) -> bool:
    """Return whether numbers, names, placeholders and denials are the same, and every fact is still cited."""
    before, after = ({one.fact for one in version.cited} for version in (email, draft))
    return same_facts(email.body, draft.body, language) and (not before or before == after)


def _tone(
    state: CalibrateToneInput,
    fresh: tuple[PartName, ...],
    taken: tuple[ToneChange, ...],
    emails: dict[PartName, Email],
) -> Tone:
    """Tell the target, the changes and both texts; what an earlier round did to the other part still holds."""
    earlier = state.tone if state.revision else None
    before: dict[PartName, str] = {part: getattr(state, part).body for part in emails}
    kept: tuple[ToneChange, ...] = ()
    if earlier:
        before |= {part: getattr(earlier.before, part) for part in emails if part not in fresh}
        kept = tuple(change for change in earlier.changes if change.part not in fresh)
    after = {part: email.body for part, email in emails.items()}
    return Tone(
        target=target(state.request.voice, state.icp.persona.seniority),
        preset=state.request.voice.preset,
        changes=(*kept, *taken),
        before=BothTexts.model_validate(before),
        after=BothTexts.model_validate(after),
    )


def shown_voice(request: CampaignRequest, icp: Icp) -> dict[str, Any]:
    """Return what the model sees of how the emails should sound."""
    voice = request.voice
    return {
        "target": target(voice, icp.persona.seniority),
        "preset": voice.preset,
        "preset_means": PRESETS[voice.preset] if voice.preset else None,
        "description": voice.description,
        "sample": voice.sample,
        "words_of_the_first_email": LENGTHS[icp.persona.seniority],
    }


def _wished(revision: Revision | None) -> dict[str, Any]:
    """Return what a user wants of an email that was just written anew, so that calibration does not undo it."""
    asked = revision.rewriting if revision else None
    return {"wish": asked.wish, "wished_for": asked.part} if asked and asked.wish else {}
