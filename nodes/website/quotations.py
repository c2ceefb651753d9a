"""Recognise somebody else's words on a page, and whose they are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nodes.website.naming import without_legal_form
from nodes.website.passages import Passage

_SAID = re.compile(r"^(?P<words>[“„«\"‟›‘].{8,}?[”“»\"‹’])(?:\s*[-–—(]*\s*(?P<who>[^“„«»”\"]{3,120}))?$", re.DOTALL)
# Words and byline in one element that is marked as a quotation.
_SIGNED = re.compile(r"(?P<words>[^“„«»”\"]{20,}[.!?])\s+[—–-]+\s*(?P<who>[^“„«»”\"]{5,90})$")
_JOB = re.compile(
    r"^(?:direct\w+|responsable|gérante?|chef\w*|gerente|jefe|jefa|head|manager|owner|ceo|leiter\w*|"
    r"geschäftsführer\w*)\s(?:de la |de l’|du |des |de |d’|del |of |at |der |des |von )\s?(?:the )?",
    re.IGNORECASE,
)
_MAX_BYLINE_WORDS = 18
_MIN_UNMARKED_WORDS = 5


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of a customer, and the byline."""

    words: str
    quote: str
    """Words and byline as they stand on the page, when they are neighbours."""
    who: str

    @property
    def organisation(self) -> str:
        """Return the last part of the byline: people sign with name, job and company."""
        parts = [part.strip(" ()—–-.") for part in self.who.split(",")]
        if len(parts) < 2:
            return ""
        last = parts[-1]
        if len(parts) > 3 and len(last.split()) <= 2 and len(parts[-2].split()) > 1:
            last = parts[-2]  # the last part is the town
        if last[:1].islower() and self.who[:1].isupper() and not _JOB.match(last):
            return self.who.strip(" ()—–-.")  # no name, but what the customer is
        last = _JOB.sub("", last)
        return without_legal_form(re.sub(r"\s*\([^)]*\)$", "", last))


def quotation(passages: Sequence[Passage], at: int) -> Quotation | None:
    """Return the quotation that a passage is, with the byline in or after it; nothing for other text."""
    if not 0 <= at < len(passages):
        return None
    passage = passages[at]
    match = _SAID.match(passage.text)
    if match is None:
        return _unmarked(passages, at) if "quote" in passage.parts and "cite" not in passage.parts else None
    if match["who"]:
        return Quotation(match["words"], passage.quote, match["who"].strip(" )—–-"))
    following = passages[at + 1] if at + 1 < len(passages) else None
    if following is None or not _is_byline(following, passage):
        return Quotation(passage.text, passage.quote, "")
    return Quotation(match["words"], f"{passage.quote} {following.quote}", following.text.strip(" —–-"))


def _unmarked(passages: Sequence[Passage], at: int) -> Quotation | None:
    """Return the quotation of an element that says it is one, though its words bear no quotation marks."""
    said, following = passages[at], passages[at + 1] if at + 1 < len(passages) else None
    signed = _SIGNED.match(said.text)
    if signed and "," in signed["who"] and signed["who"][0].isupper():
        return Quotation(f"“{signed['words']}”", said.quote, signed["who"])
    if len(said.text.split()) < _MIN_UNMARKED_WORDS or following is None or "," not in following.text:
        return None
    if not _is_byline(following, said):
        return None
    return Quotation(f"“{said.text}”", f"{said.quote} {following.quote}", following.text.strip(" —–-"))


def _is_byline(passage: Passage, said: Passage) -> bool:
    """Tell whether the next passage signs the quotation: short, with a name, in the same box."""
    text = passage.text.strip(" —–-")
    near = (
        "cite" in passage.parts
        or "quote" in passage.parts
        or bool(set(passage.containers[1:]) & set(said.containers) - {0})
    )
    return (
        near
        and passage.form != "heading"
        and len(text.split()) <= _MAX_BYLINE_WORDS
        and text[:1].isupper()
        and not _SAID.match(text)
    )
