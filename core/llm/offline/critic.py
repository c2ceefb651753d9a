"""Judge a candidate email before it leaves: the small inner ear of the writer without a model."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from core.llm.offline.language import Language
from core.llm.offline.languages import language_of
from core.llm.offline.placed import Placed
from core.llm.offline.sentences import content
from core.sentences import sentences, words

LEAST = 36
"""Words below which a first email says too little: the rubric's lower end and one."""
_SYLLABLES = re.compile(r"[aeiouy]+", re.I)
_HARD = 8.0
"""Reading grade above which the rubric takes points off (Lavender)."""
_UNADDRESSED = 0.5
"""What it costs an email that it never speaks of its reader."""
_LONG = 22
"""Words from which a sentence slows a reader down."""


class Measures(NamedTuple):
    """What is counted in a text; measures of sentences add up."""

    words: int
    syllables: int
    sentences: int
    long: int
    we: int
    you: int


@lru_cache(maxsize=4096)
def measures(text: str, code: str) -> Measures:
    """Count a text's words, syllables and sentences, and how often it says `we` and `you`."""
    grammar, found, parts = language_of(code).grammar, words(text), sentences(text)
    return Measures(
        words=len(found),
        syllables=sum(_syllables(word) for word in found if not word.startswith("{{")),
        sentences=len(parts),
        long=sum(len(words(part)) > _LONG for part in parts),
        we=len(grammar.we.findall(text)),
        you=len(grammar.you.findall(text)) + text.count("{{company}}"),
    )


def grade(texts: Iterable[str]) -> float:
    """Return the Flesch-Kincaid grade of English sentences, syllables counted by vowel groups."""
    return _grade(_sum(measures(text, "en") for text in texts))


def faults(placed: tuple[Placed, ...], question: str, language: Language, name: str, length: tuple[int, int]) -> float:
    """Return how much is wrong with the sentences taken together; 0 is nothing."""
    total = _sum(measures(text, language.code) for text in (*(sentence.text for sentence in placed), question))
    named = not name or any(name.split()[0] in sentence.text for sentence in placed)
    hard = 0.1 * max(0.0, _grade(total) - _HARD) if language.code == "en" else 0.0
    unbalanced = 0.18 * max(0, total.we - total.you) + (0.0 if total.you else _UNADDRESSED)
    unsigned = 0.0 if named else 1.2
    return _length(total.words, length) + _repeats(placed) + unbalanced + hard + 0.1 * total.long + unsigned


def _sum(counted: Iterable[Measures]) -> Measures:
    return Measures(*map(sum, zip(*counted, strict=True)))


def _grade(total: Measures) -> float:
    if not total.words or not total.sentences:
        return 0.0
    return 0.39 * total.words / total.sentences + 11.8 * total.syllables / total.words - 15.59


def _syllables(word: str) -> int:
    groups = len(_SYLLABLES.findall(word))
    silent = word.lower().endswith("e") and not word.lower().endswith(("le", "ee")) and groups > 1
    return max(1, groups - silent)


def _length(count: int, length: tuple[int, int]) -> float:
    shortest, longest = length
    return 0.04 * max(0, shortest - count) + 0.15 * max(0, LEAST - count) + 0.16 * max(0, count - longest)


def _repeats(placed: tuple[Placed, ...]) -> float:
    """Sentences that say the same again; an opening may name what the next sentence answers."""
    shared = 0
    for index, one in enumerate(placed):
        for other in placed[index + 1 :]:
            roles = {one.role, other.role}
            allowed = 4 if "scene" in roles else 2 if roles == {"proof", "does"} else 1
            shared += max(0, len(content(one.text) & content(other.text)) - allowed)
    return 0.2 * shared
