"""Split running text into sentences, each an exact part of it."""

import re
from itertools import pairwise

_END = re.compile(r"""[.!?…]+["”»“’')\]]*\s+(?=["“„«‚¿¡(\[‘$€£]*[^\W_a-zà-öø-ÿ])|\s[•·|]\s|(?<=[.!?]["”»“])\s*[—–]\s""")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(„“«])(?:[A-ZÄÖÜ]|[a-z]\.\s?[a-z]|e\.g|i\.e|etc|vs|approx|max|min|incl|excl|no|nos|inc|ltd|co|"
    r"corp|dr|prof|mr|mrs|ms|st|mt|"
    r"jr|sr|dept|est|fig|tel|ext|p|pp|[ap]\.m|u\.s|u\.k|z\. ?b|d\. ?h|u\. ?a|o\. ?ä|i\. ?d\. ?r|bzw|ca|nr|"
    r"str|inkl|exkl|zzgl|"
    r"evtl|ggf|mind|usw|sog|art|abs|mio|mrd|gmbh|ing|lic|av|sra|srta|dña|pág|núm|aprox|sig|dott|ecc|geom|avv|p\.iva|"
    r"ee\. ?uu|s\.a|c\.v|s\.r\.l|s\.p\.a|"
    r"s\.l|m|mm|mme|mlle|"
    r"env|réf|n°|c\.-à-d|p\. ex)\.$",
    re.IGNORECASE,
)
# "(p. ex." and the like, with the space before.
_LONGEST_ABBREVIATION = 12
# A page of a book has 2,000 characters.
_MAX_TEXT = 20_000
_NUMBER_SIGN = re.compile(r"(?:^|\s)(?:No|no|Nos|nos)\.$")
_GERMAN_ORDINAL = re.compile(r"(?:^|\s)\d{1,2}\.$")
_BULLET = re.compile(r"^(?:[^\w\s\"“„«'‘¿¡($€£+<>~±≥≤\-–—@#§&*\[{%/\\`|=]\s*|[-–—•*]\s+|\d{1,2}[.)]\s+(?=[^\W\d_]))+")


_ORDINAL = re.compile(
    r"^(?:(?:the|der|die|das|le|la|el|il|lo) )?(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|erstens|zweitens|drittens|"
    r"erste[rs]?|"
    r"zweite[rs]?|dritte[rs]?|premi(?:er|ère)|deuxième|seconde?|troisième|primer[oa]?|segund[oa]|tercer[oa]?|prim[oa]|"
    r"second[oa]|terz[oa])\s?:\s+(?=\S)",
    re.IGNORECASE,
)


def split_sentences(text: str, language: str = "en") -> tuple[str, ...]:
    """Return the sentences of a text without the marks and numbers that begin list items.

    Of a text that is longer than any paragraph for readers, only the beginning is split.
    """
    text = text[:_MAX_TEXT]
    starts = [0, *(end.end() for end in _END.finditer(text) if not _continues(text, end, language)), len(text)]
    pieces = (text[start:end].rstrip(" •·|—–") for start, end in pairwise(starts))
    return tuple(sentence for piece in pieces if (sentence := without_bullet(piece)))


def without_bullet(text: str) -> str:
    """Return the text without the mark, emoji or number that begins a list item."""
    return _BULLET.sub("", text.strip()).strip()


def without_ordinal(sentence: str) -> str:
    """Return a sentence without the number in words that it has in a list: `The second: nobody reads it.`"""
    return _ORDINAL.sub("", sentence)


def _continues(text: str, end: re.Match[str], language: str) -> bool:
    """Tell whether a full stop ends an abbreviation or a German ordinal instead of a sentence."""
    if not end[0].startswith("."):
        return False
    before = text[max(0, end.start() - _LONGEST_ABBREVIATION) : end.start() + 1]
    if _NUMBER_SIGN.search(before):
        return text[end.end() : end.end() + 1].isdigit()
    return bool(_ABBREVIATION.search(before) or (language == "de" and _GERMAN_ORDINAL.search(before)))
