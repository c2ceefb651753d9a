"""Measure how a site speaks."""

import re
from collections.abc import Sequence

from nodes.website.cues.table import Cues
from nodes.website.html import Document
from nodes.website.sentences import split_sentences

_ADDRESS = {
    "de": (
        (r"\b(?:Sie|Ihre?[nmrs]?|Ihnen)\b", "formal (Sie)"),
        (r"\b(?:[Dd]u|[Dd]ein(?:e[nmrs]?)?|[Dd]ir|[Dd]ich)\b", "informal (du)"),
    ),
    "fr": ((r"\b(?:vous|votre|vos)\b", "formal (vous)"), (r"\b(?:tu|ton|ta|tes|toi)\b", "informal (tu)")),
    "es": (
        (r"\b(?:usted(?:es)?|le ofrecemos|su empresa)\b", "formal (usted)"),
        (r"\b(?:tu|tus|te|tú|contigo)\b", "informal (tú)"),
    ),
    "it": (
        (r"\bLei\b|(?<=[a-zàèéìòù,] )(?:Le|La)\b|\b[Ss](?:uo|ua|uoi|ue)\b", "formal (Lei)"),
        (r"\b(?:tu|tuo|tua|tuoi|tue|ti|te)\b", "informal (tu)"),
    ),
    "en": ((r"\b(?:you|your)\b", "speaks to you"),),
}
_SHORT, _LONG = 12.0, 22.0


def tone_of(documents: Sequence[Document], cues: Cues, language: str) -> str:
    """Return the tone in a few words: sentence length, person, address, figures, exclamation."""
    blocks = [
        block for document in documents for block in document.reading if not block.is_heading and not block.is_link
    ]
    sentences = [
        sentence for block in blocks for sentence in split_sentences(block.text, language) if len(sentence.split()) > 2
    ]
    if not sentences:
        return ""
    text = " ".join(sentences)
    words = sum(len(sentence.split()) for sentence in sentences)
    length = words / len(sentences)
    features = ["short sentences" if length < _SHORT else "long sentences" if length > _LONG else "plain sentences"]
    features.append("first person plural" if cues.we.count(text) * 60 > words else "third person")
    features.extend(_address(text, language))
    if sum(any(char.isdigit() for char in sentence) for sentence in sentences) > 0.25 * len(sentences):
        features.append("concrete, with figures")
    if cues.puff.count(text) * 90 > words:
        features.append("promotional")
    if text.count("!") > 0.1 * len(sentences):
        features.append("exclaiming")
    return ", ".join(features)


def _address(text: str, language: str) -> tuple[str, ...]:
    """Return how readers are addressed, by what is used most."""
    counted = [(len(re.findall(pattern, text)), name) for pattern, name in _ADDRESS.get(language, ())]
    best = max(counted, default=(0, ""))
    return (best[1],) if best[0] > 2 else ()
