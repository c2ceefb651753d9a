"""Word a fact so that it can stand alone: with its owner, with the name of what it is the price or warranty of."""

from collections.abc import Collection

from nodes.website.cues.table import Cues
from nodes.website.kinds import Judgement
from nodes.website.passages import Passage
from nodes.website.wording import MAX_TEXT, of_owner

_MAX_PRICE_WORDS = 9
_MAX_NAME_WORDS = 5
_MAX_LABEL_WORDS = 3


def standing_alone(
    text: str, judgement: Judgement, passage: Passage, heading: str, owner: str, customers: Collection[str], cues: Cues
) -> str:
    """Return a fact's text with what only its heading says, where it needs that."""
    if judgement.kind == "proof" and owner and not any(customer in text for customer in customers):
        return of_owner(text, owner) if len(text) + len(owner) + 2 <= MAX_TEXT else text
    if judgement.kind == "price" and _needs_name(text, heading, passage) and not cues.price.search(heading):
        return of_owner(text, heading)
    if judgement.kind == "guarantee" and _is_label_of(text, heading, cues):
        return of_owner(text[0].lower() + text[1:] if not text[1:2].isupper() else text, heading)
    return text


def _is_label_of(text: str, heading: str, cues: Cues) -> bool:
    """Tell whether only the heading says that this is a promise: `Warranty` / `3 years on the drive`."""
    if cues.guarantee.search(text) or cues.certificate.search(text) or not cues.guarantee.search(heading):
        return False
    return len(heading.split()) <= _MAX_LABEL_WORDS and len(text) + len(heading) + 2 <= MAX_TEXT


def _needs_name(price: str, heading: str, passage: Passage) -> bool:
    """Tell whether a price stands under the name of what it buys: `Nacelles` / `690 € HT par stagiaire`."""
    short = len(price.split()) <= _MAX_PRICE_WORDS and ":" not in price and len(price) + len(heading) + 2 <= MAX_TEXT
    return short and passage.form != "row" and 0 < len(heading.split()) <= _MAX_NAME_WORDS
