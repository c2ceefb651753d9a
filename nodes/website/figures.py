"""Recognise figures: counters that a script fills, tiles that show a number and its label, numbers in words."""

import re

from nodes.website.visibility import Attributes

_COUNTER_KEYS = [
    "data-count", "data-counter", "data-countup", "data-count-to", "data-count-end", "data-counter-value",
    "data-target-number", "data-purecounter-end", "data-target", "data-to", "data-to-value", "data-end",
    "data-end-value", "data-final", "data-number", "data-value", "data-stop", "data-max"
]  # fmt: skip
# Elements with nothing in them are counters only where the attribute says so beyond doubt.
_SURE_KEYS = frozenset(key for key in _COUNTER_KEYS if "count" in key)
_NUMBER = re.compile(r"\d{1,3}(?:[,.  ']\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?")

_AMOUNT = r"[$€£¥]?\s?[+±~≈<>≥−-]?\s?[$€£¥]?\s?\d[\d.,'  ]*(?:[–-]\s?\d[\d.,]*)?(?:/\d+)?"
_BEFORE = (
    r"(?:(?:over|more than|up to|about|nearly|almost|only|from|über|mehr als|rund|ca\.|bis zu|nur|ab|seit|"
    r"plus de|jusqu'à|près de|dès|más de|hasta|casi|desde|since)\s)?"
)
_AFTER = r"\s?(?:[%‰+×x€$£]|[kKM]\b\+?|[^\W\d_]{1,12}\.?)?(?:\s[^\W\d_]{1,12}\.?)?\s?\+?"
_FIGURE = re.compile(rf"{_BEFORE}{_AMOUNT}{_AFTER}", re.IGNORECASE)
_MAX_FIGURE = 28
_TILE = re.compile(rf"{_BEFORE}{_AMOUNT}\s?(?:[%‰+×x€$£]|[kKM]\b\+?)?\+?\s[^\W\d_].{{3,110}}", re.IGNORECASE)
_MAX_TILE_WORDS = 16
ZERO = re.compile(r"0+(?:[.,]0+)?")


def counted(attributes: Attributes) -> str:
    """Return the number that a script would count this element up to, with its prefix and suffix, if it is one."""
    for key in _COUNTER_KEYS:
        value = (attributes.get(key) or "").strip()
        if value and _NUMBER.fullmatch(value):
            before = attributes.get("data-prefix") or attributes.get("data-before") or ""
            after = attributes.get("data-suffix") or attributes.get("data-after") or ""
            return f"{before}{value}{after}" if len(before) + len(after) < 12 else value
    return ""


def counts_when_empty(attributes: Attributes) -> bool:
    """Tell whether an element without text is a counter all the same."""
    return any(key in attributes for key in _SURE_KEYS)


def is_figure(text: str) -> bool:
    """Tell whether a text is nothing but a number with its unit, as on a tile: `61`, `38 %`, `9 days`, `$4.2M`."""
    return len(text) <= _MAX_FIGURE and _FIGURE.fullmatch(text) is not None


def is_tile(text: str) -> bool:
    """Tell whether a text is a number and its label, as on a tile: `61 warehouses on Bayfold`."""
    if text[-1:] in ".!?:;," or not 2 <= len(text.split()) <= _MAX_TILE_WORDS:
        return False
    return _TILE.fullmatch(text) is not None


def is_zero(text: str) -> bool:
    """Tell whether a figure is 0: a counter that no script has filled."""
    numbers = numbers_in(text)
    return bool(numbers) and set(numbers[0]) <= {"0", "."}


def numbers_in(text: str) -> tuple[str, ...]:
    """Return the numbers of a text as digits without grouping: `1,200` and `1 200` are both `1200`."""
    return tuple(_plain(number) for number in _NUMBER.findall(text))


def _plain(number: str) -> str:
    grouped = re.sub(r"(?<=\d)[,.  '](?=\d{3}(?:\D|$))", "", number)
    return grouped.replace(",", ".")
