"""Rounds of writing: what is to be written anew, and the best that was written so far."""

from core.pack import PART_NAMES, Claim, Email, PartName, Quality, SubjectLine, Tone
from core.value import Value

PART_TITLES: dict[PartName, str] = {
    "subject_lines": "subject lines",
    "outreach": "first email",
    "follow_up": "follow-up",
}
"""What a seller calls the parts."""


class PartRevision(Value):
    """What to mend in one part."""

    previous: str
    """The part's text as it was scored."""
    findings: tuple[str, ...]
    """The details of the checks that did not pass, worst first."""


class FormerPart(Value):
    """A part of a finished pack, before one of its parts was written anew."""

    text: str
    score: int
    facts: tuple[str, ...] = ()
    """Ids of the facts that it tells."""


class Rewriting(Value):
    """One part of a finished pack that its user wants written anew; the others stand as they are."""

    part: PartName
    wish: str = ""
    """What should be different, in the user's words; empty where any other version will do."""
    subject_lines: FormerPart
    outreach: FormerPart
    follow_up: FormerPart

    def former(self, name: PartName) -> FormerPart:
        """Return a part as it was before."""
        former: FormerPart = getattr(self, name)
        return former

    def may_revise(self, name: PartName, score: int) -> bool:
        """Tell whether a failing part with this score may be revised: what was asked for, and what that has broken.

        Only the follow-up must differ from another part, the first email.
        """
        broken = name == "follow_up" and self.part == "outreach" and score < self.follow_up.score
        return name == self.part or broken


class Revision(Value):
    """The parts to write anew, with their failing checks as instruction; a part left None stands as it is."""

    attempt: int
    """1 for the first revision; the first version that a user asks for counts as one."""
    subject_lines: PartRevision | None = None
    outreach: PartRevision | None = None
    follow_up: PartRevision | None = None
    rewriting: Rewriting | None = None
    """What a user has asked for, in every round of the run that does it."""

    def part(self, name: str) -> PartRevision | None:
        """Return what to mend in a part, or None if it stands or is no part."""
        told: PartRevision | None = getattr(self, name) if name in PART_NAMES else None
        return told

    @property
    def parts(self) -> tuple[PartName, ...]:
        """Return the names of the parts to write anew."""
        return tuple(name for name in PART_NAMES if self.part(name) is not None)


class Remark(Value):
    """What the seller should know of how one part came to be, such as a sentence that was taken out."""

    part: PartName
    text: str


class Round(Value):
    """Everything that one round of writing produced, with its score."""

    subject_lines: tuple[SubjectLine, ...]
    outreach: Email
    follow_up: Email
    tone: Tone
    claims: tuple[Claim, ...]
    quality: Quality
    remarks: tuple[Remark, ...] = ()

    def text(self, name: PartName) -> str:
        """Return a part's text, subject lines one per line."""
        texts: dict[PartName, str] = {
            "subject_lines": "\n".join(line.text for line in self.subject_lines),
            "outreach": self.outreach.body,
            "follow_up": self.follow_up.body,
        }
        return texts[name]

    def beats(self, other: "Round") -> bool:
        """Return whether this round is better: a stronger weakest part, then a higher mean; a tie is no gain."""
        return (self.quality.score, self.quality.mean) > (other.quality.score, other.quality.mean)
