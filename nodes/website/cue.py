"""Patterns that ignore case, at the price of those that do not."""

import re
from collections.abc import Iterator

_ESCAPE_OR_CAPITAL = re.compile(r"\\.|\(\?P<\w+>|[A-ZÀ-ÖØ-Þ]")


class Cue:
    """A pattern that is searched in the lower case of a text; the two apostrophes are one.

    Python's own way to ignore case keeps the engine from skipping to the first letter: it takes four to five times as
    long (measured on the cues of this package). Spans of a match are those of the text as it was given.
    """

    __slots__ = ("_exact", "_slow", "source")

    def __init__(self, source: str) -> None:
        """Compile a pattern that may be written over several lines."""
        joined = "".join(line.strip(" ") if line.strip() else "" for line in source.split("\n"))
        self.source = joined.replace("'", "’")
        self._exact = re.compile(_ESCAPE_OR_CAPITAL.sub(_lowered, self.source))
        self._slow = re.compile(self.source, re.IGNORECASE)

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first match anywhere."""
        low = _plain(text)
        return self._exact.search(low) if len(low) == len(text) else self._slow.search(text.replace("'", "’"))

    def match(self, text: str) -> re.Match[str] | None:
        """Return the match at the start."""
        low = _plain(text)
        return self._exact.match(low) if len(low) == len(text) else self._slow.match(text.replace("'", "’"))

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Return all matches in order."""
        low = _plain(text)
        return self._exact.finditer(low) if len(low) == len(text) else self._slow.finditer(text.replace("'", "’"))

    def count(self, text: str) -> int:
        """Return how often the pattern occurs."""
        return sum(1 for _ in self.finditer(text))


def _plain(text: str) -> str:
    """Return the text in lower case, with one kind of apostrophe."""
    return text.lower().replace("'", "’")


def _lowered(match: re.Match[str]) -> str:
    """Return a letter of a pattern in lower case; escapes such as `\\S` mean something else in capitals."""
    return match[0] if match[0][0] in "\\(" else match[0].lower()
