"""What a follow-up must bring: something new, at a decent distance, without reproach."""

from itertools import pairwise

from core.company import Fact
from core.grounding.wording import content_stems
from nodes.quality.criterion import Criterion, Look, failed, half, passed
from nodes.quality.drafts import EmailDraft
from nodes.quality.overlap import comparable, overlap, source_of


def _new_angle(draft: EmailDraft) -> Look | None:
    """Measure how many word pairs of the follow-up stood in the first email."""
    if draft.first is None:
        return None
    own, before = (set(_pairs(part)) for part in (draft, draft.first))
    share = len(own & before) / len(own) if own else 0.0
    if share <= draft.thresholds.reused_pairs:
        return passed(f"{share:.0%} of its word pairs stood in the first email")
    told = ", ".join(f"“{first} {second}”" for first, second in sorted(own & before)[:3])
    advice = f"{share:.0%} of its word pairs stood in the first email ({told}); come from another side"
    return half(advice) if share <= draft.thresholds.reused_pairs_half else failed(advice)


def _pairs(draft: EmailDraft) -> list[tuple[str, str]]:
    """Return the pairs of neighbouring words of matter; who sells what must be said again."""
    grounds = draft.grounds
    named = grounds.what_is_sold.union(content_stems(grounds.company.name, grounds.company.language))
    pairs = pairwise(content_stems(draft.letter.prose, grounds.language))
    return [pair for pair in pairs if not named.issuperset(pair)]


def _new_fact(draft: EmailDraft) -> Look | None:
    """Look for a fact that the first email did not use."""
    if draft.first is None:
        return None
    used = {claim.quote for claim in draft.first.claims}
    unused = [fact for fact in draft.grounds.facts if fact.quote not in used]
    advice = "brings no fact that the first email had not; add one"
    if best := max(unused, key=lambda fact: fact.weight, default=None):
        advice += f" such as “{best.text}”"
    if not any(claim.quote not in used for claim in draft.claims):
        return failed(advice)
    return _told(draft, unused, advice)


def _told(draft: EmailDraft, unused: list[Fact], advice: str) -> Look:
    """Measure how much of a new fact the follow-up's best sentence tells, where words can be compared."""
    grounds, limits = draft.grounds, draft.thresholds
    if not comparable(grounds):
        return passed("brings a new fact")
    new = source_of(unused, grounds)
    reached = max((overlap(sentence, new, grounds) for sentence in draft.sentences), default=0.0)
    if reached >= limits.new_fact_overlap:
        return passed("brings a new fact")
    return half(advice) if reached >= limits.new_fact_overlap_half else failed(advice)


def _days(draft: EmailDraft) -> Look | None:
    """Look at the days between the emails."""
    days = draft.email.send_after_days
    least, most = draft.thresholds.days
    if days is None:
        return None
    return (
        passed(f"after {days} days")
        if least <= days <= most
        else failed(f"after {days} days; make it {least} to {most}")
    )


FOLLOW_UP = (
    Criterion("new_angle", "major", "marketingskills: every email of a sequence has its own angle", _new_angle),
    Criterion("new_fact", "major", "Gong: a follow-up gives context, it does not remind", _new_fact),
    Criterion("days", "major", "Smartlead: 2 to 4 days, up to 14", _days),
)
