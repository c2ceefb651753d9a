"""What must not stand in an email unless the request gave it: links, addresses, phone numbers, tags, markup."""

import re
import unicodedata

from core.placeholders import ANY_TAG, PLACEHOLDER

_ENDINGS = (
    "com net org io co ai app dev biz info shop xyz top online site example de at ch fr es uk eu us ru cn ly me jp"
)
LINK = re.compile(
    r"\b(?:https?|ftp|javascript|data|mailto|tel):\S+|\bwww\.\S+"
    rf"|\b(?:[a-z0-9-]+\.)+(?:{_ENDINGS.replace(' ', '|')})\b(?:/\S*)?",
    re.IGNORECASE,
)
MAIL_ADDRESS = re.compile(r"[\w.+%-]+\s?(?:@|\(at\)|\[at\])\s?[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
PHONE = re.compile(r"(?<![\w.,])(?:\+|00)?\(?\d[\d()]*(?:[\s()/.-]{1,2}\d+){2,}(?![\w,])|(?<!\w)\+\d[\d\s()/.-]{6,}\d")
MARKUP = re.compile(
    r"</?[a-zA-Z!][^>]*>|&(?:[a-z]+|#\d+);|\[[^\]]*\]\([^)]*\)|(?m:^#{1,6}\s)|\*\*[^*]+\*\*|__[^_]+__|`[^`]+`"
)
BLANK = re.compile(
    r"\[[^\]\n]{1,60}\]|<[A-Za-z][^>\n]{0,60}>|(?<!\{)\{[A-Za-z][^{}\n]{0,60}\}(?!\})"
    r"|\b(?:TODO|TBD|XXX+|lorem ipsum)\b|_{3,}"
)
"""What a writer leaves behind for somebody to fill in; TODO in capitals only, since `todo` is a Spanish word."""
_FIGURES = re.compile(r"\d{4}\s?[–-]\s?\d{4}|\d{1,3}(?:[ .]\d{3})+|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d")
_ACCOUNT = re.compile(r"\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){3,7}\b|\b0x[0-9a-fA-F]{20,}\b|\bbc1[a-z0-9]{20,}\b")


def printable(text: str) -> str:
    """Return a text in NFC without characters nobody sees: controls, zero width, direction marks, tags, private use."""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(char for char in composed if char == "\n" or unicodedata.category(char)[0] != "C")


def unknown_tags(text: str, known: frozenset[str]) -> tuple[str, ...]:
    """Return every merge field or piece of template code that is not `{{name}}` with a known name."""
    return tuple(
        tag for tag in ANY_TAG.findall(text) if not ((name := PLACEHOLDER.fullmatch(tag)) and name[1] in known)
    )


def contact_data(text: str, given: str = "") -> tuple[str, ...]:
    """Return the links, mail addresses, phone and account numbers of a text that `given` does not contain."""
    bare = PLACEHOLDER.sub(" ", text)
    addresses = MAIL_ADDRESS.findall(bare)
    rest = MAIL_ADDRESS.sub(" ", bare)
    found = [*addresses, *(match.group() for pattern in (LINK, _ACCOUNT) for match in pattern.finditer(rest))]
    found += [match.group() for match in PHONE.finditer(LINK.sub(" ", rest)) if _is_phone(match.group())]
    return tuple(piece for piece in (item.strip(" .,;:!?)") for item in found) if piece and piece not in given)


def _is_phone(text: str) -> bool:
    """Return whether digits are as many as a phone number has and are no range of years or figures."""
    digits = sum(char.isdigit() for char in text)
    least = 7 if text.startswith(("+", "(")) else 8  # `EN 10204 3.1` is a norm
    return least <= digits <= 16 and not _FIGURES.fullmatch(text.strip())
