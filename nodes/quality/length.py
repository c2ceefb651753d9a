"""How long an email and its sentences are."""

from core.pack import Severity
from core.sentences import words
from nodes.quality.criterion import Criterion, Look, failed, half, passed
from nodes.quality.drafts import EmailDraft


def _outreach_length(draft: EmailDraft) -> Look:
    """Count the words between greeting and signature."""
    limits = draft.thresholds
    least, most = limits.outreach_characters if draft.spaceless else limits.outreach_words
    half_least, half_most = limits.outreach_characters_half if draft.spaceless else limits.outreach_words_half
    counted = f"{draft.size} {draft.unit}"
    if least <= draft.size <= most:
        return passed(counted)
    advice = f"{counted}; add a fact, {least} is the least"
    if draft.size > most:
        longest = max(draft.letter.paragraphs, key=len)
        advice = f"{counted}; cut to {most}, first in “{longest}”"
    return half(advice) if half_least <= draft.size <= half_most else failed(advice)


def _follow_up_length(draft: EmailDraft) -> Look:
    """Count the words, and compare with the email before."""
    limits = draft.thresholds
    least, most = limits.follow_up_characters if draft.spaceless else limits.follow_up_words
    before = _size_to_stay_under(draft)
    counted = f"{draft.size} {draft.unit}"
    if not least <= draft.size <= most:
        return failed(f"{counted}; make it {least} to {most}")
    if draft.size > before:
        return failed(f"{counted}; make it shorter than the first email, at most {before}")
    return passed(f"{counted}, shorter than the first email")


def _size_to_stay_under(draft: EmailDraft) -> int:
    """Return the first email's size, or the least it must have: a follow-up does not fail for a first email's fault."""
    limits = draft.thresholds
    least, _ = limits.outreach_characters if draft.spaceless else limits.outreach_words
    return max(draft.first.size if draft.first else 0, least)


def _longest_sentence(draft: EmailDraft) -> Look | None:
    """Count the words of the longest sentence."""
    if draft.spaceless or not draft.sentences:
        return None
    longest = max(draft.sentences, key=lambda sentence: len(words(sentence)))
    count, most = len(words(longest)), draft.thresholds.sentence_words
    if count <= most:
        return passed(f"longest sentence {count} words")
    return failed(f"a sentence of {count} words, {most} is the most; split it: “{longest}”")


def _sentence_severity(draft: EmailDraft) -> Severity:
    """Return a major fault for a sentence far too long: only English has a reading grade to see it."""
    longest = max((len(words(sentence)) for sentence in draft.sentences), default=0)
    return "major" if longest > draft.thresholds.sentence_words_major else "minor"


OUTREACH = (
    Criterion("length", "major", "Lavender 25–50, Smartlead 50–80, Boomerang 50–125 words", _outreach_length),
    Criterion("longest_sentence", "minor", "Lavender: under 25 words", _longest_sentence, _sentence_severity),
)
FOLLOW_UP = (
    Criterion("length", "major", "marketingskills: shorter each time; Gong: but not empty", _follow_up_length),
    Criterion("longest_sentence", "minor", "Lavender: under 25 words", _longest_sentence, _sentence_severity),
)
