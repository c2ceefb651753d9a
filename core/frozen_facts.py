"""Tell whether two versions of a text say the same facts: its numbers, names, placeholders and denials."""

import re
from collections import Counter

from core.denials import denials
from core.placeholders import PLACEHOLDER, names_in

_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*\s?%?")
_WORD = re.compile(r"[^\W\d_][\w&'’-]*")
_SENTENCE_START = re.compile(r"(?:^|[.!?:]\s+|\n\s*)[\"„“«¿¡(]*$")


def same_facts(before: str, after: str, language: str) -> bool:
    """Return whether both texts hold the same numbers, names and placeholders, and deny as often.

    A name is a capitalised word inside a sentence; at a sentence's start nobody can tell. In German, where every noun
    is capitalised, only words with a capital beyond the first letter count as names.
    """
    if Counter(_numbers(before)) != Counter(_numbers(after)) or set(names_in(before)) != set(names_in(after)):
        return False
    if denials(before, language) != denials(after, language):
        return False
    return _names(after, language) <= _words(before) and _names(before, language) <= _words(after)


def _numbers(text: str) -> list[str]:
    """Return the numbers of a text, white space before a percent sign left out."""
    return [number.replace(" ", "").rstrip(".,:") for number in _NUMBER.findall(text)]


def _names(text: str, language: str) -> set[str]:
    """Return in lower case the words that are names for sure."""
    plain = PLACEHOLDER.sub(lambda tag: "x" * len(tag.group()), text)
    found = set()
    for match in _WORD.finditer(plain):
        word = match.group()
        inner_capital = any(char.isupper() for char in word[1:])
        capital = word[0].isupper() and language != "de" and not _SENTENCE_START.search(plain[: match.start()])
        if inner_capital or (capital and len(word) > 1):
            found.add(word.lower())
    return found


def _words(text: str) -> set[str]:
    """Return every word of a text in lower case."""
    return {match.group().lower() for match in _WORD.finditer(text)}
