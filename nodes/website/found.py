"""Facts before they have their numbers, and the choice of those that are kept."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.company import Fact, FactKind
from nodes.website.distrust import is_untrusted
from nodes.website.wording import MAX_TEXT

MAX_FACTS = 40
# So that one talkative kind does not crowd out the others.
_MOST: dict[FactKind, int] = {
    "offer": 12,
    "audience": 7,
    "problem": 6,
    "mechanism": 12,
    "proof": 14,
    "guarantee": 8,
    "price": 7,
    "about": 5,
}
# Of each kind that there is, so that prices or a certificate are known even on a site full of results.
_LEAST = 4
# A tile has a figure and a few words; shorter words are articles.
_MAX_TILE_WORDS, _SHORT_WORD = 8, 3
# Two statements are one when they share this much of the shorter and of the longer.
_SHARED_OF_SHORTER, _SHARED_OF_LONGER = 0.8, 0.6


@dataclass(frozen=True, slots=True)
class Found:
    """A fact before it has its number."""

    kind: FactKind
    weight: float
    text: str
    quote: str
    page: str
    heading: str
    place: int
    """How many passages were read before it on its page."""


@dataclass(frozen=True, slots=True)
class FactSheet:
    """Facts before they are numbered, and what was left out that a caller should know."""

    found: tuple[Found, ...]
    warnings: tuple[str, ...] = ()
    customer_roles: tuple[str, ...] = ()
    """Jobs of the people whose praise or case is quoted, the most frequent first."""


def numbered(found: Sequence[Found]) -> tuple[Fact, ...]:
    """Return the strongest facts, at most 40, numbered in the order of their strength."""
    counts: dict[FactKind, int] = {}
    first: list[Found] = []
    rest: list[Found] = []
    for fact in by_strength(found):
        counts[fact.kind] = counts.get(fact.kind, 0) + 1
        if counts[fact.kind] <= _MOST[fact.kind]:
            (first if counts[fact.kind] <= _LEAST else rest).append(fact)
    chosen = by_strength((*first, *rest[: MAX_FACTS - len(first)]))
    return tuple(_fact(f"f{number}", fact) for number, fact in enumerate(chosen, 1))


def by_strength(found: Sequence[Found]) -> list[Found]:
    """Return the facts strongest first, in the order they were found where they are equal."""
    return sorted(found, key=lambda fact: -fact.weight)


def distinct(found: Sequence[Found]) -> list[Found]:
    """Return the facts, strongest first, without those that say what a stronger one says."""
    kept: list[Found] = []
    seen: list[tuple[set[str], set[str]]] = []
    for fact in by_strength(_told_in_full(found)):
        words = set(re.findall(r"\w+", fact.text.lower()))
        numbers = {word for word in words if word.isdigit()}
        if not any(numbers == others[1] and _overlap(words, others[0]) for others in seen):
            kept.append(fact)
            seen.append((words, numbers))
    return kept


def _told_in_full(found: Sequence[Found]) -> list[Found]:
    """Return the facts with each tile's weight given to the sentence that tells it in full, if there is one."""
    tiles = [fact for fact in found if fact.kind == "proof" and _is_bare(fact.text)]
    full = [fact for fact in found if fact.kind == "proof" and not _is_bare(fact.text)] if tiles else []
    told: dict[Found, float] = {}
    dropped: set[Found] = set()
    for tile in tiles:
        stems = _stems(tile.text)
        sentence = next((fact for fact in full if stems and stems <= _stems(fact.text)), None)
        if sentence is not None:
            dropped.add(tile)
            told[sentence] = max(tile.weight, told.get(sentence, sentence.weight))
    return [replace(fact, weight=told.get(fact, fact.weight)) for fact in found if fact not in dropped]


def _is_bare(text: str) -> bool:
    """Tell whether a text is a figure and its label instead of a sentence."""
    return len(text.split()) <= _MAX_TILE_WORDS and text[-1] not in '.!?”“»"'


def _stems(text: str) -> set[str]:
    """Return the figures of a text and the beginnings of its longer words."""
    words = re.findall(r"\w+", text.lower())
    return {word if word.isdigit() else word[:5] for word in words if word.isdigit() or len(word) > _SHORT_WORD}


def _overlap(one: set[str], other: set[str]) -> bool:
    shared = len(one & other)
    shorter, longer = sorted((len(one), len(other)))
    return shared >= _SHARED_OF_SHORTER * shorter and shared >= _SHARED_OF_LONGER * longer


def _fact(number: str, found: Found) -> Fact:
    heading = "" if is_untrusted(found.heading) else found.heading[:MAX_TEXT]
    return Fact(
        id=number,
        kind=found.kind,
        text=found.text,
        quote=found.quote,
        page=found.page,
        heading=heading,
        weight=found.weight,
    )
