"""Take out whatever the site does not support, and prove what stays."""

from dataclasses import dataclass
from typing import ClassVar

from langgraph.runtime import Runtime
from typing_extensions import TypedDict

from core.company import Company
from core.context import Context
from core.grounding.commentary import unfit
from core.grounding.ground import Grounded, Removed, ground, subject_problem, subject_support
from core.grounding.grounds import Grounds
from core.grounding.unsafe import printable
from core.icp import Icp
from core.pack import EMAIL_NAMES, BothDiffs, BothTexts, Claim, Email, PartName, SubjectLine, Tone
from core.request import CampaignRequest
from core.rounds import PART_TITLES, Remark
from core.value import Value
from core.word_diff import word_diff

_NAME_CHARACTERS = 40
"""What a phone shows of a subject."""


class GroundClaimsInput(Value):
    request: CampaignRequest
    company: Company
    icp: Icp
    subject_lines: tuple[SubjectLine, ...]
    outreach: Email
    follow_up: Email
    tone: Tone
    remarks: tuple[Remark, ...] = ()


class GroundClaimsUpdate(TypedDict):
    subject_lines: tuple[SubjectLine, ...]
    outreach: Email
    follow_up: Email
    tone: Tone
    claims: tuple[Claim, ...]
    remarks: tuple[Remark, ...]


@dataclass(frozen=True)
class GroundClaims:
    """Take out whatever the site does not support, and prove what stays."""

    reads: ClassVar[type[Value]] = GroundClaimsInput
    writes: ClassVar[type] = GroundClaimsUpdate
    secret: frozenset[str] = frozenset()
    """Runs of words of the prompts, which may stand in no text."""

    async def __call__(self, state: GroundClaimsInput, runtime: Runtime[Context]) -> GroundClaimsUpdate:
        """Return the texts without unsupported sentences, the claims in reading order, and what was taken out."""
        grounds = Grounds.of(state.company, state.request, state.icp, self.secret)
        lines, proofs, replaced = _grounded_lines(state.subject_lines, grounds)
        outreach, follow_up = (self._grounded(part, getattr(state, part), state) for part in EMAIL_NAMES)
        removed = (*replaced, *outreach.removed, *follow_up.removed)
        return {
            "subject_lines": lines,
            "outreach": outreach.email,
            "follow_up": follow_up.email,
            "tone": self._shown(state, {"outreach": outreach.email.body, "follow_up": follow_up.email.body}),
            "claims": (*proofs, *outreach.claims, *follow_up.claims),
            "remarks": (*state.remarks, *(_in_words(one, grounds) for one in removed)),
        }

    def _grounded(self, part: PartName, email: Email, state: GroundClaimsInput) -> Grounded:
        """Return an email without what the site does not support."""
        return ground(email, part, state.company, state.request, state.icp, self.secret)

    def _shown(self, state: GroundClaimsInput, after: dict[str, str]) -> Tone:
        """Return the tone with texts as they may be shown: the one before without what was never supported either."""
        before = {part: self._before(part, after[part], state) for part in EMAIL_NAMES}
        return state.tone.model_copy(
            update={
                "before": BothTexts(**before),
                "after": BothTexts(**after),
                "diff": BothDiffs(**{part: word_diff(before[part], after[part]) for part in EMAIL_NAMES}),
            }
        )

    def _before(self, part: PartName, after: str, state: GroundClaimsInput) -> str:
        """Return the text before calibration without what the site does not support."""
        body: str = getattr(state.tone.before, part)
        if body == getattr(state, part).body:  # calibration left it as it was
            return after
        return self._grounded(part, Email(body=body), state).email.body


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


def _in_words(removed: Removed, grounds: Grounds) -> Remark:
    """Return what was taken out in words that a seller understands; quoted only where the quote itself is harmless."""
    where = PART_TITLES[removed.part]
    if unfit(removed.sentence, grounds):
        kind, named, _ = removed.reason.partition(":")
        why = kind if named else "the site does not support it"
        return Remark(part=removed.part, text=f"A sentence was taken out of the {where}: {why}.")
    return Remark(part=removed.part, text=f"Taken out of the {where}: “{removed.sentence}” ({removed.reason}).")
