"""Recognise pages that show nothing to a reader without a browser."""

from nodes.website.html import Document

# Measured on 26 company sites: below this many words, with a script to fill the page, there is nothing to read.
MIN_WORDS = 20
_SCRIPT_OUTWEIGHS = 20


def is_shell(document: Document) -> bool:
    """Tell whether the page is an empty frame that JavaScript fills."""
    if document.words >= MIN_WORDS:
        return False
    heavy = document.script_size > _SCRIPT_OUTWEIGHS * max(1, len(document.text))
    return document.has_empty_root or document.asks_for_script or heavy
