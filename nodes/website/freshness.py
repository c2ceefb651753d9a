"""How long a page may be used without asking its server again (RFC 9111)."""

import re
from collections.abc import Mapping

_DIRECTIVE = re.compile(r'([a-z-]+)(?:\s*=\s*"?([0-9]+))?')


def fresh_seconds(headers: Mapping[str, str], at_most: float) -> float:
    """Return the page's freshness: what its server says, but no longer than our own limit."""
    directives = _directives(headers)
    if directives.keys() & {"no-store", "no-cache", "private"}:
        return 0
    age = directives.get("max-age")
    return at_most if age is None else min(at_most, int(age))


def may_store(headers: Mapping[str, str]) -> bool:
    """Tell whether a cache may keep the page at all."""
    return not _directives(headers).keys() & {"no-store", "private"}


def _directives(headers: Mapping[str, str]) -> dict[str, str | None]:
    """Return the directives of `Cache-Control` and their numbers."""
    found = _DIRECTIVE.findall(headers.get("cache-control", "").lower())
    return {name: number or None for name, number in found}
