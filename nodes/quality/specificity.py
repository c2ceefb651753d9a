"""Whether an email could only come from this seller: how much of it the facts of its site tell."""

from nodes.quality.criterion import Criterion, Look, failed, half, passed
from nodes.quality.drafts import EmailDraft
from nodes.quality.overlap import Source, comparable, overlap, source_of


def _specific(draft: EmailDraft) -> Look | None:
    """Measure what the prose shares with the site, and name the sentence that shares least."""
    grounds, limits = draft.grounds, draft.thresholds
    if not comparable(grounds) or not draft.sentences:
        return None
    site = _site(draft)
    reached = overlap(draft.letter.prose, site, grounds)
    if reached >= limits.specificity:
        return passed(f"specificity {reached:.2f}")
    statements = draft.sentences[:-1] or draft.sentences
    vaguest = min(statements, key=lambda sentence: overlap(sentence, site, grounds))
    unused = max(grounds.facts, key=lambda fact: (fact not in draft.facts, fact.weight), default=None)
    better = f"; say instead: “{unused.text}”" if unused else ""
    advice = (
        f"specificity {reached:.2f}, {limits.specificity:g} is the aim: “{vaguest}” could come from anybody{better}"
    )
    return half(advice) if reached >= limits.specificity_half else failed(advice)


def _site(draft: EmailDraft) -> Source:
    """Return the words and figures of all facts, and the words of what is sold."""
    site = source_of(draft.grounds.facts, draft.grounds)
    return site._replace(stems=site.stems | draft.grounds.what_is_sold)


OUTREACH = (
    Criterion("specificity", "major", "Swap test: another company's email shares little with this site", _specific),
)
