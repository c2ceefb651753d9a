"""Hear how a sample of the sender's writing sounds: its greeting, its contractions, the length of its sentences."""

import re
from dataclasses import dataclass
from typing import Literal

from core.sentences import sentences, words

_WARM = re.compile(r"(?:hi|hey|hallo|moin|servus|salut|coucou|hola|ciao)\b", re.I)
_FORMAL = re.compile(
    r"(?:dear|good (?:morning|afternoon|day)|sehr geehrte\w*|guten (?:tag|morgen)|madame|monsieur|cher|chère"
    r"|estimad[oa]s?|muy señor\w*|buen[oa]s (?:días|tardes)|gentil\w*|egregi\w*|spettabile|buongiorno)\b",
    re.I,
)
_CONTRACTED = re.compile(r"\b\w+(?:n['’]t|['’](?:re|ve|ll))\b|\b(?:it|that)['’]s\b", re.I)
_SHORT = 12
"""Words per sentence up to which a writer sounds brisk; the Plain English Campaign advises 15 to 20."""


@dataclass(frozen=True)
class Sound:
    """How a sample sounds."""

    register: Literal["warm", "formal"] | None
    """By its greeting; where it has none, by its contractions."""
    brisk: bool
    """Its sentences are short."""


def sound_of(sample: str) -> Sound:
    """Return how a text sounds; where nothing can be told, nothing is claimed."""
    greeting = sample.strip().splitlines()[0] if sample.strip() else ""
    told = [sentence for sentence in sentences(sample) if len(words(sentence)) > 2]
    mean = sum(len(words(sentence)) for sentence in told) / len(told) if told else 0.0
    return Sound(_register(greeting, sample), 0 < mean <= _SHORT)


def _register(greeting: str, sample: str) -> Literal["warm", "formal"] | None:
    if _FORMAL.match(greeting):
        return "formal"
    return "warm" if _WARM.match(greeting) or len(_CONTRACTED.findall(sample)) >= 2 else None
