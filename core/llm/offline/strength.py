# ruff: noqa: E501 - one pattern per line reads better than a broken one
"""Weigh a sentence of the site: how concrete it is, how much it says of what is sold, whose result it tells."""

import re

from core.llm.offline.changes import change_of
from core.llm.offline.language import Language, Role
from core.llm.offline.results import GAIN, RESULT
from core.llm.offline.seller import Seller
from core.llm.offline.sentences import STOPWORDS, content
from core.sentences import words

COUNT = re.compile(r"\d")
_SAME_MATTER = 0.25
"""Share of the words of what is sold below which a sentence says how the seller works, not what it does."""
_BAD_NEWS = re.compile(
    r"\b(?:claims?|complaints?|accidents?|recalls?|losses|Reklamationen|Unfälle|Schäden|réclamations|accidents|sinistres|reclamaciones|accidentes|reclami|infortuni|sinistri)\b",
    re.I,
)
"""A count of these is no result to open on, however small it is."""
_CUSTOMERS_GAIN = 0.3
"""What it adds that a named customer's result is told."""


def concrete(text: str) -> float:
    """Return how much of the sentence can be held against the page: numbers and results up, long sentences down."""
    length = len(words(text))
    shape = 0.1 if 8 <= length <= 18 else -0.1 if length > 21 else 0.0
    return (0.1 if COUNT.search(text) else 0.0) + (0.15 if RESULT.search(text) else 0.0) + shape


def match(text: str, seller: Seller) -> float:
    """Return how much a sentence says of what is sold."""
    wanted = content(seller.sells)
    if not wanted:
        return 0.0
    shared = len(wanted & content(text)) / max(3, len(wanted))
    return 0.5 * shared if shared >= _SAME_MATTER else -0.3


def ownership(text: str, role: Role, own: bool, customer: str) -> float:
    """Return what it adds or costs whose sentence it is: a customer's result up, a count of bad news down."""
    if role == "proof":
        bad = -0.5 if own and _BAD_NEWS.search(text) else 0.0
        told = COUNT.search(text) or RESULT.search(text) or customer
        gained = RESULT.search(text) or GAIN.search(text)
        return (
            bad
            - (_NOBODYS if not own and not customer and _whose_is_open(text) else 0.0)
            + (_CUSTOMERS_GAIN if customer and gained else 0.1 if customer else 0.0)
            + (0.1 if own else 0.0)
            - (0.0 if told else 0.3)
        )
    return 0.1 if own else -0.1 if re.match(r"(?:The|Der|Die|Das|Le|La|Les|El|Los|Las|Il|Lo|I|Gli) ", text) else 0.0


_ANYBODYS = re.compile(
    r"\b(?:customers?|clients?|average|median|we|our|users?|Kunden|Schnitt|durchschnittlich|wir|unser\w*|Betriebe|clientes?|media|promedio"
    r"|nuestr\w+|moyenne|nous|nos|notre|clienti|nostr\w+|mediamente|typical\w*|usually)\b|\d+ ?(?:%|percent|Prozent) (?:of|der|des|de|di)\b",
    re.I,
)
_ONCE = re.compile(
    r"\b(?:fell|dropped|went|rose|kostete|sank|sanken|stieg|dauerte|pasó|bajó|bajaron|pasaron|subió|costó|est passée?|sont passée?s"
    r"|è pass?at[oa]|sono (?:scesi|scese|passati|passate|calati)|è sces[oa]|è calat[oa])\b"
)
_NOBODYS = 0.7
"""What it costs a result in the past that neither names its customer nor speaks of all of them."""


def _whose_is_open(text: str) -> bool:
    """Tell whether a sentence tells what once happened somewhere: `El expediente pasó de seis semanas a ocho días.`"""
    named = re.search(r"(?<!^)(?<!\. )\b[A-ZÄÖÜÉ][a-zäöüéèñ]{2,}(?: & [A-Z]\w+| [A-ZÄÖÜÉ][a-zäöüéèñ]\w+)+", text)
    return bool(_ONCE.search(text) and RESULT.search(text) and not _ANYBODYS.search(text) and not named)


def reduced_of(text: str, language: Language) -> str:
    """Return what a result has lowered, empty where it names nothing."""
    change = change_of(text, language.code)
    if change and not change.lowered:
        return ""
    for pattern in language.grammar.reduced:
        found = pattern.search(text)
        if found and not any(
            word.lower() in STOPWORDS
            for word in found["what"].split()
            if word.lower() not in ("de", "of", "por", "di", "del", "della", "d", "non", "al")
        ):
            return found["what"] if language.code == "de" else found["what"][:1].lower() + found["what"][1:]
    return ""
