"""Fill the placeholders of a text with what is known of one contact."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from core.pack import Pack
from core.placeholders import ANY_TAG, PLACEHOLDER, names_in

# Control characters, line and paragraph separators: in a header each of them can begin a header of its own.
_BREAKS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
# Half of a surrogate pair cannot be encoded; a text direction or a zero width shows another name than it spells.
_UNSEEN = re.compile("[\ud800-\udfff\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


@dataclass(frozen=True, slots=True)
class Merged:
    """A text for one contact."""

    text: str
    """Plain text: whoever shows it as HTML escapes it."""
    missing: tuple[str, ...] = ()
    """Placeholders that still stand in the text, each once: no value is known and nothing can stand in for it."""
    fallbacks: tuple[str, ...] = ()
    """Placeholders that were filled with their fallback, each once."""


@dataclass(frozen=True, slots=True)
class MergedPack:
    """A pack for one contact."""

    subject_lines: tuple[str, ...]
    outreach: str
    follow_up_subject: str
    follow_up: str
    missing: tuple[str, ...]
    """Placeholders that still stand in some text; with any of them these emails are not ready to be sent."""
    fallbacks: tuple[str, ...]


def merge_text(text: str, contact: Mapping[str, str], fallbacks: Mapping[str, str]) -> Merged:
    """Return the text with each `{{placeholder}}` replaced by the contact's value or else by its fallback.

    It is one pass: what a value holds is never filled in turn. A value is one line without control characters; one
    that is empty, or that holds a merge field or template code, is none. Line breaks of the text itself stay.
    """
    fallen: dict[str, None] = {}

    def fill(match: re.Match[str]) -> str:
        name = match[1]
        if value := _usable(contact.get(name, "")):
            return value
        if value := _usable(fallbacks.get(name, "")):
            fallen[name] = None
        return value or match[0]

    merged = PLACEHOLDER.sub(fill, text)
    return Merged(merged, names_in(merged), tuple(fallen))


def merge_subject(text: str, contact: Mapping[str, str], fallbacks: Mapping[str, str]) -> Merged:
    """Return the subject line, filled as `merge_text` does: always one line that is safe in a header."""
    return merge_text(one_line(text), contact, fallbacks)


def merge_pack(pack: Pack, contact: Mapping[str, str]) -> MergedPack:
    """Return the pack's subject lines and emails for one contact, with the fallbacks that the pack names."""
    fallbacks = {placeholder.name: placeholder.fallback for placeholder in pack.placeholders}
    lines = [merge_subject(line.text, contact, fallbacks) for line in pack.subject_lines]
    thread = merge_subject(pack.follow_up.subject, contact, fallbacks)
    first, second = (merge_text(email.body, contact, fallbacks) for email in (pack.outreach, pack.follow_up))
    parts = (*lines, thread, first, second)
    return MergedPack(
        subject_lines=tuple(line.text for line in lines),
        outreach=first.text,
        follow_up_subject=thread.text,
        follow_up=second.text,
        missing=_each_once(part.missing for part in parts),
        fallbacks=_each_once(part.fallbacks for part in parts),
    )


def one_line(text: str) -> str:
    """Return the text in one line, without control characters and characters that nobody sees."""
    return " ".join(_UNSEEN.sub("", _BREAKS.sub(" ", text)).split())


def _each_once(found: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Return all names in the order in which they were met."""
    return tuple(dict.fromkeys(name for names in found for name in names))


def _usable(value: str) -> str:
    """Return the value as it may stand in an email; nothing where it is none."""
    line = one_line(value)
    return "" if ANY_TAG.search(line) else line
