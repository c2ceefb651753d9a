"""Recognise the few words that say what kind of statement follows: labels, titles run into the text, leads."""

import re
from collections.abc import Sequence

from nodes.website.cue import Cue
from nodes.website.cues.table import Cues
from nodes.website.usable import MIN_WORDS

MAX_LEAD_WORDS = 6
_LABEL = re.compile(r"(?P<label>[^.:!?\d]{3,32}?)\s?:\s+(?=\S)")
_PLAIN_LABEL = Cue(
    r"(?:results?|outcome|what changed|ergebnis|résultats?|resultado|qui s’en sert|who uses it|für wen|"
    r"pourquoi|why|warum|perché|risultato|per chi|esempi[o]?|"
    r"exemples?|examples?)$"
)
_WHY = Cue(r"¿?(?:why|warum|pourquoi|por qué|perché)\b")
# Labels over what a customer is, or how things were before.
_HISTORY = Cue(
    r"(?:before|challenge|business|customer|avant|vorher|ausgangslage|antes|prima|situation|situazione|sfida|desafío|défi|"
    r"herausforderung|"
    r"industry|branche|sector|location)\s?:\s"
)


def words_before_colon(text: str) -> str:
    """Return the few words before a colon, if a text begins with some."""
    match = _LABEL.match(text)
    return match["label"].strip() if match else ""


def label_of(text: str, cues: Cues) -> str:
    """Return the words before a colon when they say what kind of statement follows: `Result: …`, `Pourquoi : …`."""
    words = words_before_colon(text)
    plain = _PLAIN_LABEL.match(words) or is_title(words, cues) or cues.we.match(words)
    return words if words and plain else ""


def is_title(words: str, cues: Cues) -> bool:
    """Tell whether words are a title of what a site says of itself."""
    titles = (cues.problem_heading, cues.audience_heading, cues.how_heading, cues.not_for, cues.proof_heading)
    return any(cue.search(words) for cue in titles)


def is_lead(sentence: str, cues: Cues) -> bool:
    """Tell whether a few words before a full stop are the title of what follows: `Oversize. Our permit desk …`."""
    counts = any(char.isdigit() for char in sentence) or cues.numerals.search(sentence)
    if not sentence.endswith(".") or counts:
        return False
    words = len(sentence.split())
    return words <= MIN_WORDS or (words <= MAX_LEAD_WORDS and is_title(sentence, cues))


def tells_history(text: str) -> bool:
    """Tell whether a label says that a customer is described, or how things were before."""
    return _HISTORY.match(text) is not None


def gives_reasons(heading: str, names: Sequence[str], cues: Cues) -> bool:
    """Tell whether a heading promises reasons to buy from the company: `Why Tarrowby?`; names are in lower case."""
    lowered = heading.lower()
    why = _WHY.match(heading) is not None and any(name in lowered for name in names)
    return why or cues.benefit_heading.search(heading) is not None
