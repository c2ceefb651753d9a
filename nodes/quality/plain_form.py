"""Whether a text shouts: capitals, exclamation marks, emoji, money signs."""

import re
import unicodedata

from core.placeholders import PLACEHOLDER
from nodes.quality.criterion import Criterion, Look, failed, passed
from nodes.quality.drafts import EmailDraft, LineDraft

_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_MONEY_SIGNS = re.compile(r"[$€£]{2,}")
_LAST_LETTERLIKE = "\u22ff"
"""Up to here symbols such as `°`, `®` and `№` are no pictures."""
_EXCLAIMS = re.compile(r"[!！]")
_EXCLAIMS_TWICE = re.compile(r"[!！]\s*[!！]+")


def _plain_line(draft: LineDraft) -> Look:
    """Look for a single capitalised word, exclamation mark or emoji in a subject line."""
    shouted = _capitals(draft.text, draft.grounds.site_text)
    return _look((*shouted, *_signs(draft.text, draft.grounds.site_text), *_EXCLAIMS.findall(draft.text)))


def _plain_email(draft: EmailDraft) -> Look:
    """Look for several capitalised words (one may be a short form), doubled exclamation marks or emoji in an email."""
    body = PLACEHOLDER.sub(" ", draft.email.body)
    shouted = _capitals(body, draft.grounds.site_text)
    return _look(
        (*(shouted if len(shouted) > 1 else ()), *_signs(body, draft.grounds.site_text), *_EXCLAIMS_TWICE.findall(body))
    )


def _capitals(text: str, site: str) -> tuple[str, ...]:
    """Return the words of four and more letters in capitals that the site does not write so."""
    return tuple(word for word in _LONG_WORD.findall(text) if word.isupper() and word not in site)


def _signs(text: str, site: str) -> tuple[str, ...]:
    """Return emoji and rows of money signs that the site does not use."""
    pictures = (char for char in text if char > _LAST_LETTERLIKE and unicodedata.category(char) in ("So", "Sk"))
    return (*(char for char in pictures if char not in site), *_MONEY_SIGNS.findall(text))


def _look(found: tuple[str, ...]) -> Look:
    return failed(f"“{found[0]}” shouts; write it in small letters or take it out") if found else passed("plain form")


_SOURCE = "Instantly, Kajabi: no capitals, exclamation marks, emoji"
SUBJECT = (Criterion("plain_form", "major", _SOURCE, _plain_line),)
BOTH = (Criterion("plain_form", "major", _SOURCE, _plain_email),)
