"""The bands of employees that a company size names, in words or numbers."""

import re
from collections.abc import Iterable, Iterator
from math import inf

from core.grounding.wording import fold
from core.icp import SizeBand

_BANDS: tuple[tuple[SizeBand, int, float], ...] = (
    ("1-10", 1, 10),
    ("11-50", 11, 50),
    ("51-200", 51, 200),
    ("201-500", 201, 500),
    ("501-1000", 501, 1000),
    ("1001-5000", 1001, 5000),
    ("5001-10000", 5001, 10_000),
    ("10001+", 10_001, inf),
)
_SHARE = 0.1
"""Part of a band that a size must cover for the band to count: 50 to 600 people do not make a search for 11-50."""

_NUMBER = r"\d{1,3}(?:[.,  \u00a0\u202f'’]\d{3})+|\d+"
_TO = r"\s*(?:-|–|—|\bto\b|\band\b|\bbis\b|\bund\b|\ba\b|\bet\b|\by\b|\be\b|\bao\b)\s*"
_PEOPLE = (
    r"\b(?:employee|staff|people|person|worker|headcount|fte|team member|seat|beschaft|mitarbeit|mensch|leute|kopf"
    r"|angestell|salarie|personne|collaborat|employe|effectif|emplead|trabajador|persona|colaborador|dipendent|addett"
    r"|collaborator|lavorator|personal\b)\w*"
)
_RANGE = re.compile(rf"(?P<low>{_NUMBER}){_TO}(?P<high>{_NUMBER})")
_LEAST = re.compile(
    rf"(?:\b(?:at least|over|more than|from|above|minimum|mindestens|ab|uber|mehr als|plus de|au moins|a partir de"
    rf"|mas de|al menos|desde|minimo|oltre|almeno|piu di|da|dai)\s+(?:of |de |di )?(?P<least>{_NUMBER}))"
    rf"|(?P<more>{_NUMBER})\s*(?:\+|\band more|\band up|\bor more|\bund mehr|\bet plus|\bo mas|\bin su)"
)
_MOST = re.compile(
    rf"\b(?:up to|under|below|fewer than|less than|maximum|bis zu|bis|unter|weniger als|jusqu'a|moins de|hasta"
    rf"|menos de|fino a|meno di|sotto i)\s+(?P<most>{_NUMBER})"
)
_EXACT = re.compile(rf"(?P<exact>{_NUMBER})")
_BARE = re.compile(rf"(?:{_NUMBER})(?:{_TO}(?:{_NUMBER})|\s*\+)?")

_WORDS: tuple[tuple[str, int, float], ...] = (
    # Recommendation 2003/361/EC: micro below 10, small below 50, medium below 250 employees.
    (r"\bmicro\b|\bsolo\b|freelanc|kleinst|\btpe\b|microentrepr|microempres|microimpres", 1, 9),
    (r"\bsmall\b(?! (?:and|to|or|&))|kleine? (?:unternehmen|betriebe|firmen)|petites entreprises(?! et)", 1, 49),
    (r"pequenas empresas|piccole imprese(?! e)|\bstart-?ups?\b", 1, 49),
    (r"\bsm[eb]s?\b|small (?:and|to|or|&) (?:medium|mid)|kleine und mittlere|\bkmu\b|\bpme\b", 10, 249),
    (r"petites et moyennes|\bpymes?\b|pequenas y medianas|\bpmi\b|piccole e medie", 10, 249),
    # Mittelstand: up to 499 (IfM Bonn). ETI: 250 to 4,999 (INSEE). Mid-market: 100 to 999 (Gartner).
    (r"mittelstand|mittelstandisch|mittelgross", 50, 499),
    (r"\beti\b|taille intermediaire", 250, 4999),
    (
        r"mid-?(?:sized?|market)|(?<!and )(?<!to )medium-sized|entreprises moyennes|medianas empresas|medie imprese",
        100,
        999,
    ),
    (r"\benterprises?\b|\blarge\b|\bcorporat|konzern|grossunternehmen|grands? (?:groupe|entreprise|compte)", 1000, inf),
    (r"grandes (?:empresas|entreprises|cuentas)|grandi (?:imprese|aziende)|corporaciones", 1000, inf),
)


def size_bands_of(sizes: Iterable[str]) -> tuple[SizeBand, ...]:
    """Return the bands that sizes such as `30 to 900 staff` or `KMU` reach into, smallest first.

    A number that counts no people (doors, vehicles, revenue) names no band.
    """
    ranges = [found for size in sizes for found in _ranges(fold(size))]
    return tuple(band for band, first, last in _BANDS if any(_reaches(low, high, first, last) for low, high in ranges))


def _reaches(low: float, high: float, first: float, last: float) -> bool:
    """Return whether a range of employees covers enough of a band, or lies within it."""
    shared = min(high, last) - max(low, first) + 1
    if shared <= 0:
        return False
    return last == inf or shared >= _SHARE * (last - first + 1) or shared >= high - low + 1


def _ranges(size: str) -> Iterator[tuple[float, float]]:
    """Yield the ranges of employees that a folded text names: by numbers, else by words."""
    if re.search(r"\d", size):
        if _counts_people(size):
            yield _numbers(size)
        return
    for pattern, low, high in _WORDS:
        if re.search(pattern, size):
            yield low, high


def _counts_people(size: str) -> bool:
    """Return whether a size counts people: it says so, or is nothing but a number or range."""
    return bool(re.search(_PEOPLE, size) or _BARE.fullmatch(size.strip(" .")))


def _numbers(size: str) -> tuple[float, float]:
    """Return the range that the first number of a text begins."""
    if match := _RANGE.search(size):
        return _value(match["low"]), _value(match["high"])
    if match := _MOST.search(size):
        return 1, _value(match["most"])
    if match := _LEAST.search(size):
        return _value(match["least"] or match["more"]), inf
    exact = _EXACT.search(size)
    return (_value(exact["exact"]), _value(exact["exact"])) if exact else (1, 0)


def _value(number: str) -> float:
    return float(re.sub(r"\D", "", number))
