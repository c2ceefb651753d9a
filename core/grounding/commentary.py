"""Text beside the emails (a profile, a reason, an opinion): what it must not hold, since sellers read and share it."""

import re

from core.grounding.grounds import Grounds
from core.grounding.orders import is_no_persons
from core.grounding.unsafe import BLANK, MARKUP, contact_data, printable
from core.placeholders import ANY_TAG

_SHOUTED = re.compile(r"(?<![\w-])[^\W\d_a-zß-öø-ÿ]{4,}(?![\w-])")


def one_line(text: str, most: int = 300) -> str:
    """Return a text as one printable line of at most so many characters."""
    folded = " ".join(printable(text).split())
    return folded if len(folded) <= most else folded[: most - 1].rstrip() + "…"


def unfit(text: str, grounds: Grounds, *, figures: bool = True) -> str:
    """Return why a text cannot stand beside the emails, or nothing; `figures`: its numbers must be on the site too.

    It may hold no link, contact data, markup, merge field, shouted or stuttered word, and no name that neither site
    nor request knows. What it says is an opinion, and is not checked.
    """
    return _form(text, grounds) or _content(text, grounds, figures=figures)


def _form(text: str, grounds: Grounds) -> str:
    """Return what is wrong with how a text is made."""
    if ANY_TAG.search(text) or MARKUP.search(text) or BLANK.search(text):
        return "it holds markup or a merge field"
    if contact_data(text, grounds.given):
        return "it holds a link or contact data"
    if is_no_persons(text, grounds.secret):
        return "no person writes so"
    shouted = (word for word in _SHOUTED.findall(text) if word not in grounds.site_text and word not in grounds.given)
    return "it shouts" if next(shouted, "") else ""


def _content(text: str, grounds: Grounds, *, figures: bool) -> str:
    """Return which names or numbers of a text nobody has given."""
    numbers = grounds.missing_numbers(text, grounds.all_quantities, spelled=False) if figures else ()
    strange = (*numbers, *grounds.missing_names(text, grounds.all_words))
    return f"it names what is not on the site: {', '.join(strange)}" if strange else ""
