"""Take out whatever the site does not support, and prove what stays."""

from dataclasses import dataclass
from typing import ClassVar

from langgraph.runtime import Runtime
from typing_extensions import TypedDict

from core.company import Company
from core.context import Context
from core.grounding.ground import Removed, ground, subject_problem, subject_support
from core.grounding.grounds import Grounds
from core.grounding.unsafe import printable
from core.icp import Icp
from core.pack import Claim, Email, SubjectLine
from core.request import CampaignRequest
from core.value import Value

_NAME_CHARACTERS = 40
"""What a phone shows of a subject."""


class GroundClaimsInput(Value):
    request: CampaignRequest
    company: Company
    icp: Icp
    subject_lines: tuple[SubjectLine, ...]
    outreach: Email
    follow_up: Email


class GroundClaimsUpdate(TypedDict):
    subject_lines: tuple[SubjectLine, ...]
    outreach: Email
    follow_up: Email
    claims: tuple[Claim, ...]
    warnings: tuple[str, ...]


@dataclass(frozen=True)
class GroundClaims:
    """Take out whatever the site does not support, and prove what stays."""

    reads: ClassVar[type[Value]] = GroundClaimsInput
    writes: ClassVar[type] = GroundClaimsUpdate

    async def __call__(self, state: GroundClaimsInput, runtime: Runtime[Context]) -> GroundClaimsUpdate:
        """Return the texts without unsupported sentences, the claims in reading order, and what was taken out."""
        grounds = Grounds.of(state.company, state.request, state.icp)
        lines, proofs, replaced = _grounded_lines(state.subject_lines, grounds)
        outreach = ground(state.outreach, "outreach", state.company, state.request, state.icp)
        follow_up = ground(state.follow_up, "follow_up", state.company, state.request, state.icp)
        removed = (*replaced, *outreach.removed, *follow_up.removed)
        return {
            "subject_lines": lines,
            "outreach": outreach.email,
            "follow_up": follow_up.email,
            "claims": (*proofs, *outreach.claims, *follow_up.claims),
            "warnings": tuple(map(_in_words, removed)),
        }


def _grounded_lines(
    drafted: tuple[SubjectLine, ...], grounds: Grounds
) -> tuple[tuple[SubjectLine, ...], tuple[Claim, ...], tuple[Removed, ...]]:
    """Return the subject lines with unsupported ones replaced, the proof of those that claim, and what was replaced."""
    lines: list[SubjectLine] = []
    claims: list[Claim] = []
    removed: list[Removed] = []
    for line in drafted:
        text = " ".join(printable(line.text).split())
        if problem := subject_problem(text, grounds):
            removed.append(Removed("subject_lines", text, problem))
            lines.append(SubjectLine(text=_plain_name(lines, grounds), angle=line.angle))
            continue
        fact = subject_support(text, grounds.company.fact(line.fact), grounds)
        lines.append(SubjectLine(text=text, angle=line.angle, fact=fact.id if fact and fact.id != "goal" else ""))
        if fact:
            claims.append(Claim(part="subject_lines", sentence=text, page=fact.page, quote=fact.quote))
    return tuple(lines), tuple(claims), tuple(removed)


def _plain_name(taken: list[SubjectLine], grounds: Grounds) -> str:
    """Return a line that claims nothing: an offer, an audience or the seller's own name.

    The rubric fails a bare name, so the line is written again if a revision is left; if none is, this is safe to send.
    """
    company = grounds.company
    texts = {line.text for line in taken}
    short = (name for name in (*company.offers, *company.audience) if len(name) <= _NAME_CHARACTERS)
    safe = (name for name in short if not subject_problem(name, grounds))
    return next((name for name in (*safe, company.name) if name not in texts), f"{company.name}: {{{{company}}}}")


def _in_words(removed: Removed) -> str:
    """Return what was taken out as a warning that a seller understands."""
    where = {"subject_lines": "subject lines", "outreach": "first email", "follow_up": "follow-up"}[removed.part]
    return f"Taken out of the {where}: “{removed.sentence}” ({removed.reason})."
