"""Tame markup that is written to make a parser slow, before it is parsed.

The parser holds the interpreter while it works, so a page that takes it minutes stops the whole service. Three things
cost more than they are long: nesting and attributes (in proportion to the square of their number), and formatting
elements that are never closed, which are repeated in every paragraph that follows. And each element takes memory: two
megabytes of nothing but tags become a hundred.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

# Chrome nests elements at most 512 deep, so deeper text is seen by nobody.
MAX_DEPTH = 600
# 50 characters for a tag and the text after it, in a page of two megabytes; honest pages have twice as many.
MAX_TAGS = 40_000
# Careless pages leave a handful of formatting elements open.
_MAX_OPEN_FORMATTING = 20
# Nobody writes so many; 200,000 on one element take the parser more than a minute.
_MAX_ATTRIBUTES = 300

_FORMATTING = frozenset(
    ("a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u")
)
_FORMATTING_TAG = re.compile(rf"</?(?:{'|'.join(sorted(_FORMATTING))})(?=[\s/>])[^>]*>", re.IGNORECASE)
# Elements that hold nothing, or that the parser closes when the next one begins.
_FLAT = frozenset(
    [
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source"),
        *("track", "wbr"),
        *("p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "tbody", "thead", "tfoot"),
        *("html", "head", "body"),
    ]
)
# An end tag closes nothing outside of these: https://html.spec.whatwg.org/#has-an-element-in-scope
_SCOPES = frozenset(("applet", "caption", "marquee", "object", "table", "template"))

_ATTRIBUTE = r"[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>\"'][^\s>]*+)?+)?+"
_TAG = re.compile(rf"<(/?)([a-zA-Z][^\s/>]*+)((?:{_ATTRIBUTE})*+)[\s/]*+>?+")
_ONE_ATTRIBUTE = re.compile(_ATTRIBUTE)
_UNSEEN = re.compile(r"<!--|<(script|noscript|svg|math)(?=[\s/>])", re.IGNORECASE | re.ASCII)
# In place of a copy in lower case: a page of two megabytes with one emoji takes eight of memory, and so would the copy.
_ENDS = {
    "": re.compile(r"(?<=<!--)-?>|--!?>"),
    **{name: re.compile(f"</{name}", re.IGNORECASE | re.ASCII) for name in ("script", "noscript", "svg", "math")},
}


def tame(html: str) -> str:
    """Return the page without what makes parsing it slow; an honest page stays as it is.

    Scripts, drawings and comments must be gone already: see `without_unseen`.
    """
    if html.count("<") <= MAX_DEPTH and len(html) < 10 * MAX_DEPTH:
        return html
    nesting = _Nesting()
    pieces: list[str] = []
    done = 0
    for number, tag in enumerate(_TAG.finditer(html)):
        if number >= MAX_TAGS or not nesting.takes(tag):
            html = html[: tag.start()]
            break
        if len(tag[3]) > _MAX_ATTRIBUTES and sum(1 for _ in _ONE_ATTRIBUTE.finditer(tag[3])) > _MAX_ATTRIBUTES:
            pieces.append(f"{html[done : tag.start()]}<{tag[1]}{tag[2]}>")
            done = tag.end()
    html = "".join((*pieces, html[done:]))
    return _FORMATTING_TAG.sub(" ", html) if nesting.open_formatting > _MAX_OPEN_FORMATTING else html


@dataclass(slots=True)
class _Nesting:
    """The elements that are open, as the HTML standard closes them."""

    open: list[str] = field(default_factory=list)
    open_formatting: int = 0

    def takes(self, tag: re.Match[str]) -> bool:
        """Follow one tag; tell whether the page may still be read after it."""
        name = tag[2].lower()
        if name in _FORMATTING:
            self.open_formatting = max(0, self.open_formatting + (-1 if tag[1] else 1))
        elif name not in _FLAT:
            self._close(name) if tag[1] else self.open.append(name)
        return len(self.open) <= MAX_DEPTH

    def _close(self, name: str) -> None:
        for at in range(len(self.open) - 1, -1, -1):
            if self.open[at] == name:
                del self.open[at:]
                return
            if self.open[at] in _SCOPES:
                return


@dataclass(frozen=True, slots=True)
class Seen:
    """A page without what no reader sees."""

    html: str
    scripts: tuple[str, ...]
    """Script elements, whole."""
    notes: tuple[str, ...]
    """What a browser without scripts would show, whole."""


def without_unseen(html: str) -> Seen:
    """Take scripts, drawings and comments out of a page.

    What is left has neither raw text nor foreign elements in it, so that tags can be counted without parsing.
    """
    kept: list[str] = []
    apart: dict[str, list[str]] = {"script": [], "noscript": []}
    for piece, kind in _pieces(html):
        (kept if kind == "text" else apart.get(kind, [])).append(piece)
    return Seen("".join(kept), tuple(apart["script"]), tuple(apart["noscript"]))


def _pieces(html: str) -> Iterator[tuple[str, str]]:
    """Yield the page in pieces, each with the name of its element: `text`, `script`, `noscript`, `svg`, …"""
    unclosed: set[str] = set()
    at = 0
    while (match := _UNSEEN.search(html, at)) is not None:
        yield html[at : match.start()], "text"
        name = (match[1] or "").lower()
        end = _end_of(name, html, match) if name not in unclosed else -1
        if end >= 0:
            yield html[match.start() : end], name or "comment"
            at = end
        elif name in ("svg", "math", "noscript"):
            unclosed.add(name)
            yield "<span", "text"  # it never ends: its text is shown, as in browsers
            at = match.end()
        else:
            return  # a script or comment that never ends hides the rest of the page
    yield html[at:], "text"


def _end_of(name: str, html: str, start: re.Match[str]) -> int:
    """Return where the comment or element ends, or -1."""
    if (end := _ENDS[name].search(html, start.end())) is None:
        return -1
    close = html.find(">", end.end() - 1)
    return close + 1 if close >= 0 else -1
