"""The three subject lines beside each other: three doors into one email."""

from itertools import combinations

from core.grounding.wording import content_stems, fold
from nodes.quality.criterion import Criterion, Look, failed, half, passed
from nodes.quality.drafts import LineSet


def _angles(draft: LineSet) -> Look:
    """Look for two lines on one angle."""
    angles = [line.angle for line in draft.lines]
    if len(set(angles)) == len(angles):
        return passed(f"angles: {', '.join(angles)}")
    doubled = next(angle for angle in angles if angles.count(angle) > 1)
    return failed(f"two lines on the angle {doubled}; write one each on problem, outcome and proof")


def _different(draft: LineSet) -> Look:
    """Look for two lines that say the same."""
    for one, other in combinations(draft.lines, 2):
        if fold(one.text) == fold(other.text):
            return failed(f"“{one.text}” stands there twice; write another line")
        if _alike(one.text, other.text, draft) > draft.thresholds.same_line:
            return half(f"“{one.text}” and “{other.text}” are one thought; write another line")
    return passed("three different thoughts")


def _alike(one: str, other: str, draft: LineSet) -> float:
    """Return the share of word stems that two lines have in common."""
    first, second = (set(content_stems(text, draft.grounds.language)) for text in (one, other))
    return len(first & second) / len(first | second) if first | second else 0.0


SUBJECT_SET = (
    Criterion("angles", "major", "An A/B test compares thoughts, not wordings", _angles),
    Criterion("different", "major", "An A/B test compares thoughts, not wordings", _different),
)
