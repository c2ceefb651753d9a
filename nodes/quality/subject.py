"""The form of one subject line: its length, no pretended reply."""

import re

from core.sentences import SPACELESS_LANGUAGES, characters, words
from nodes.quality.criterion import Criterion, Look, failed, half, passed
from nodes.quality.drafts import LineDraft

_PRETENDS = re.compile(r"\s*(?:re|fwd?|aw|wg|tr|rv|antw|sv)\s*(?:\[\d+\])?\s*[:：]", re.IGNORECASE)


def _length(draft: LineDraft) -> Look:
    """Count words and characters."""
    limits, text = draft.thresholds, draft.text
    least, most = limits.subject_words
    count = len(words(text))
    if draft.grounds.language in SPACELESS_LANGUAGES:
        count = (characters(text) + 1) // 2  # about two characters carry a word
    counted = f"“{text}” has {count} words and {len(text)} characters"
    if least <= count <= most and len(text) <= limits.subject_characters:
        return passed(counted)
    advice = f"{counted}; make it {least} to {most} words and at most {limits.subject_characters} characters"
    fits = 1 <= count <= limits.subject_words_half and len(text) <= limits.subject_characters_half
    return half(advice) if fits else failed(advice)


def _honest(draft: LineDraft) -> Look:
    """Look for a pretended reply."""
    if _PRETENDS.match(draft.text):
        return failed(f"“{draft.text}” pretends an earlier exchange; take the prefix out")
    return passed("pretends no earlier exchange")


SUBJECT = (
    Criterion(
        "length", "major", "Boomerang 3–4 words, Belkins 2–4, Mailchimp at most 9 words and 60 characters", _length
    ),
    Criterion("honest", "gate", "CAN-SPAM: no deceptive subject; Instantly: no fake Re: or Fwd:", _honest),
)
