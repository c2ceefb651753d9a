"""Whether a quote stands on its page, and whether two quotes are the same point."""

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from core.sentences import words
from nodes.website.problems import WebsiteProblem
from nodes.website.saved import read_page
from nodes.website.text import html_text
from nodes.website.url import check_url

SAME_SHARE = 0.8
"""Share of the shorter quote's words that the longer must hold: a reader quotes two sentences where code takes one, and
either may leave out a word such as `and` at the start."""
_SHORTEST = 3
"""Words below which a quote is no point: two words stand in many sentences."""
_UNSEEN = ("script", "style", "noscript", "template")
_SPACE = re.compile(r"[\s\u00ad\u200b\u200c\u200d\u2060\ufeff]+")


def stands(quote: str, page: str, folder: Path) -> bool:
    """Return whether a quote stands verbatim on the saved page of that address; white space does not matter."""
    wanted = _solid(quote)
    return bool(wanted) and wanted in page_text(page, folder)


@lru_cache(maxsize=1024)
def page_text(page: str, folder: Path) -> str:
    """Return the text of a saved page without white space; nothing where there is no such page.

    Title, description and the texts of pictures count too: a reader sees them in the browser or in a search.
    """
    try:
        address = check_url(page)
        html = html_text(read_page(folder / address.host, address.target), "text/html")
    except WebsiteProblem:
        return ""
    tree = LexborHTMLParser(html)
    besides = [node.attributes.get("content") or "" for node in tree.css("meta[name=description]")]
    besides += [node.attributes.get("alt") or "" for node in tree.css("img[alt]")]
    besides += [node.text() for node in tree.css("title")]
    tree.strip_tags(list(_UNSEEN))
    return _solid("\n".join((tree.body.text() if tree.body else "", *besides)))


def _solid(text: str) -> str:
    return _SPACE.sub("", unicodedata.normalize("NFC", text))


def same_point(one: str, other: str) -> bool:
    """Return whether two quotes of a site are the same point: one holds most words of the other."""
    shorter, longer = sorted((_bag(one), _bag(other)), key=Counter.total)
    if shorter.total() < _SHORTEST:
        return False
    return (shorter & longer).total() / shorter.total() >= SAME_SHARE


def is_among(quote: str, points: tuple[str, ...]) -> bool:
    """Return whether a quote is one of some points."""
    return any(same_point(quote, point) for point in points)


@lru_cache(maxsize=4096)
def _bag(text: str) -> Counter[str]:
    return Counter(word.casefold() for word in words(unicodedata.normalize("NFC", text)))
