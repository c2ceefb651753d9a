"""The sectors of the North American Industry Classification System that words of an industry name."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from core.grounding.wording import fold
from core.icp import Sector

_PHRASE_ENDS = re.compile(r"[,;:•()]|\s(?:and|und|et|y|e|ed|or|oder|ou|o|sowie)\s")
_GAPS = re.compile(r"[\s-]+")
_WORD_STARTS = re.compile(r"(?<!\w)\w")
_REST_OF_WORD = re.compile(r"\w+")
_KEY = 3
"""Letters that keywords are found by; none is shorter."""
_LANGUAGES = ("en", "de", "fr", "es", "it")


class _Hit(NamedTuple):
    """A keyword found in a phrase."""

    start: int
    end: int
    sector: str
    heads: bool
    """Whether the keyword says what the whole phrase is: `makers` of `cheese shop fittings makers`."""


@dataclass(frozen=True, slots=True)
class _Keyword:
    """A keyword of a sector: it begins a word, `*` before it anywhere in one; a final `.` ends the word too."""

    text: str
    sector: str
    heads: bool
    whole: bool
    inner: bool

    @classmethod
    def of(cls, written: str, sector: str, *, heads: bool) -> "_Keyword":
        """Read a keyword as the table writes it."""
        inner, whole = written.startswith("*"), written.endswith(".")
        text = _GAPS.sub(" ", written.removeprefix("*").removesuffix("."))
        return cls(text, sector, heads, whole, inner)

    def ends(self, phrase: str, start: int) -> int:
        """Return where the word that a keyword begins at a place ends, 0 if it does not stand there."""
        if not phrase.startswith(self.text, start):
            return 0
        end = start + len(self.text)
        rest = _REST_OF_WORD.match(phrase, end)
        after = rest.end() if rest else end
        return 0 if self.whole and after > end else after


def sectors_of(texts: Iterable[str]) -> tuple[Sector, ...]:
    """Return the sectors, 2-digit NAICS 2022, that texts such as `dairies and bakeries` name, in order of appearance.

    Words of English, German, French, Spanish and Italian are known; a text with none of them names no sector.
    """
    codes = dict.fromkeys(code for text in texts for code in _codes(text))
    return tuple(Sector(code=code, title=_table()[code]["title"]) for code in codes)


def all_sectors() -> tuple[Sector, ...]:
    """Return the twenty sectors with their official titles (census.gov/naics, 2022)."""
    return tuple(Sector(code=code, title=row["title"]) for code, row in _table().items())


@lru_cache(maxsize=1024)
def _codes(text: str) -> tuple[str, ...]:
    """Return the codes that a text names, phrase by phrase."""
    phrases = (phrase for phrase in _PHRASE_ENDS.split(fold(text)) if phrase.strip())
    return tuple(dict.fromkeys(code for phrase in phrases for code in _of_phrase(phrase)))


def _of_phrase(phrase: str) -> tuple[str, ...]:
    """Return the codes of a noun phrase: of the words that say what it is, else of all that it holds."""
    found = sorted(_hits(phrase), key=lambda hit: (hit.start - hit.end, hit.start))
    kept: list[_Hit] = []
    for hit in found:
        if all(_apart(hit, other) or _same_words(hit, other) for other in kept):
            kept.append(hit)
    leading = [hit for hit in kept if hit.heads] or kept
    return tuple(hit.sector for hit in sorted(leading))


def _hits(phrase: str) -> Iterator[_Hit]:
    """Yield every keyword of a phrase; the longest of each place is chosen later."""
    plain = _GAPS.sub(" ", phrase)
    for start in (match.start() for match in _WORD_STARTS.finditer(plain)):
        for keyword in _keywords().get(plain[start : start + _KEY], ()):
            if end := keyword.ends(plain, start):
                yield _Hit(start, end, keyword.sector, keyword.heads)
    for keyword in _inner_keywords():
        at = plain.find(keyword.text)
        if at >= 0 and (end := keyword.ends(plain, at)):
            yield _Hit(at, end, keyword.sector, keyword.heads)


def _apart(one: _Hit, other: _Hit) -> bool:
    return one.end <= other.start or other.end <= one.start


def _same_words(one: _Hit, other: _Hit) -> bool:
    return (one.start, one.end) == (other.start, other.end)


@lru_cache(maxsize=1)
def _keywords() -> dict[str, tuple[_Keyword, ...]]:
    """Return the keywords that begin a word, by their first letters."""
    found: dict[str, list[_Keyword]] = {}
    for keyword in _all_keywords():
        if not keyword.inner:
            found.setdefault(keyword.text[:_KEY], []).append(keyword)
    return {key: tuple(listed) for key, listed in found.items()}


@lru_cache(maxsize=1)
def _inner_keywords() -> tuple[_Keyword, ...]:
    """Return the keywords that may stand inside a word, as the last part of a German compound."""
    return tuple(keyword for keyword in _all_keywords() if keyword.inner)


def _all_keywords() -> Iterator[_Keyword]:
    for code, row in _table().items():
        heads = _listed(row["heads"])
        yield from (_Keyword.of(word, code, heads=True) for word in heads)
        words = {word for language in _LANGUAGES for word in _listed(row[language])} - set(heads)
        yield from (_Keyword.of(word, code, heads=False) for word in sorted(words))


def _listed(words: str) -> list[str]:
    return [fold(word) for word in words.split(", ") if word]


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, str]]:
    """Return the table of titles and keywords; keywords stand beside each other, commas between them."""
    table: dict[str, dict[str, str]] = json.loads(
        files("core.firmographics").joinpath("sectors.json").read_text("utf-8")
    )
    return table
