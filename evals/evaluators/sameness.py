"""How alike packs of different companies are: the share of 5-word runs that they have in common."""

from collections.abc import Iterable
from itertools import combinations

from core.grounding.letter import read_letter
from core.pack import Pack
from core.sentences import words

RUN = 5
"""Words in a run: fewer are grammar (`at the end of the`), more let a template through with one word changed."""

Runs = frozenset[tuple[str, ...]]


def runs_of(pack: Pack) -> Runs:
    """Return every run of five words of both emails, greeting and closing left out, merge fields kept as words."""
    texts = (read_letter(email.body).prose for email in (pack.outreach, pack.follow_up))
    return frozenset(run for text in texts for run in _runs(text))


def _runs(text: str) -> Iterable[tuple[str, ...]]:
    said = [word.casefold() for word in words(text)]
    return (tuple(said[start : start + RUN]) for start in range(len(said) - RUN + 1))


def shared(one: Runs, other: Runs) -> float:
    """Return the share of the shorter pack's runs that the other has too."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0


def pairs(packs: list[Runs]) -> list[float]:
    """Return what each two packs share."""
    return [shared(one, other) for one, other in combinations(packs, 2)]


def elsewhere(packs: list[Runs]) -> list[float]:
    """Return for each pack the share of its runs that any other pack has."""
    found = []
    for at, own in enumerate(packs):
        others = frozenset().union(*(runs for place, runs in enumerate(packs) if place != at))
        found.append(len(own & others) / len(own) if own else 0.0)
    return found
