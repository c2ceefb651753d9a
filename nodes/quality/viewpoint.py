"""Whether an English email speaks of its reader or of its sender."""

import re

from nodes.quality.criterion import Criterion, Look, failed, half, passed
from nodes.quality.drafts import EmailDraft

_READER = re.compile(r"\b(?:you|your|yours|yourself|yourselves)\b|\{\{company\}\}", re.IGNORECASE)
_SENDER = re.compile(r"\b(?:we|our|ours|ourselves|I|my|mine|myself|me|us)\b(?!\.)", re.IGNORECASE)
# Who offers to send something does not speak of himself.
_OFFERS = re.compile(r"\b(?:shall|should|may|can|could) I\b", re.IGNORECASE)
_COUNTRY = re.compile(r"\bUS\b")


def _you_and_we(draft: EmailDraft) -> Look | None:
    """Count the words for the reader and for the sender in the prose."""
    if draft.grounds.language != "en":
        return None
    you, we = (sum(counts(sentence) for sentence in draft.sentences) for counts in (_for_reader, _for_sender))
    limits, counted = draft.thresholds, f"{you} times the reader, {we} times the sender"
    if you >= limits.you_per_we * we:
        return passed(counted)
    fullest = max(draft.sentences, key=lambda sentence: _for_sender(sentence) - _for_reader(sentence))
    advice = f"{counted}; say “{fullest}” from the reader's side"
    return half(advice) if you >= limits.you_per_we_half * we else failed(advice)


def _for_reader(sentence: str) -> int:
    return len(_READER.findall(sentence))


def _for_sender(sentence: str) -> int:
    return len(_SENDER.findall(_OFFERS.sub(" ", _COUNTRY.sub(" ", sentence))))


OUTREACH = (Criterion("you_vs_we", "major", "marketingskills: “you” and “your” outweigh “we” and “our”", _you_and_we),)
