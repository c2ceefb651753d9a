"""Choose the pages of a website that say what is sold, to whom and with what proof."""

import re
from urllib.parse import unquote, urljoin, urlsplit

from nodes.website.html import Anchor, Document
from nodes.website.roles import PageRole, role_of

# A form to fill in says little; it is read where there is hardly anything else.
_ENOUGH_TO_READ = 3
# The start page and five more: what a careful reader opens before writing to somebody.
MAX_PAGES = 6

_WORTH: dict[PageRole, int] = {
    "customers": 90,
    "product": 88,
    "pricing": 72,
    "audience": 66,
    "about": 60,
    "faq": 45,
    "contact": 40,
    "other": 30,
}
_FILE = re.compile(
    r"\.(?:pdf|jpe?g|png|gif|svg|webp|avif|ico|zip|gz|docx?|xlsx?|pptx?|csv|mp[34]|mov|webm|exe|dmg|xml|"
    r"json|txt|ics|vcf|css|js)$",
    re.I,
)
_LANGUAGE_FOLDER = re.compile(r"^/([a-z]{2})(?:[-_][a-z]{2})?(?:/|$)", re.I)
_LANGUAGES = frozenset(
    [
        "en",
        "de",
        "fr",
        "es",
        "it",
        "nl",
        "pt",
        "pl",
        "cs",
        "da",
        "sv",
        "no",
        "fi",
        "ru",
        "ja",
        "zh",
        "ko",
        "tr",
        "ar",
        "he",
        "hu",
        "ro",
        "el",
        "uk",
        "sk",
        "bg",
        "hr",
        "sl",
        "et",
        "lv",
        "lt",
    ]
)
_TELLING_TEXT = re.compile(
    r"case stud|customer|client|referenz|référence|casos|kunden|product|service|leistung|how (?:it|we)|"
    r"what we|was wir|pricing|preis|tarif|precio|"
    r"industr|branche|secteur|sector|solution|lösung|capabilit|why|warum|pourquoi|résultat|ergebnis|result|"
    r"about|über uns|settor|serviz|prodott|prezz|soluzion|perché|risultat|clienti|chi siamo|come (?:funziona|lavor)",
    re.IGNORECASE,
)


def candidates(document: Document, url: str, limit: int = MAX_PAGES - 1) -> tuple[str, ...]:
    """Return addresses of the site that are worth reading after the start page, best first.

    The order depends on the page alone. Two pages of one kind stand apart, so that a site with twenty products still
    shows its customers and prices.
    """
    base = urljoin(url, document.base) if document.base else url
    found: dict[str, tuple[float, PageRole]] = {}
    for place, anchor in enumerate(document.anchors):
        target = _target(anchor, base, url)
        if target is None:
            continue
        role = role_of(target, anchor.text)
        worth = _WORTH.get(role)
        if worth is not None:
            score = worth + _merit(anchor, target) - min(place, 60) * 0.05
            if target not in found or found[target][0] < score:
                found[target] = (score, role)
    return _spread(found, limit)


def _spread(found: dict[str, tuple[float, PageRole]], limit: int) -> tuple[str, ...]:
    """Return the best targets, each further one of a kind counting less."""
    others = {target: kind for target, kind in found.items() if kind[1] != "contact"}
    found = others if len(others) >= _ENOUGH_TO_READ else found
    chosen: list[str] = []
    taken: dict[PageRole, int] = {}
    while len(chosen) < limit and len(chosen) < len(found):
        left = (target for target in found if target not in chosen)
        best = min(left, key=lambda target: (-(found[target][0] - 22 * taken.get(found[target][1], 0)), target))
        chosen.append(best)
        taken[found[best][1]] = taken.get(found[best][1], 0) + 1
    return tuple(chosen)


def _merit(anchor: Anchor, target: str) -> float:
    """Return what speaks for a link besides its kind: a plain short path, telling words, a place in the menu."""
    depth = len([part for part in urlsplit(target).path.split("/") if part])
    merit = 6.0 * ("nav" in anchor.parts) + 5.0 * bool(_TELLING_TEXT.search(anchor.text))
    return merit - 7.0 * max(0, depth - 1) - 4.0 * ("footer" in anchor.parts) - 5.0 * bool(urlsplit(target).query)


def _target(anchor: Anchor, base: str, start: str) -> str | None:
    """Return the address of a page on the same site in the same language, or nothing."""
    href = anchor.href.strip()
    if not href or href.startswith(("#", "mailto:", "tel:", "javascript:", "data:")) or len(href) > 500:
        return None
    try:
        parts, home = urlsplit(urljoin(base, href)), urlsplit(start)
        if parts.scheme not in ("http", "https") or _bare(parts.hostname) != _bare(home.hostname) or parts.port:
            return None
    except ValueError:
        return None
    path = parts.path or "/"
    if _FILE.search(path) or _is_start(path, parts.query, home.path, home.query):
        return None
    if _folder_language(path) != _folder_language(home.path):
        return None
    query = f"?{parts.query}" if parts.query else ""
    return f"{home.scheme}://{home.netloc}{path}{query}"


def _is_start(path: str, query: str, home_path: str, home_query: str) -> bool:
    plain = re.sub(r"(?:/index\.(?:html?|php|aspx?)|/)$", "", path)
    return not query and plain in ("", re.sub(r"(?:/index\.(?:html?|php|aspx?)|/)$", "", home_path)) and not home_query


def _bare(host: str | None) -> str:
    return (host or "").lower().removeprefix("www.").rstrip(".")


def _folder_language(path: str) -> str:
    match = _LANGUAGE_FOLDER.match(unquote(path))
    return match[1].lower() if match and match[1].lower() in _LANGUAGES else ""
