"""Word a sentence of a page as a fact that can stand alone, at most 200 characters long."""

import re
from collections.abc import Iterator

from nodes.website.cues.table import Cues

MAX_TEXT = 200
MAX_QUOTE = 400
_SHORTEST_PART = 40
_INDEPENDENT = re.compile(r";\s+|(?<=\w)\s?:\s+(?=(?:[^\s]+\s+){6})|\s[–—]\s")
_CONJUNCTION = re.compile(
    r",\s(?=(?:and|but|so|because|while|which|where|und|aber|sodass|weil|während|wobei|was|ohne dass|"
    r"und zwar|et|mais|car|ce qui|y|pero|porque|lo que|e|ma|perché|mentre)\b)"
    r"|\s(?=(?:because|so that|weil|sodass|afin de|para que|perché|affinché)\b)"
)
_COMMA = re.compile(r",\s|\s(?=\()")
# A clause between two commas that tells more about the noun before it.
_RELATIVE = re.compile(
    r",\s(?:(?:in|mit|auf|von|für|bei|an|to|of|for|with)\s)?(?:die|der|das|den|dem|deren|dessen|"
    r"welche[rsnm]?|who|which|whose|qui|que|dont|cuyo|cuya|che|cui)\s[^,;:()]{8,160},(?=\s[a-zäöüéèêà])"
)
_OTHERS = re.compile(
    r"\b(?:average|industry|others|national|elsewhere|whole|Schnitt|Durchschnitt|Branche|moyenne|secteur|media|sector|"
    r"promedio|settore)\b"
)
# Where somebody else's number may follow.
_SECOND_CLAUSE = re.compile(r";\s")
_MIN_CLAUSE_WORDS = 6
_PARENTHESIS = re.compile(r"\s\([^()]{1,80}\)")


def parts_of(sentence: str) -> tuple[str, ...]:
    """Return the sentence, or the statements that a long one is made of; each is an exact part of it."""
    if len(sentence) <= MAX_TEXT:
        return (sentence,)
    parts = [part.strip() for part in _INDEPENDENT.split(sentence)]
    return tuple(part for part in parts if len(part) >= _SHORTEST_PART) or (sentence,)


def shortened(sentence: str, limit: int = MAX_TEXT) -> str:
    """Return the sentence without asides, or as many of its first clauses as fit; nothing if not even one does."""
    for candidate in _leaner(sentence):
        if len(candidate) <= limit:
            return candidate
        for ends in (_CONJUNCTION, _COMMA):
            if cut := _cut(candidate, ends, limit):
                return cut
    return ""


def opening(sentence: str, limit: int) -> str:
    """Return the exact beginning of a long sentence, up to the end of a clause."""
    return _cut(sentence, _CONJUNCTION, limit) or _cut(sentence, _COMMA, limit)


def _leaner(sentence: str) -> Iterator[str]:
    """Yield the sentence as it is if it fits, and then without relative clauses and parentheses."""
    if len(sentence) <= MAX_TEXT:
        yield sentence
    yield _PARENTHESIS.sub("", _RELATIVE.sub("", sentence))


def _cut(sentence: str, ends: re.Pattern[str], limit: int) -> str:
    """Return the longest beginning that ends where a clause does."""
    places = [match.start() for match in ends.finditer(sentence) if _SHORTEST_PART <= match.start() <= limit]
    for place in reversed(places):
        part = sentence[:place].rstrip(" ,;:–—(")
        if part.count("(") == part.count(")") and part.count("„") == part.count("“") + part.count("”"):
            return part
    return ""


def with_subject(text: str, name: str, cues: Cues) -> str:
    """Return the text with the company's name instead of a pronoun that stands for it at the start."""
    match = cues.it.match(text)
    return f"{name}{text[match.end() :]}" if match else text


def of_owner(text: str, owner: str) -> str:
    """Return the text with whose result it is in front: `Olentangy Ridge Academy: Work orders fell …`."""
    return f"{owner}: {text}"


def own_clause(result: str) -> str:
    """Return a result without the clause that compares it with somebody else's: `… were granted; the average was …`."""
    cut = _SECOND_CLAUSE.search(result)
    alone = result[: cut.start()] if cut and _OTHERS.search(result, cut.end()) else ""
    return alone if len(alone.split()) > _MIN_CLAUSE_WORDS and any(char.isdigit() for char in alone) else result


def ended_as(whole: str, part: str) -> str:
    """Return a part of a statement with the full stop that ended the whole."""
    return part if part == whole or not whole.endswith(".") else f"{part}."
