"""Read what the head of a page says about it."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from nodes.website.cleaning import clean, fold
from nodes.website.markup import Seen

_REFRESH = re.compile(r"^\s*(\d{1,6})(?:\.\d*)?\s*[;,]\s*url\s*=\s*[\"']?\s*([^\"'\s>]+)", re.IGNORECASE)
_SCRIPT = re.compile(r"<script([^>]*)>(.*)</script", re.IGNORECASE | re.DOTALL)
# Longer waits are for pages that reload themselves, not for redirects.
_MAX_REFRESH_SECONDS = 30
_MAX_STYLE = 200_000
_MAX_LINKED_DATA = 200_000


class Head:
    """The head of one parsed page."""

    def __init__(self, tree: LexborHTMLParser, seen: Seen) -> None:
        self._tree = tree
        self._scripts = tuple(match.groups() for script in seen.scripts if (match := _SCRIPT.match(script)))
        self._notes = seen.notes

    def title(self) -> str:
        """Return the first title, in one line."""
        return _line(self._tree.css_first("title"))

    def language(self) -> str:
        """Return `<html lang>` in lower case."""
        root = self._tree.css_first("html")
        return (_attribute(root, "lang") or _attribute(root, "xml:lang")).strip().lower() if root else ""

    def metas(self) -> dict[str, str]:
        """Return the first content of each meta element by its name or property in lower case."""
        found: dict[str, str] = {}
        for node in self._tree.css("meta[content]"):
            name = (_attribute(node, "property") or _attribute(node, "name")).strip().lower()
            if name:
                found.setdefault(name, fold(clean(_attribute(node, "content"))))
        return found

    def linked_data(self) -> tuple[str, ...]:
        """Return the JSON-LD scripts as they stand."""
        data = (text for attributes, text in self._scripts if "application/ld+json" in attributes.lower())
        return tuple(text for text in data if 0 < len(text) <= _MAX_LINKED_DATA)

    def base(self) -> str:
        """Return the address that relative links start from, if the page sets one."""
        node = self._tree.css_first("base[href]")
        return _attribute(node, "href").strip() if node else ""

    def refresh(self) -> str:
        """Return where a meta refresh leads, as written; nothing for a page that reloads itself."""
        for node in self._tree.css('meta[http-equiv="refresh" i][content]'):
            match = _REFRESH.match(_attribute(node, "content"))
            if match and int(match[1]) <= _MAX_REFRESH_SECONDS:
                return match[2]
        return ""

    def style_sheets(self) -> str:
        """Return the style sheets that stand on the page itself."""
        return "\n".join(node.text() for node in self._tree.css("style"))[:_MAX_STYLE]

    def script_size(self) -> int:
        """Return the characters of all scripts that are not data."""
        return sum(len(text) for attributes, text in self._scripts if "json" not in attributes.lower())

    def asks_for_script(self) -> bool:
        """Tell whether the page says that it needs JavaScript."""
        return any("javascript" in note.lower() for note in self._notes)

    def has_empty_root(self) -> bool:
        """Tell whether the page has the empty element that a script is to fill."""
        roots = self._tree.css("#root, #app, #__next, #__nuxt, #___gatsby, app-root")
        return any(not fold(root.text()) for root in roots)


def _line(node: LexborNode | None) -> str:
    return fold(clean(node.text())) if node else ""


def _attribute(node: LexborNode, name: str) -> str:
    return node.attributes.get(name) or ""
