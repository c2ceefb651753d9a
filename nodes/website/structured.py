"""Read what a page says about its company in JSON-LD and Open Graph: data like any other, with the same distrust."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from nodes.website.cleaning import clean, fold
from nodes.website.distrust import is_untrusted
from nodes.website.html import Document

_ORGANISATIONS = (
    "organization", "corporation", "localbusiness", "company", "business", "store", "service", "agency", "ngo", "brand",
    "educationalorganization", "onlinebusiness", "dentist", "attorney", "contractor",
)  # fmt: skip
_NOT_COMPANIES = ("product", "softwareapplication", "webpage", "website", "person", "offer", "place")
# Deeper than any honest vocabulary nests.
_MAX_DEPTH = 8
_MAX_NODES = 2_000
_MAX_LINE = 200


@dataclass(frozen=True, slots=True)
class Organisation:
    """A company as structured data describes it."""

    name: str = ""
    legal_name: str = ""
    description: str = ""
    locations: tuple[str, ...] = ()


def organisation_of(document: Document) -> Organisation:
    """Return the first organisation of the page's JSON-LD that is not left as the template came."""
    for node in _nodes(document.linked_data):
        if _is_organisation(node) and not _is_template(node):
            name, legal = _line(node.get("name")), _line(node.get("legalName"))
            if name or legal:
                return Organisation(name or legal, legal, _line(node.get("description")), tuple(_locations(node)))
    return Organisation()


def _nodes(scripts: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    """Yield every object of the scripts, outer ones first, `@graph` flattened."""
    queue: list[tuple[Any, int]] = []
    for script in scripts:
        try:
            queue.append((json.loads(script, strict=False), 0))
        except (ValueError, RecursionError):
            continue
    seen = 0
    while queue and seen < _MAX_NODES:
        value, depth = queue.pop(0)
        seen += 1
        if isinstance(value, dict):
            yield value
            if depth < _MAX_DEPTH:
                queue.extend((child, depth + 1) for child in value.values() if isinstance(child, dict | list))
        elif isinstance(value, list) and depth < _MAX_DEPTH:
            queue.extend((child, depth + 1) for child in value if isinstance(child, dict | list))


def _is_organisation(node: dict[str, Any]) -> bool:
    types = [str(kind).lower().rpartition("/")[2] for kind in _list(node.get("@type"))]
    return any(
        any(word in kind for word in _ORGANISATIONS) for kind in types if not any(kind == no for no in _NOT_COMPANIES)
    )


def _is_template(node: dict[str, Any]) -> bool:
    """Tell whether any of its plain values is a placeholder: then nobody filled in the others with care either."""
    address = node.get("address")
    values = [*node.values(), *(address.values() if isinstance(address, dict) else ())]
    return any(isinstance(value, str) and _is_left_over(value) for value in values)


def _is_left_over(value: str) -> bool:
    lowered = value.lower()
    return any(
        mark in lowered
        for mark in (
            "muster",
            "xxx",
            "lorem",
            "your company",
            "your-domain",
            "yourdomain",
            "short description",
            "{{",
            "${",
            "[your",
        )
    )


def _locations(node: dict[str, Any]) -> Iterator[str]:
    """Yield the places of the company: town and country, then the areas it serves."""
    for address in _list(node.get("address")):
        if isinstance(address, dict):
            parts = (address.get("addressLocality"), address.get("addressRegion"), _name(address.get("addressCountry")))
            place = ", ".join(part for part in map(_line, parts) if part)
            if place:
                yield place
        elif place := _line(address):
            yield place
    for area in _list(node.get("areaServed")):
        if place := _line(_name(area)):
            yield place


def _name(value: Any) -> Any:
    return value.get("name") if isinstance(value, dict) else value


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _line(value: Any) -> str:
    """Return a plain value as one trusted line, or nothing."""
    if not isinstance(value, str):
        return ""
    line = fold(clean(value))
    return line if len(line) <= _MAX_LINE and not is_untrusted(line) and "<" not in line else ""
