"""Text that is shown while it is written, before anything has checked it: without links, contact data and markup."""

import re
import unicodedata

from core.grounding.unsafe import contact_data, unknown_tags

_MARK = re.compile(r"</?[a-zA-Z!][^>]*>|!?\[[^\]]*\]\([^)]*\)")
_OPEN = re.compile(r"(?:<[a-zA-Z/!][^<>]*|\{\{?[^{}]*|!?\[[^\[\]\n]*(?:\]\([^()\n]*)?)$")
"""The beginning of a tag, a merge field or a link whose end has not come."""
_DIGITS = re.compile(r"[+(]?\d[\d\s()/.+-]*$")
"""Digits that may go on to be a phone number."""
_LONGEST = 200
"""Characters that are held back at most for an end to come."""
_TAKEN_OUT = "…"


class Provisional:
    """Lets the words of one field through as soon as nothing can be hidden in what follows them."""

    def __init__(self, placeholders: frozenset[str]) -> None:
        """Start with no text; `placeholders` are the merge fields that may be shown."""
        self._known = placeholders
        self._held = ""

    def add(self, text: str) -> str:
        """Take what was written and return what may be shown now."""
        self._held += _visible(text)
        end = self._safe_end()
        ready, self._held = self._held[:end], self._held[end:]
        return self._masked(ready)

    def rest(self) -> str:
        """Return what was held back, at the end of the field."""
        ready, self._held = self._held, ""
        return self._masked(ready)

    def _safe_end(self) -> int:
        """Return up to where the text can be judged: the last whole word that nothing open reaches back to."""
        text = self._held
        end = next((at + 1 for at in range(len(text) - 1, -1, -1) if text[at].isspace()), 0)
        for pattern in (_OPEN, _DIGITS):
            found = pattern.search(text[:end])
            if found and len(text) - found.start() <= _LONGEST:
                end = found.start()
        return end

    def _masked(self, text: str) -> str:
        """Return a text with dots in place of what an email must not hold."""
        shown = _MARK.sub(_TAKEN_OUT, text)
        for piece in (*contact_data(shown), *unknown_tags(shown, self._known)):
            shown = shown.replace(piece, _TAKEN_OUT)
        return shown


def _visible(text: str) -> str:
    """Return a piece without characters that nobody sees; it is not composed, for its other half may be to come."""
    return "".join(char for char in text if char == "\n" or unicodedata.category(char)[0] != "C")
