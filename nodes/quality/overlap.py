"""How much of a text is told by facts of the site: its rare words and figures, per word of matter.

A rare word that the site uses (`gasket`) says more about the sender than a common one (`time`), so each shared word
counts by its rarity in its language.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from core.company import Fact
from core.grounding.grounds import Grounds
from core.grounding.quantities import Quantity, quantities
from core.grounding.wording import content_stems, content_words, stem
from core.placeholders import PLACEHOLDER

LANGUAGES = frozenset(("en", "de", "fr", "es", "it"))
"""The languages that the rarity of words is looked up in."""

# Zipf frequency of wordfreq: 6.5 is a word in 300, where matter begins; 3.5 is one in 300,000. Below that a word is not
# more telling but only a name or a compound that the list has not got.
_COMMON = 6.5
_RAREST = 3.0
_FIGURE = 2.0
"""What a shared figure counts: between a common noun and a rare one, since `24` stands on many sites."""


class Source(NamedTuple):
    """What a text is held against."""

    stems: frozenset[str]
    figures: tuple[Quantity, ...]


def comparable(grounds: Grounds) -> bool:
    """Return whether words of the emails can be compared with the site's, and their rarity is known."""
    return grounds.speaks_as_written and grounds.language in LANGUAGES


def source_of(facts: Iterable[Fact], grounds: Grounds) -> Source:
    """Return the words and figures of some facts."""
    told = tuple(facts)
    stems = frozenset().union(*(grounds.read(fact).stems for fact in told))
    return Source(stems, grounds.quantities_of(told))


def overlap(text: str, source: Source, grounds: Grounds) -> float:
    """Return the rarity of a text's words and figures that its source has, per word of matter: 0 to about 2."""
    told, count = _told(text, source, grounds)
    return told / count if count else 0.0


def shared(text: str, source: Source, grounds: Grounds) -> float:
    """Return the rarity of a text's words and figures that its source has, in all: for lines of a few words."""
    return _told(text, source, grounds)[0]


def _told(text: str, source: Source, grounds: Grounds) -> tuple[float, int]:
    """Return the rarity of what a text shares with its source, and how many words of matter and figures it has.

    The seller's name is left out of both: a generic text does not become specific by a name dropped into it.
    """
    language = grounds.language
    plain = PLACEHOLDER.sub(" ", text)
    name = frozenset(content_stems(grounds.company.name, grounds.company.language)) - grounds.what_is_sold
    matter = [(word, root) for word in content_words(plain, language) if (root := stem(word, language)) not in name]
    figures = [figure for figure in quantities(plain, language) if not figure.spelled]
    told = sum(_rarity(word, language) for word, root in matter if root in source.stems)
    shown = sum(_FIGURE for figure in figures if any(figure.matches(other) for other in source.figures))
    return told + shown, len(matter) + len(figures)


def _rarity(word: str, language: str) -> float:
    """Return 0 for a word that every text has, up to 3 for one that few have."""
    return min(_RAREST, max(0.0, _COMMON - frequency(word, language)))


@lru_cache(maxsize=65536)
def frequency(word: str, language: str) -> float:
    """Return a word's Zipf frequency in one of `LANGUAGES`: 7 for the most common, 0 for an unknown one."""
    from wordfreq import zipf_frequency  # its word lists take 0.1 to 0.4 s per language to load

    return float(zipf_frequency(word, language))
