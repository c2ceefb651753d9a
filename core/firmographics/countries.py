"""The countries that a text names: by name in five languages, by a part of them, or as a member of a group."""

import gettext
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from core.firmographics.areas import named_areas, short_names
from core.grounding.wording import fold
from core.sentences import word_set

_TRANSLATED = ("de", "fr", "es", "it")
_WORD = re.compile(r"(?:[A-Z]\.){2,3}|[^\W\d_](?:[.'’-]?[^\W\d_])*")
_ARTICLE = re.compile(r"^(?:the|die|der|das|le|la|les|l'|los|las|el|il|lo|gli|i) ?(?=\w{3})")
_JOINED = re.compile(r"\s{1,2}|\s?&\s?")
_LONGEST = 6
"""Words of the longest name, such as `United Kingdom of Great Britain and …`, that is worth looking for."""
_DIRECTION = re.compile(
    r"^(?:(?:north|south|east|west|northern|southern|eastern|western|central|upper|lower|greater|mainland|all|rural"
    r"|nord|sud|est|ouest|norte|sur|este|oeste|centro|ganz|southeast|southwest|northeast|northwest)(?:ern)?[ -]"
    r"(?:(?:of|de|du|del|della|de la) )?|(?:nord|sud|ost|west|ober|unter|nieder|mittel)(?=[a-z]{5}))"
)
_COMMON_WORDS = word_set(
    """
    zug uri lot var cher nord manche loire landes centre ain aude orne eure gard vienne mayenne creuse central norte sur
    este bath reading rhone indre oise somme marne meuse aube tarn isere drome jura littoral southern northern eastern
    western plateau mayo clare down slough telford sucre caldas meta luz melilla los la el le les barking sutton
    barnet brent medway halton poole torbay west east north south chad jordan turkey man bury ferrara potenza massa
    guadalajara valencia cordoba merida leon
    """
)
"""Names of countries and their parts that are words of a sentence as well: only read where nothing else stands."""
_READ_IN_SENTENCES = word_set("US CA MX GB IE DE AT CH FR BE LU NL ES PT IT AU NZ SE NO DK FI")
"""Countries whose parts are looked for in whole sentences; those of others only where a place is expected."""


class Place(NamedTuple):
    """A place that a text names."""

    name: str
    """As the text has it."""
    countries: tuple[str, ...]
    """ISO 3166-1 alpha-2 codes; several for a group of countries."""
    is_country: bool = True
    """Whether it is a country itself, not a part of one or a group."""


def countries_of(places: Iterable[str], language: str = "") -> tuple[str, ...]:
    """Return the countries, ISO 3166-1 alpha-2, of places such as `Leeds, GB`, `Bayern` or `the Nordics`, in order.

    A part that two countries have counts where another place names one of them. `language` decides whether the `DE` of
    `Newark, DE` is a state (English) or a country.
    """
    listed = [place for place in places if place.strip()]
    if not listed:
        return ()
    read = [_of_place(place, language) for place in listed]
    sure = {code for codes, alone in read if alone for code in codes}
    chosen = (codes if alone else _agreeing(codes, sure) for codes, alone in read)
    return tuple(dict.fromkeys(code for codes in chosen for code in codes))


def places_in(text: str) -> tuple[Place, ...]:
    """Return the places that a sentence names, in order; words that may mean something else are left alone."""
    return tuple(_places(text)) if any(char.isupper() for char in text) else ()


def is_country(code: str) -> bool:
    """Return whether two letters are an ISO 3166-1 alpha-2 code."""
    return code in _codes()


def _agreeing(codes: tuple[str, ...], sure: set[str]) -> tuple[str, ...]:
    """Return the one of several countries that other places name."""
    agreed = tuple(code for code in codes if code in sure)
    return agreed if len(agreed) == 1 else ()


def _of_place(place: str, language: str) -> tuple[tuple[str, ...], bool]:
    """Return the countries of one place, and whether it names them for certain."""
    parts = [part.strip() for part in place.split(",") if part.strip()]
    if (code := _code(parts[-1], language, alone=len(parts) == 1)) is not None:
        return (code,), True
    if whole := _known(place):
        return whole
    named = [found for part in reversed(parts) if (found := _known(part))]
    if named:
        return named[0]
    spoken = dict.fromkeys(code for one in _places(place) for code in one.countries)
    return tuple(spoken), True


def _code(text: str, language: str, *, alone: bool) -> str | None:
    """Return the country of two capital letters, or of a state's after a town."""
    if not re.fullmatch(r"[A-Z]{2}", text):
        return None
    if text == "UK":
        return "GB"
    states = () if alone else _states().get(text, ())
    if states and (language == "en" or text not in _codes()):
        return states[0]
    return text if text in _codes() else None


def _known(name: str) -> tuple[tuple[str, ...], bool] | None:
    """Return the countries of a name, and whether they are certain; None where nobody knows it."""
    plain = _ARTICLE.sub("", fold(name).strip(" ."))
    for wanted in (fold(name).strip(" ."), plain, _DIRECTION.sub("", plain)):
        if found := _countries().get(wanted):
            return found, True
        if parts := _parts().get(wanted):
            return (parts, len(parts) == 1)
    return None


