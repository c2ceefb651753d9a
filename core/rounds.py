"""Rounds of writing: what is to be written anew, and the best that was written so far."""

from core.pack import PART_NAMES, Claim, Email, PartName, Quality, SubjectLine, Tone
from core.value import Value


class PartRevision(Value):
    """What to mend in one part."""

    previous: str
    """The part's text as it was scored."""
    findings: tuple[str, ...]
    """The details of the checks that did not pass, worst first."""


class Revision(Value):
    """The parts that failed, with their failing checks as instruction; a part left None stands as it is."""

    attempt: int
    """1 for the first revision."""
    subject_lines: PartRevision | None = None
    outreach: PartRevision | None = None
    follow_up: PartRevision | None = None

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

    def beats(self, other: "Round") -> bool:
        """Return whether this round is better: a stronger weakest part, then a higher mean; a tie is no gain."""
        return (self.quality.score, self.quality.mean) > (other.quality.score, other.quality.mean)
