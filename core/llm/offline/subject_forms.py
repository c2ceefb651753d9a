# ruff: noqa: E501 - one pattern per line reads better than a broken one
"""The small forms of a subject line: short clauses of a scene, what a reader waits for, a noun phrase cut to its head."""

import re
from collections.abc import Iterator

from core.llm.offline.doubts import doubtful
from core.llm.offline.language import Language
from core.sentences import words

MOST_WORDS, MOST_CHARACTERS = 5, 40
"""What the rubric takes as a full score (Boomerang, AESLC; a phone shows about 40 characters)."""


def fits(text: str) -> bool:
    return 2 <= len(words(text)) <= MOST_WORDS and len(text) <= MOST_CHARACTERS


_NEEDS_MORE = re.compile(
    r"\b(?:muss|müssen|kann|können|soll|sollen|wird|werden|hat|haben|darf|dürfen|spends?|must|can|will|should|may)\b"
)
"""Verbs that wait for another: what a cut leaves of them is no sentence."""


def shortened(what: str, code: str) -> list[str]:
    """Return a noun phrase and what may stand for it where it is too long: its first part, its head."""
    first = re.split(r" (?:and|und|et|y|e) ", what)[0]
    if code == "en" and re.fullmatch(r"[a-z]+-[a-z]+(?:ed|ing)?|[a-z]+(?<!s)", first) and first != what:
        first = what  # `trailer-mounted and skid boilers`: what comes before `and` only describes
    if first.endswith("-"):
        first = what  # `Stanz-, Dreh- und Umformteile`: what comes before `und` is half a word
    head = (
        " ".join(first.split()[-2:])
        if code == "en"
        else re.split(r" (?:de[sl]?|du|d['’]|por|para|di|del\w+) ", first)[0]
    )
    return list(dict.fromkeys((what, first, head)))


_GERMAN_FIRST = re.compile(r"[A-ZÄÖÜ]|(?:der|die|das|ein|eine|jede[rs]?|wenn|im|am|niemand|keiner) ")
"""Beginnings of a German part whose verb has not moved to its front."""
_GERMAN_RELATIVE = re.compile(r"(?:der|die|das) (?:bei|beim|in|im|mit|an|am|auf|nach|zu|von|für|nicht|sich|aus|über) ")
"""Beginnings of a part that says more of a noun before the comma."""
USE_OF = re.compile(r"^(?:consommation|dépenses?|coûts?|consumo|gasto) (?:de |d['’]|en )")
"""Words before what is used, which a subject line has no room for."""
_PARTS = re.compile(r",? (?:and|und|et|y|e|but|aber|mais|pero|ma) |, |; ?|: ")


def short_clauses(text: str, language: Language) -> Iterator[str]:
    """Yield the parts of a scene that are whole and short: `der Prüfer kommt am Donnerstag`."""
    for part in _PARTS.split(text.rstrip(".")):
        told = re.sub(r"^(?:if|when|quand|si|cuando|se|quando) ", "", part.strip(), flags=re.I)
        told = language.grammar.begin(told) or told
        if told != text.rstrip(".") and _NEEDS_MORE.search(told):
            continue
        if language.code == "de" and (not _GERMAN_FIRST.match(told) or _GERMAN_RELATIVE.match(told)):
            continue
        whole = (
            len(words(told)) >= 3 and language.grammar.is_sentence(told, True) and not language.grammar.you.search(told)
        )
        if whole and fits(told) and not doubtful(told, language) and not language.grammar.we.search(told):
            yield told