def _places(text: str) -> Iterator[Place]:
    """Yield the longest names of a sentence that are surely places."""
    tokens = list(_WORD.finditer(text))
    at = 0
    while at < len(tokens):
        word = tokens[at][0]
        found = _longest(text, tokens, at) if word[0].isupper() and _may_begin(word) else None
        if found:
            yield found[0]
        at += found[1] if found else 1


@lru_cache(maxsize=8192)
def _may_begin(word: str) -> bool:
    """Return whether some place's name begins with a word, an article or a direction before it left out."""
    plain = fold(word).strip(" .")
    bare = _ARTICLE.sub("", plain)
    leads = _ARTICLE.match(f"{plain} xxx") or _DIRECTION.match(f"{plain} ")
    return bool(leads) or not _first_words().isdisjoint((plain, bare, _DIRECTION.sub("", bare)))


@lru_cache(maxsize=1)
def _first_words() -> frozenset[str]:
    """Return the first word of every name that is known."""
    return frozenset(name.split(" ")[0].strip(".") for name in (*_countries(), *_parts()))


def _longest(text: str, tokens: list[re.Match[str]], at: int) -> tuple[Place, int] | None:
    """Return the longest place that begins at a token, and how many tokens it takes."""
    joined = 1
    while at + joined < len(tokens) and joined < _LONGEST:
        if not _JOINED.fullmatch(text[tokens[at + joined - 1].end() : tokens[at + joined].start()]):
            break
        joined += 1
    for count in range(joined, 0, -1):
        name = text[tokens[at].start() : tokens[at + count - 1].end()]
        if codes := _sure(name):
            return Place(name, codes, _is_itself(name)), count
    return None


def _is_itself(name: str) -> bool:
    """Return whether a name is a country's own."""
    return _ARTICLE.sub("", fold(name)) in _own_names()


def _sure(name: str) -> tuple[str, ...]:
    """Return the countries of a name that means a place in any sentence."""
    plain = _ARTICLE.sub("", fold(name).rstrip("."))
    if plain in _COMMON_WORDS or (len(plain) < 4 and not name.isupper()):
        return ()
    codes, certain = _known(name) or ((), False)
    known = plain in _countries() or set(codes) <= _READ_IN_SENTENCES
    return codes if certain and known else ()


@lru_cache(maxsize=1)
def _codes() -> frozenset[str]:
    from pycountry import countries  # here, since most profiles name no place and loading takes 70 ms

    return frozenset(country.alpha_2 for country in countries)


@lru_cache(maxsize=1)
def _own_names() -> frozenset[str]:
    """Return the folded names that countries have themselves, short forms included."""
    return frozenset(_official()) | short_names()


@lru_cache(maxsize=1)
def _countries() -> dict[str, tuple[str, ...]]:
    """Return countries, groups of countries and well-known regions by folded name."""
    return _official() | named_areas()


@lru_cache(maxsize=1)
def _official() -> dict[str, tuple[str, ...]]:
    """Return countries by folded name, in five languages."""
    from pycountry import LOCALES_DIR, countries

    spoken = [gettext.translation("iso3166-1", LOCALES_DIR, languages=[code]).gettext for code in _TRANSLATED]
    named: dict[str, tuple[str, ...]] = {}
    for country in countries:
        given = [getattr(country, key) for key in ("name", "common_name", "official_name") if hasattr(country, key)]
        for name in (*given, *(translate(one) for translate in spoken for one in given)):
            for short in (name, name.split(",")[0] if "Rep" not in name else name):
                named.setdefault(fold(short), (country.alpha_2,))
    for ambiguous in ("georgia", "korea", "congo", "guinea", "saint martin"):
        named.pop(ambiguous, None)
    return named


@lru_cache(maxsize=1)
def _parts() -> dict[str, tuple[str, ...]]:
    """Return the countries that have a part of that folded name: states, Länder, regions, provinces, counties."""
    from pycountry import LOCALES_DIR, subdivisions

    spoken = [gettext.translation("iso3166-2", LOCALES_DIR, languages=[code]).gettext for code in ("en", *_TRANSLATED)]
    states = {fold(part.name) for part in subdivisions if part.country_code == "US" and part.type == "State"}
    named: dict[str, set[str]] = {"georgia": {"GE"}}
    for part in subdivisions:
        heard = spoken if part.country_code in _READ_IN_SENTENCES else ()
        for name in {part.name, *(translate(part.name) for translate in heard)}:
            for one in re.split(r"\s*[\[\]]\s*| / ", re.sub(r" GB-[A-Z]{3}", "", name)):
                for short in (one, one.split(",")[0]):
                    named.setdefault(fold(short), set()).add(part.country_code)
    named.pop("", None)
    return {
        name: ("US",) if name in states and "GE" not in codes else tuple(sorted(codes)) for name, codes in named.items()
    }


@lru_cache(maxsize=1)
def _states() -> dict[str, tuple[str, ...]]:
    """Return the country by the two letters of a state or province that an address ends with."""
    from pycountry import subdivisions

    letters = {part.code[3:]: (part.country_code,) for part in subdivisions if part.country_code in ("AU", "CA")}
    letters |= {part.code[3:]: ("US",) for part in subdivisions if part.country_code == "US"}
    return {code: country for code, country in letters.items() if len(code) == 2}
