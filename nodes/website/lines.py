"""Turn the text between two blocks' edges into lines, with a space wherever the page shows a gap."""

import re

from nodes.website.cleaning import clean, fold
from nodes.website.figures import is_tile

SEAM = "\x1f"
"""Where an inline element begins or ends."""
BREAK = "\x1e"
"""Where the page breaks the line."""

_TIGHT_SEAM = re.compile(rf"(?<=\S){SEAM}+(?=\S)")
_LEAST_TILES = 2
_CLOSING = ".,;:!?%)+"


def lines_of(raw: str) -> tuple[str, ...]:
    """Return the lines of a block, cleaned, without empty ones."""
    if SEAM in raw and (tiles := _tiles(raw)):
        return tiles
    if SEAM in raw:
        raw = _TIGHT_SEAM.sub(_gap, raw).replace(SEAM, "")
    return tuple(line for part in raw.split(BREAK) if (line := fold(clean(part))))


def _tiles(raw: str) -> tuple[str, ...]:
    """Return elements side by side that begin with a figure each, one line for each; nothing for other text."""
    pieces = [line for part in raw.split(SEAM) if (line := fold(clean(part.replace(BREAK, " "))))]
    if len(pieces) < _LEAST_TILES or not all(is_tile(piece) for piece in pieces):
        return ()
    return tuple(pieces)


def _gap(seam: re.Match[str]) -> str:
    """Return the space that style sheets put between two elements, or nothing inside of a word.

    `<b>61</b><span>warehouses</span>` shows as two words; `98<i>%</i>`, `m<sup>2</sup>`, `<b>B</b>ayfold` and digits
    or letters that are animated one by one do not.
    """
    text, start, end = seam.string, seam.start(), seam.end()
    left, right = text[max(0, start - 3) : start], text[end : end + 3]
    if not right[0].isalnum():
        return ""
    if left[-1] in _CLOSING:
        return " " if right[0].isalpha() else ""
    if not left[-1].isalnum():
        return ""
    if left[-1].isdigit():
        return " " if len(right) == 3 and right.isalpha() else ""
    if right[0].isdigit():
        return " " if len(left) == 3 and left.isalpha() else ""
    between_elements = end - start > 1
    return (
        " " if between_elements and left[-2:].isalpha() and right[:2].isalpha() and len(left) > 1 < len(right) else ""
    )
