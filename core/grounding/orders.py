"""Text that no person writes to a reader: orders to a machine, its instructions repeated, stuttering, encoded runs."""

import re

from core.sentences import words

RUN_WORDS = 6
"""Words in a row that are taken for a quotation: honest emails share none with our instructions."""
_ORDER = re.compile(
    r"\b(?:ignore|disregard|forget) (?:all |any |the )?(?:previous|prior|above)\b"
    r"|\b(?:system prompt|my instructions|your instructions)\b",
    re.IGNORECASE,
)
STUTTER = re.compile(r"\b(\w+)(?:\W+\1\b){3,}", re.IGNORECASE)
"""A word four times in a row."""
_ENCODED = re.compile(r"[^\s/–—-]{40,}")
"""Longer than any word of a person: code, a key, an encoded text."""


def runs(text: str) -> frozenset[str]:
    """Return every six words in a row of a text, in lower case."""
    found = [word.lower() for word in words(text)]
    return frozenset(" ".join(found[at : at + RUN_WORDS]) for at in range(len(found) - RUN_WORDS + 1))


def is_no_persons(text: str, secret: frozenset[str] = frozenset()) -> bool:
    """Return whether a text gives orders to a machine, stutters, is encoded, or repeats a run of what is `secret`."""
    if _ORDER.search(text) or STUTTER.search(text) or _ENCODED.search(text):
        return True
    return bool(secret) and not secret.isdisjoint(runs(text))
