# ruff: noqa: E501 - one pattern per line reads better than a broken one
"""Whom a company turns away by its own words."""

import re
from dataclasses import dataclass

from core.llm.offline.seller import Seller, SellerFact

_LONGEST = 140
_HEADING = re.compile(
    r"\bwho (?:we are not for|it is not for|we say no to|should not|we turn away)|\bwhat we don['’]t do|\bnot for\b|\bnot a fit"
    r"|\bfür wen nicht|\bwas wir nicht (?:machen|tun)|\bnicht für|\bà qui nous disons non|\bce que nous ne faisons pas|\bpas pour"
    r"|\bpara quién no|\blo que no hacemos|\bno es para|\bper chi no|\bche cosa non facciamo|\bcosa non facciamo|\ba chi diciamo",
    re.I,
)
_SENTENCE = re.compile(
    r"\bwe (?:do not|don['’]t|never) (?:serve|work (?:with|for)|test|treat|take on|accept|sell to|supply|handle|insure|fit)\b"
    r"|\bwe are not (?:set up|built|made) for|\bnot (?:the )?right for|\bno (?:domestic|private|residential|consumer)\b"
    r"|\bif you (?:have|are|run|ship|make|need) [^.]{3,60}(?:try|better (?:off|served)|not for you|look elsewhere)"
    r"|\b(?:behandeln|bearbeiten|beliefern|bedienen|betreuen|machen|prüfen|nehmen) wir nicht|\bwir (?:arbeiten|liefern) nicht"
    r"|\bnicht für (?:privat|einzel|betriebe|firmen)|\bfür (?:betriebe|firmen|unternehmen) mit (?:einer einzigen|nur)"
    r"|\bnous ne (?:travaillons|traitons|servons|faisons|acceptons) (?:pas|ni)|\bce n['’]est pas pour|\bnos méthodes y seraient"
    r"|\bno (?:trabajamos|atendemos|servimos|hacemos|aceptamos|tratamos)\b|\bni jardinería|\bno somos para"
    r"|\bnon (?:seguiamo|lavoriamo|trattiamo|serviamo|facciamo|accettiamo)\b|\bse hai (?:un|una) sol[oa]\b"
    r"|\ben dessous de [^.]{5,60}suffit",
    re.I,
)
_OWN_WAY = re.compile(
    r"\b(?:time|subcontract|index|without|forget|stop|subappalt|Subunternehm|sous-trait|call you|wait|prezzi|pagos)\w*",
    re.I,
)
_KINDS = ("audience", "mechanism", "offer", "about", "price", "problem")


@dataclass(frozen=True)
class TurnedAway:
    """A statement of whom the company does not serve, and its fact."""

    text: str
    fact: str


def turned_away(seller: Seller) -> list[TurnedAway]:
    """Return the statements of a site about whom it does not serve, in its own words, strongest first."""
    told = sorted(seller.facts, key=lambda fact: (not _HEADING.search(fact.heading), -fact.weight))
    return [TurnedAway(_said(fact), fact.id) for fact in told if fact.kind in _KINDS and _turns_away(fact)]


def _turns_away(fact: SellerFact) -> bool:
    """Return whether a fact says who is not served, and not merely how the company works."""
    if len(_said(fact)) > _LONGEST:
        return False
    return bool(_HEADING.search(fact.heading) or (_SENTENCE.search(fact.text) and not _OWN_WAY.search(fact.text)))


def _said(fact: SellerFact) -> str:
    return fact.text.strip().rstrip(".")
