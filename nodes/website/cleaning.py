"""Bring text of a page into plain characters, and tell whether a quote is on a page."""

import re
from unicodedata import normalize

_ESCAPE_SEQUENCE = re.compile(r"\x1b(?:\[[0-9;?]*[A-Za-z]|\][^\x07\x1b]{0,200}\x07?)")
# Control, format, private-use and surrogate characters: what no reader sees, but a model reads (zero width, text
# direction, tags, icon fonts). Soft hyphens are among them, so that a hyphenated word is one word.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u070f\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ud800-\uf8ff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U000110bd\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U0010ffff]"
)
# Letters in disguise: ligatures, full width, circled, mathematical. Other compatibility characters (², ½, ™) mean
# something and stay.
_DISGUISED = re.compile("[\ufb00-\ufb06\uff01-\uff9f\u2460-\u24ff\U0001d400-\U0001d7ff\U0001f130-\U0001f189]")
_ASCII_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")


def clean(text: str) -> str:
    """Return the text without unseen characters; white space and line breaks stay as they are."""
    if "\x1b" in text:
        text = _ESCAPE_SEQUENCE.sub(" ", text)
    if text.isascii():
        return _ASCII_CONTROL.sub("", text)
    text = _UNSEEN.sub("", text)
    return normalize("NFKC" if _DISGUISED.search(text) else "NFC", text)


def fold(text: str) -> str:
    """Return the text in one line with single spaces."""
    return " ".join(text.split())


def quote_is_on(page_text: str, quote: str) -> bool:
    """Tell whether the exact words stand on the page, white space and unseen characters aside."""
    words = fold(clean(quote))
    return bool(words) and words in fold(clean(page_text))
