"""Turn a customer's words into a fact."""

from nodes.website.cues.table import Cues
from nodes.website.distrust import is_untrusted
from nodes.website.found import Found
from nodes.website.language import speaks
from nodes.website.outcomes import BEFORE_AND_NOW, COMPARED
from nodes.website.quotations import Quotation
from nodes.website.signs import CHANGE, FROM_TO, SPAN
from nodes.website.wording import MAX_QUOTE, MAX_TEXT, of_owner

# Praise without a figure says little; a change with both its ends is what a seller would show first.
_SAID_WEIGHT, _COUNTED, _CHANGED = 0.5, 0.12, 0.14
# A person whose company is not named.
_OF_PERSON = 0.08
# A figure in a customer's words that is neither before nor after.
_UNMEASURED = 0.1


def praise(said: Quotation, owner: str, page: str, heading: str, place: int, cues: Cues, language: str) -> Found | None:
    """Return a customer's words as proof if they state a result, and somebody's company signs or owns them."""
    words, company = said.words, said.organisation or owner
    who = company or (said.who if said.byline.title else "")
    has_digits = any(char.isdigit() for char in words)
    counts = has_digits or bool(cues.numerals.search(words) or SPAN.search(words))
    changes = any(sign.search(words) for sign in (CHANGE, FROM_TO, COMPARED, BEFORE_AND_NOW))
    measures = changes or bool(cues.result.search(words))
    if not who or not counts or not (measures or owner):
        return None
    text = of_owner(words, who)
    if len(text) > MAX_TEXT or len(said.quote) > MAX_QUOTE or is_untrusted(text) or not speaks(language, words):
        return None
    weight = (
        _SAID_WEIGHT
        + _COUNTED * (has_digits or changes)
        + _CHANGED * changes
        - _OF_PERSON * (not company)
        - _UNMEASURED * (not measures)
    )
    return Found("proof", round(weight, 3), text, said.quote, page, heading, place)
