"""Put the pack together: what the caller gets."""

from dataclasses import dataclass
from typing import ClassVar

from langgraph.runtime import Runtime
from typing_extensions import TypedDict

from core.brief import email_language
from core.company import Company
from core.context import Context
from core.icp import Icp
from core.pack import (
    AbTest,
    Claim,
    Email,
    FollowUp,
    ModelCall,
    Outreach,
    Pack,
    Placeholder,
    Quality,
    StepTime,
    SubjectLine,
    Tone,
    Usage,
)
from core.placeholders import FAMILIAR, fallback, names_in
from core.request import CampaignRequest, Sender
from core.rounds import Remark
from core.value import Value

DAYS_TO_FOLLOW_UP = 4
"""Where the writer named none: Smartlead's sequences wait 3 to 5 days before the second email."""


class AssemblePackInput(Value):
    request: CampaignRequest
    company: Company
    icp: Icp
    subject_lines: tuple[SubjectLine, ...]
    outreach: Email
    follow_up: Email
    tone: Tone
    claims: tuple[Claim, ...]
    quality: Quality
    ab_test: AbTest
    calls: tuple[ModelCall, ...] = ()
    times: tuple[StepTime, ...] = ()
    remarks: tuple[Remark, ...] = ()
    warnings: tuple[str, ...] = ()


class AssemblePackUpdate(TypedDict):
    pack: Pack


@dataclass(frozen=True)
class AssemblePack:
    """Put the pack together."""

    reads: ClassVar[type[Value]] = AssemblePackInput
    writes: ClassVar[type] = AssemblePackUpdate
    model: str

    async def __call__(self, state: AssemblePackInput, runtime: Runtime[Context]) -> AssemblePackUpdate:
        outreach = signed(state.outreach.body, state.request.sender)
        follow_up = signed(state.follow_up.body, state.request.sender)
        first_subject = state.subject_lines[0].text
        language = email_language(state.request, state.company)
        pack = Pack(
            id=_campaign_id(runtime),
            model=self.model,
            language=language,
            company=state.company,
            icp=state.icp,
            subject_lines=state.subject_lines,
            outreach=Outreach(body=outreach, score=state.quality.outreach.score),
            follow_up=FollowUp(
                body=follow_up,
                subject=f"Re: {first_subject}",
                send_after_days=state.follow_up.send_after_days or DAYS_TO_FOLLOW_UP,
                score=state.quality.follow_up.score,
            ),
            tone=state.tone,
            placeholders=described(
                "\n".join((*(line.text for line in state.subject_lines), outreach, follow_up)), language
            ),
            claims=state.claims,
            quality=state.quality,
            ab_test=state.ab_test,
            usage=usage(state.calls, state.times),
            warnings=tuple(dict.fromkeys((*state.warnings, *(remark.text for remark in state.remarks)))),
        )
        return {"pack": pack}


def signed(body: str, sender: Sender) -> str:
    """Return an email with the sender's name in place of its placeholder, a way out and the postal address below it."""
    text = body.replace("{{sender_name}}", sender.name) if sender.name else body
    return "\n\n".join(filter(None, (text, sender.opt_out, sender.postal_address)))


def usage(calls: tuple[ModelCall, ...], times: tuple[StepTime, ...]) -> Usage:
    """Add up calls, tokens, cost (US dollars; None if any call's price is unknown) and milliseconds per node."""
    milliseconds: dict[str, float] = {}
    for time in times:
        milliseconds[time.step] = round(milliseconds.get(time.step, 0) + time.milliseconds, 1)
    costs = [call.cost for call in calls]
    tokens_in, tokens_out = sum(call.input_tokens for call in calls), sum(call.output_tokens for call in calls)
    return Usage(
        calls=len(calls),
        input_tokens=tokens_in,
        output_tokens=tokens_out,
        tokens=tokens_in + tokens_out,
        cost=None if None in costs else round(sum(cost for cost in costs if cost is not None), 6),
        milliseconds=milliseconds,
    )


def described(text: str, language: str) -> tuple[Placeholder, ...]:
    """Describe each merge field that a text uses, with a fallback in the text's language."""
    return tuple(
        Placeholder(
            name=name,
            description=FAMILIAR.get(name, f"The field {name} of your contact list"),
            fallback=fallback(name, language),
        )
        for name in names_in(text)
    )


def _campaign_id(runtime: Runtime[Context]) -> str:
    """Return the campaign's id: the caller's, or the thread that the run belongs to."""
    if runtime.context and runtime.context.campaign_id:
        return runtime.context.campaign_id
    info = runtime.execution_info
    return (info.thread_id or info.run_id or "campaign") if info else "campaign"
