"""Find figures of one company that contradict each other, and keep neither."""

import re
from collections import Counter
from collections.abc import Sequence

from nodes.website.figures import numbers_in
from nodes.website.found import Found

_NUMBER = re.compile(r"\d[\d.,'  ]*\d|\d")
_LOOSE = re.compile(
    r"\b(?:over|more than|about|around|nearly|almost|some|up to|über|mehr als|rund|etwa|knapp|fast|bis zu|"
    r"plus de|près de|environ|jusqu’à|más de|cerca de|casi|unos|hasta|più di|oltre|circa|quasi|fino a)\b|\+",
    re.IGNORECASE,
)
_NOISE = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "our",
        "we",
        "in",
        "on",
        "by",
        "and",
        "are",
        "is",
        "have",
        "with",
        "to",
        "der",
        "die",
        "das",
        "und",
        "in",
        "wir",
        "von",
        "mit",
        "auf",
        "le",
        "la",
        "les",
        "de",
        "des",
        "et",
        "en",
        "nos",
        "nous",
        "el",
        "los",
        "las",
        "y",
        "con",
        "more",
        "than",
        "over",
        "about",
        "around",
        "nearly",
        "über",
        "mehr",
        "als",
        "rund",
        "plus",
        "más",
        "que",
        "happy",
        "satisfied",
        "zufriedene",
    ]
)
_COMPARED = ("proof", "about", "guarantee")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def without_contradictions(found: Sequence[Found]) -> tuple[list[Found], tuple[str, ...]]:
    """Return the facts without those that say the same with different figures, and which those were.

    A figure stays if at least twice as many statements support it as any other.
    """
    groups: dict[str, list[Found]] = {}
    for fact in found:
        if fact.kind in _COMPARED and (key := _shape(fact.text)):
            groups.setdefault(key, []).append(fact)
    dropped: list[Found] = []
    warnings: list[str] = []
    for facts in groups.values():
        if len({_figure(fact.text) for fact in facts}) > 1 and not _compatible(facts):
            losers, warning = _decide(facts)
            dropped.extend(losers)
            warnings.append(warning)
    return [fact for fact in found if fact not in dropped], tuple(warnings)


def _decide(facts: Sequence[Found]) -> tuple[list[Found], str]:
    """Return the facts to drop, and what to tell the caller."""
    (best, support), (_, second) = Counter(_figure(fact.text) for fact in facts).most_common(2)
    losers = [fact for fact in facts if support < 2 * second or _figure(fact.text) != best]
    quotes = " / ".join(dict.fromkeys(f"“{fact.quote}”" for fact in facts))
    used = "neither figure is used" if support < 2 * second else f"only {best} is used"
    return losers, f"The website contradicts itself, so {used}: {quotes}"


def _shape(text: str) -> str:
    """Return the statement without its figures: two statements of one shape speak of the same thing."""
    years = _YEAR.findall(text)  # figures of different years differ
    plain = _YEAR.sub(" ", text)
    if len(_NUMBER.findall(plain)) != 1:
        return ""
    words = [word for word in re.findall(r"[^\W\d_]+|%", _NUMBER.sub(" ", plain).lower()) if word not in _NOISE]
    return " ".join(sorted({*words, *years})) if words else ""


def _figure(text: str) -> str:
    numbers = numbers_in(_YEAR.sub(" ", text))
    return numbers[0] if numbers else ""


def _compatible(facts: Sequence[Found]) -> bool:
    """Tell whether a loose figure and an exact one can both be true: "over 60" and 61."""
    values = [(_value(_figure(fact.text)), bool(_LOOSE.search(fact.text))) for fact in facts]
    low, high = min(values), max(values)
    return any(loose for _, loose in values) and high[0] <= 1.25 * low[0]


def _value(figure: str) -> float:
    try:
        return float(figure)
    except ValueError:
        return 0.0
