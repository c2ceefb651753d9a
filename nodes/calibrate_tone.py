"""Fit the style of both emails to the reader; the facts are frozen, and code holds them so."""

from dataclasses import dataclass
from typing import ClassVar

from langgraph.runtime import Runtime
from pydantic import Field
from typing_extensions import TypedDict

from core.brief import email_language
from core.company import Company
from core.context import Context
from core.frozen_facts import same_facts
from core.icp import Icp
from core.pack import CitedSentence, Email, ModelCall, PartName, TextBefore, Tone, ToneChange
from core.request import CampaignRequest
from core.rounds import Revision
from core.value import Value
from nodes.ask import Ask

SENIORITY_TARGETS = {
    "executive": "brief: outcome and risk first, few words",
    "manager": "plain and concrete: result first, then how",
    "practitioner": "concrete: the mechanism, in working words",
    "founder": "plain talk, no ceremony",
}
"""What suits a reader where the request names no tone; from the craft's rule of tone by seniority."""


class CalibrateToneInput(Value):
    request: CampaignRequest
    company: Company
    icp: Icp
    outreach: Email
    follow_up: Email
    revision: Revision | None = None
    tone: Tone | None = None


class CalibrateToneUpdate(TypedDict):
    outreach: Email
    follow_up: Email
    tone: Tone
    calls: tuple[ModelCall, ...]
    warnings: tuple[str, ...]


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
                "warnings": (),
            }
        answer = await self.ask(
            "calibrate_tone",
            CalibratedDrafts,
            request=state.request,
            company=state.company,
            data={
                "icp": state.icp.model_dump(mode="json", exclude={"evidence"}),
                "outreach": state.outreach.model_dump(mode="json", exclude={"send_after_days"}),
                "follow_up": state.follow_up.model_dump(mode="json", exclude={"send_after_days"}),
            },
            runtime=runtime,
            readable=("outreach.body", "follow_up.body"),
        )
        return {**_accepted(state, answer.value, fresh), "calls": answer.calls}


class _Accepted(TypedDict):
    outreach: Email
    follow_up: Email
    tone: Tone
    warnings: tuple[str, ...]


def _written_anew(state: CalibrateToneInput) -> tuple[PartName, ...]:
    """Return the emails that this round wrote: both in the first round, afterwards only the revised ones."""
    if state.revision is None:
        return ("outreach", "follow_up")
    return tuple(part for part in state.revision.parts if part != "subject_lines")


def _accepted(state: CalibrateToneInput, drafts: CalibratedDrafts, fresh: tuple[PartName, ...]) -> _Accepted:
    """Take each email that this round wrote, unless a fact changed on the way: then the text before stays."""
    language = email_language(state.request, state.company)
    emails: dict[PartName, Email] = {"outreach": state.outreach, "follow_up": state.follow_up}
    warnings = []
    taken = []
    for part in fresh:
        email, draft = emails[part], getattr(drafts, part)
        if not same_facts(email.body, draft.body, language):
            warnings.append(f"The calibrated {part} changed a number, name or placeholder; the text before was kept.")
        elif email.body != draft.body:
            emails[part] = email.model_copy(update={"body": draft.body, "cited": draft.cited})
            taken += [change for change in drafts.changes if change.part == part]
    return {
        "outreach": emails["outreach"],
        "follow_up": emails["follow_up"],
        "tone": _tone(state, fresh, tuple(taken)),
        "warnings": tuple(warnings),
    }


def _tone(state: CalibrateToneInput, fresh: tuple[PartName, ...], taken: tuple[ToneChange, ...]) -> Tone:
    """Tell the target, the changes and the texts before; what an earlier round did to the other part still holds."""
    earlier = state.tone if state.revision else None
    before = {part: getattr(state, part).body for part in ("outreach", "follow_up")}
    kept: tuple[ToneChange, ...] = ()
    if earlier:
        before |= {part: text for part, text in earlier.before.model_dump().items() if part not in fresh}
        kept = tuple(change for change in earlier.changes if change.part not in fresh)
    return Tone(
        target=tone_target(state.request, state.icp), changes=(*kept, *taken), before=TextBefore.model_validate(before)
    )


def tone_target(request: CampaignRequest, icp: Icp) -> str:
    """Return how the emails should sound: the request's tone, or what suits the first persona."""
    seniority = icp.persona.seniority
    article = "an" if seniority == "executive" else "a"
    reader = f"for {article} {seniority}: {SENIORITY_TARGETS[seniority]}"
    return f"{request.tone}, {reader}" if request.tone else reader
