"""Tell noun phrases, which may stand in a list, from pieces of sentences, in all languages that are read."""

import re

from nodes.website.cue import Cue

_ADDRESSES = Cue(
    r"\b(?:you|your|yours|ihr(?:e[nmrs]?)?|ihnen|dein\w*|vous|votre|vos|usted\w*|tu|tus|vuestr\w+|vostr[oaie]|tuo[i]?|tua|tue)\b"
)
_BEGINS_WRONG = Cue(
    r"^(?:also|even|only|no|not|if|as|by|to|so|than|auch|wenn|nur|nicht|kein\w*|ohne|als|bei|sans|même|si|aussi|ne|"
    r"sin|incluso|cuando|también|por|senza|anche|se|quando|non|partendo|starting|using|a partir|à partir|ausgehend|"
    r"what|where|how|who|why|when|was|wo|wie|wer|warum|wann|ce que|où|comment|pourquoi|quand|qué|cómo|dónde|quién|"
    r"che cosa|cosa|come|dove|chi|perché)\b"
)
_ENDS_WRONG = Cue(
    r"(?:\b(?:and|or|of|the|an?|for|in|with|und|oder|der|die|das|den|von|für|mit|et|ou|de|du|des|les?|la|pour|avec|y|o|"
    r"el|los|las|para|con|e|di|del|della|il|lo|gli|per)|-)$"
)
_CAPITAL = re.compile(r"(?:^|\s)[A-ZÄÖÜ]")
_FIRST_WORDS = 3
_PREPOSITION = re.compile(r"\b(?:for|für|pour|para|per)\s(?P<whom>[^.;:!?–—(]{4,160})", re.IGNORECASE)
_INFINITIVE = re.compile(r"(?:\w+(?:ar|er|ir|re|arla|erlo)|ne|que|dass|\d\S*|ein\w*|une?|uno|una|an?)\b", re.IGNORECASE)
_AND = re.compile(r",\s+(?:and|und|et|y|e|sowie)\s+|,\s+|\s+(?:et|y|e|und|and)\s+")
_ARTICLE = re.compile(r"^(?:the |die |den |der |das |les? |la |l[’']|el |los |las |il |lo |gli |i )", re.IGNORECASE)
_ELSEWHERE = Cue(
    r"^(?:in|en|au|aux|dans|nel|nella|im|across|within|with|avec|mit|con|desde|from|von|partout|a|à|by|par|por|per|that|who|"
    r"qui|que|che)\b"
)
_MAX_WORDS = 5


def is_noun_phrase(phrase: str, language: str) -> bool:
    """Tell whether a phrase can stand alone as the name of somebody or something."""
    if any(sign.search(phrase) for sign in (_ADDRESSES, _BEGINS_WRONG, _ENDS_WRONG)):
        return False
    first = " ".join(phrase.split()[:_FIRST_WORDS])
    return language != "de" or _CAPITAL.search(first) is not None


def begins_aside(phrase: str) -> bool:
    """Tell whether a phrase begins like the second half of a sentence: `auch wenn …`."""
    return _BEGINS_WRONG.search(phrase) is not None


def named_after_for(text: str) -> tuple[str, ...]:
    """Return what a statement names after its first `for`: `pour la chimie et les dépôts de carburant`."""
    match = _PREPOSITION.search(text)
    if match is None or _INFINITIVE.match(match["whom"]):
        return ()
    named: list[str] = []
    for part in _AND.split(match["whom"]):
        name = _ARTICLE.sub("", part.strip())
        if _ELSEWHERE.search(part) or not 1 <= len(name.split()) <= _MAX_WORDS:
            break
        named.append(name)
    return tuple(named)
