"""Put a sentence that makes no sense alone together with the one before it."""

import re
from dataclasses import replace

from nodes.website.cue import Cue
from nodes.website.cues.table import Cues
from nodes.website.distrust import is_untrusted
from nodes.website.found import Found
from nodes.website.kinds import LEANING_COST
from nodes.website.labels import MAX_LEAD_WORDS
from nodes.website.outcomes import BEFORE_AND_NOW, COMPARED, ONCE
from nodes.website.passages import Passage
from nodes.website.signs import CHANGE, FROM_TO, SPAN
from nodes.website.situations import IN_RETURN
from nodes.website.wording import MAX_TEXT

# A sentence that begins with a figure and is longer has its own subject.
_MAX_FIGURE_WORDS = 9
# Shorter sentences say nothing without the one before.
_MIN_ALONE = 4
# Nothing but names: `St Chad's, Romiley.`
_NAMES = re.compile(r"(?:[A-ZÄÖÜÉ][\w’'.-]*,?\s?){2,}")
_CONDITION = Cue(r"(?:if|wenn|falls|si|sollte|se)\b")


def joined(last: Found, sentence: str, found: Found | None, passage: Passage, cues: Cues) -> Found | None:
    """Return the last fact with a sentence added, if that makes sense only after it; `found` is what it is alone."""
    if not _leans_on(last, sentence, found, cues) or _NAMES.fullmatch(sentence):
        return None
    if found is not None and not found.text.endswith(sentence):
        return None
    text, quote = f"{last.text} {sentence}", f"{last.quote} {sentence}"
    if len(text) > MAX_TEXT or quote not in passage.text or not _may_follow(sentence, cues):
        return None
    alone = 0.0 if found is None else found.weight
    weight = max(last.weight, _without_lean(alone) if cues.leaning.match(sentence) and found else alone)
    kind = last.kind if found is None or found.weight <= last.weight else found.kind
    return replace(last, kind=kind, weight=weight, text=text, quote=quote)


def completed(found: Found, sentence: str, previous: str, passage: Passage, cues: Cues, usable: bool) -> Found:
    """Return a fact that leans on the sentence before, with that one: `Avant : 410. Après un an : 255.`

    `usable` tells whether the previous sentence may be quoted by itself.
    """
    follows = _goes_on(found, sentence, previous, cues)
    leans = follows or cues.leaning.match(sentence) or len(sentence.split()) <= _MIN_ALONE
    quote = f"{previous} {sentence}"
    text = found.text.replace(sentence, quote)
    if not previous or not leans or quote not in passage.text or not quote[0].isupper() or len(text) > MAX_TEXT:
        return found
    if is_untrusted(previous) or not (follows or usable):
        return found
    weight = _without_lean(found.weight) if cues.leaning.match(sentence) else found.weight
    return replace(found, weight=weight, text=text, quote=quote)


def _goes_on(found: Found, sentence: str, previous: str, cues: Cues) -> bool:
    """Tell whether the sentence before says how it was, or what to send, and this one what came of it."""
    whole = any(sign.search(sentence) for sign in (CHANGE, COMPARED, BEFORE_AND_NOW, FROM_TO))
    timed = SPAN.search(previous) is not None and SPAN.search(sentence) is not None
    was = (found.kind == "proof" or timed) and ONCE.search(previous) is not None and not whole
    answers = cues.call.match(previous) and IN_RETURN.search(sentence) and SPAN.search(sentence)
    return was or bool(answers)


def _leans_on(last: Found, sentence: str, found: Found | None, cues: Cues) -> bool:
    words = len(sentence.split())
    if cues.leaning.match(sentence) or (sentence[0].isdigit() and words <= _MAX_FIGURE_WORDS):
        return True
    if len(last.text.split()) <= MAX_LEAD_WORDS and _CONDITION.match(sentence):
        return True
    return words <= MAX_LEAD_WORDS and _adds(found, last)


def _adds(found: Found | None, last: Found) -> bool:
    """Tell whether a few words are no fact of their own, or one more of the kind before them."""
    if found is None:
        return True
    return found.kind == last.kind or (last.kind == "proof" and found.kind != "guarantee")


def _may_follow(sentence: str, cues: Cues) -> bool:
    unusable = (cues.refuses, cues.legal, cues.planned)
    refused = cues.call.match(sentence) or any(cue.search(sentence) for cue in unusable)
    return not refused and not is_untrusted(sentence) and not sentence.endswith("?")


def _without_lean(weight: float) -> float:
    """Return the weight of a sentence that leans on the one before, when that one stands with it."""
    return round(min(1.0, weight + LEANING_COST), 3)
