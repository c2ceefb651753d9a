"""Find the places where a company is and works."""

import re
from collections.abc import Iterator, Sequence

from nodes.website.html import Document
from nodes.website.structured import organisation_of

_MOST = 8
_POSTAL_ADDRESSES = (
    re.compile(r"\b[A-Z]{0,2}-?\d{5}\s+(?P<town>[A-ZÄÖÜÉ][\w’'-]+(?:[ -][A-ZÄÖÜÉ][\w’'-]+){0,2})"),
    re.compile(r"(?P<town>[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+)?, [A-Z]{2}) \d{5}(?:-\d{4})?\b"),
    re.compile(
        r"(?P<town>[A-ZÁÉÍÓÚ][\w’'-]+(?: [A-ZÁÉÍÓÚ][\w’'-]+)?, [A-ZÁÉÍÓÚ][\w’'-]+(?: [A-ZÁÉÍÓÚ][\w’'-]+)?), \d{5}$"
    ),
    re.compile(r"(?P<town>[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+)?),? [A-Z]{1,2}\d[\dA-Z]? \d[A-Z]{2}\b"),
)


def locations_of(documents: Sequence[Document]) -> tuple[str, ...]:
    """Return the company's places: structured data first, then postal addresses in footers and imprints."""
    places = list(_structured(documents)) or list(_postal(documents))
    return tuple(dict.fromkeys(places))[:_MOST]


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
