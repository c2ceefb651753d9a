"""Find the places where a company is and works."""

import re
from collections.abc import Iterator, Sequence

from nodes.website.homeland import homeland_of
from nodes.website.html import Document
from nodes.website.structured import organisation_of

_MOST = 8
# `Wil SG, CH` or a country's code alone.
_WITH_COUNTRY = re.compile(r"(?:^|, )[A-Z]{2}$")
_AREA = r"[A-ZÄÖÜÉÎ][\w’'-]+(?: (?:du|de la|del|of|di|the)? ?[A-ZÄÖÜÉ][\w’'-]+)?"
_DELIVERS = re.compile(
    r"\b(?:(?:[Ww]e )?(?:deliver|ship|work|install)s? (?:in|to|across|throughout)|[Dd]eliver(?:y|ies) (?:in|to|across)|"
    r"(?:[Ww]ir )?(?:liefern|arbeiten|montieren) (?:wir )?(?:nach|in)|Lieferung (?:nach|in)|[Ll]ivr(?:aison|ons) en|"
    r"intervenons en|[Ee]ntreg(?:a|amos|as) en|[Ee]nv(?:íos|iamos) a|[Cc]onsegn(?:a|e|iamo) in|[Ll]avoriamo in) "
    rf"(?P<areas>{_AREA}(?:(?:, |,? (?:and|und|et|y|e) )(?:en |au |in )?{_AREA})+)"
)
_INTRODUCED = re.compile(
    rf"\b(?:in|en|across|throughout) (?P<areas>{_AREA}(?:(?:, |,? (?:and|und|et|y|e) ){_AREA})+)(?=\.|$)"
)
_SHORT_NAME = 3
# One of these is in every sentence that `_DELIVERS` finds; looking for them first saves most of the time.
_VERBS = (
    "eliver", "ship", "work", "install", "liefern", "ieferung", "arbeiten", "montieren", "ivraison", "ivrons",
    "intervenons", "ntreg", "nví", "nviamos", "onsegn", "avoriamo",
)  # fmt: skip
_LISTED = re.compile(r",? (?:and|und|et|y|e) (?:en |au |in )?|, (?:en |au |in )?")
_POSTAL_ADDRESSES = (
    re.compile(r"\b[A-Z]{0,2}-?\d{5}\s+(?P<town>[A-ZÄÖÜÉ][\w’'-]+(?:[ -][A-ZÄÖÜÉ][\w’'-]+){0,2})"),
    re.compile(r"(?P<town>[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+)?, [A-Z]{2}) \d{5}(?:-\d{4})?\b"),
    re.compile(
        r"(?P<town>[A-ZÁÉÍÓÚ][\w’'-]+(?: [A-ZÁÉÍÓÚ][\w’'-]+)?, [A-ZÁÉÍÓÚ][\w’'-]+(?: [A-ZÁÉÍÓÚ][\w’'-]+)?), \d{5}$"
    ),
    re.compile(r"(?P<town>[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+)?),? [A-Z]{1,2}\d[\dA-Z]? \d[A-Z]{2}\b"),
)


def locations_of(documents: Sequence[Document], host: str = "", language: str = "") -> tuple[str, ...]:
    """Return the company's places: structured data first, then postal addresses, and areas that it says it serves.

    Where none names a country, the one that phone numbers, legal form and the like point to stands at the end.
    """
    places = [*(list(_structured(documents)) or list(_postal(documents))), *_areas(documents, host)]
    named = any(_WITH_COUNTRY.search(place) for place in places)
    home = "" if named or not documents else homeland_of(documents, host, language)
    return (*tuple(dict.fromkeys(places))[: _MOST - 1], *((home,) if home else ()))


def _areas(documents: Sequence[Document], host: str) -> Iterator[str]:
    """Yield the countries and regions of sentences such as `We deliver in France, Belgium and northern Italy.`"""
    for document in documents:
        for block in document.reading:
            introduces = document is documents[0] and _begins_with_host(block.text, host)
            delivers = any(verb in block.text for verb in _VERBS)
            for match in (
                *(_DELIVERS.finditer(block.text) if delivers else ()),
                *(_INTRODUCED.finditer(block.text) if introduces else ()),
            ):
                yield from (area for part in _LISTED.split(match["areas"]) if (area := part.strip()))


def _begins_with_host(text: str, host: str) -> bool:
    """Tell whether a text begins with the name that the address is made of: `Harrow Steam rents …`."""
    label = re.sub(r"\W", "", host.removeprefix("www.").rpartition(".")[0].lower())
    return len(label) > _SHORT_NAME and re.sub(r"\W", "", text.lower()[: 2 * len(label)]).startswith(label)


def _structured(documents: Sequence[Document]) -> Iterator[str]:
    for document in documents:
        yield from organisation_of(document).locations


def _postal(documents: Sequence[Document]) -> Iterator[str]:
    for document in documents:
        for block in document.blocks:
            if len(block.text) < 400:
                for line in block.lines:
                    yield from _towns(line)


def is_postal(line: str) -> bool:
    """Tell whether a line is a postal address."""
    return any(pattern.search(line) for pattern in _POSTAL_ADDRESSES)


def _towns(line: str) -> Iterator[str]:
    for pattern in _POSTAL_ADDRESSES[1:] + _POSTAL_ADDRESSES[:1]:
        match = pattern.search(line)
        if match:
            yield match["town"].rstrip(".")
            return
