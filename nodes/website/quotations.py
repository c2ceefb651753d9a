"""Recognise somebody else's words on a page, and whose they are."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nodes.website.bylines import Byline, byline_of
from nodes.website.passages import Passage
from nodes.website.titles import TITLE

_OPEN, _CLOSE = '[“„«"‟›‘]', '[”“»"‹’]'
_SAID = re.compile(rf"^(?P<words>{_OPEN}.{{8,}}?{_CLOSE})(?:\s*[-–—(]*\s*(?P<who>[^“„«»”\"]{{3,120}}))?$", re.DOTALL)
# Words and byline in one element that is marked as a quotation.
_SIGNED = re.compile(r"(?P<words>[^“„«»”\"]{20,}[.!?])\s+[—–-]+\s*(?P<who>[^“„«»”\"]{5,90})$")
# Who speaks stands in front: `Mara Quill, plant manager at Dunfold: “…”`.
_ANNOUNCED = re.compile(r"^(?P<who>[^“„«»”\".:]{5,100}?)\s?:\s+(?P<words>[“„«\"][^“„«»”\"]{8,}[”“»\"])$")
_SAYS = (
    r"(?:says|said|adds|explains|reports|sagt|berichtet|erzählt|erklärt|so|dit|explique|raconte|témoigne|résume|confie|"
    r"dice|cuenta|explica|comenta|afirma|racconta|spiega|riassume)"
)
_WITHIN = re.compile(
    rf"(?P<words>[“„«\"](?P<inner>[^“”„«»\"]{{10,300}}?)[”“»\"])\s?,?\s+(?:—\s)?{_SAYS}\s+(?P<who>[^.“”„«»\"]{{4,110}})(?:\.|$)"
)
# A paragraph that ends with somebody's words and byline: `… «The pallet left on Monday.» Elena Rizzardin, titolare`.
_SIGNED_WITHIN = re.compile(
    r"(?P<words>[“„«\"](?P<inner>[^“”„«»\"]{10,300}?)[”“»\"])\s*[—–-]?\s*(?P<who>[A-ZÄÖÜÉ][^.“”„«»\"]{4,110})$"
)
_MAX_BYLINE_WORDS = 18
_MAX_NAME_WORDS = 4
_MIN_UNMARKED_WORDS = 5


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of a customer, and the byline."""

    words: str
    quote: str
    """Words and byline as they stand on the page, when they are neighbours."""
    who: str
    passages: int = 1
    """How many passages it takes up, the byline's included."""

    @property
    def byline(self) -> Byline:
        """Return who signs, and for which organisation."""
        return byline_of(self.who)

    @property
    def organisation(self) -> str:
        """Return the organisation for which somebody signs, or what the customer is."""
        return self.byline.organisation


def quotation(passages: Sequence[Passage], at: int) -> Quotation | None:
    """Return the quotation that a passage is, with the byline in or after it; nothing for other text."""
    if not 0 <= at < len(passages):
        return None
    passage = passages[at]
    announced = _ANNOUNCED.match(passage.text)
    if announced and ("," in announced["who"] or TITLE.search(announced["who"])):
        return Quotation(announced["words"], passage.quote, announced["who"])
    match = _SAID.match(passage.text)
    if match is None:
        return _unmarked(passages, at) if "quote" in passage.parts and "cite" not in passage.parts else None
    if match["who"]:
        return Quotation(match["words"], passage.quote, match["who"].strip(" )—–-"))
    return _signed_after(passages, at, match["words"]) or Quotation(passage.text, passage.quote, "")


def quoted_within(text: str) -> Iterator[Quotation]:
    """Yield what a paragraph lets somebody say: `“The audit took 40 minutes”, says Jo Ruff, head of safety.`"""
    for match in _WITHIN.finditer(text):
        yield Quotation(match["words"], match[0], match["who"])
    signed = _SIGNED_WITHIN.search(text)
    if signed and _is_signature(signed["who"]):
        yield Quotation(signed["words"], signed[0], signed["who"])


def _unmarked(passages: Sequence[Passage], at: int) -> Quotation | None:
    """Return the quotation of an element that says it is one, though its words bear no quotation marks."""
    said = passages[at]
    signed = _SIGNED.match(said.text)
    if signed and signed["who"][0].isupper() and ("," in signed["who"] or TITLE.search(signed["who"])):
        return Quotation(f"“{signed['words']}”", said.quote, signed["who"])
    if len(said.text.split()) < _MIN_UNMARKED_WORDS:
        return None
    after = _signed_after(passages, at, f"“{said.text}”")
    return after if after is not None and _is_signature(after.who) else None


def _is_signature(who: str) -> bool:
    return "," in who or TITLE.search(who) is not None


def _signed_after(passages: Sequence[Passage], at: int, words: str) -> Quotation | None:
    """Return the quotation with the byline after it: in one passage, or the name in one and the job in the next."""
    said = passages[at]
    following, further = (passages[at + next] if at + next < len(passages) else None for next in (1, 2))
    if following is None:
        return None
    who, quote, taken = following.text.strip(" —–-"), f"{said.quote} {following.quote}", 2
    has_rest = further is not None and _is_rest_of_byline(who, further, said)
    if not _is_byline(following, said, may_head=has_rest):
        return None
    if further is not None and has_rest:
        who, quote, taken = f"{who}, {further.text.strip(' —–-')}", f"{quote} {further.quote}", 3
    return Quotation(words, quote, who, taken)


def _is_rest_of_byline(name: str, further: Passage, said: Passage) -> bool:
    """Tell whether a passage goes on with the job and company of the person whose name stands before it."""
    alone = len(name.split()) <= _MAX_NAME_WORDS and not _is_signature(name)
    return alone and _is_byline(further, said) and _is_signature(further.text)


def _is_byline(passage: Passage, said: Passage, *, may_head: bool = False) -> bool:
    """Tell whether the next passage signs the quotation: short, with a name, in the same box."""
    text = passage.text.strip(" —–-")
    marked = bool(passage.parts & {"cite", "quote"})
    near = marked or bool(set(passage.containers[1:]) & set(said.containers) - {0})
    plain = passage.form != "heading" or marked or may_head
    ends = marked or text[-1:] not in ".!?:" or _is_signature(text)
    short = len(text.split()) <= _MAX_BYLINE_WORDS
    return near and plain and ends and short and text[:1].isupper() and not _SAID.match(text)
