"""Whether a subject line keeps to the angle that it claims."""

from core.grounding.evidence import shows_evidence
from nodes.quality.criterion import Criterion, Look, half, passed
from nodes.quality.drafts import LineDraft


def _angle_kept(draft: LineDraft) -> Look | None:
    """Look for an outcome or a proof without a fact behind it, and for a proof that proves nothing."""
    angle = draft.line.angle
    if angle == "problem" or not (draft.grounds.speaks_as_written or draft.line.fact):
        return None
    if draft.fact is None:
        return half(f"“{draft.text}” stands for the {angle}, and no fact of the site is behind it")
    if angle == "proof" and not shows_evidence(draft.text, draft.fact, draft.grounds.language):
        return half(f"“{draft.text}” proves nothing; name the number, customer or guarantee of its fact")
    return passed(f"{angle}: “{draft.fact.text[:60]}”")


SUBJECT = (
    Criterion("angle_kept", "major", "An A/B test compares thoughts: the angle must be in the line", _angle_kept),
)
