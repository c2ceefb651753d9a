# ruff: noqa: E501 - one pattern per line reads better than a broken one
"""Tell what a statement without a verb says: as a sentence where its shape is certain, else after a lead of ours."""

import re
from collections.abc import Iterator

from core.llm.offline.choice import pick
from core.llm.offline.clause import Clause
from core.llm.offline.first_letters import small_first
from core.llm.offline.language import Language, Role
from core.llm.offline.seller import Seller, SellerFact
from core.llm.offline.sentences import elided, ended
from core.llm.offline.strength import COUNT, concrete, reduced_of
from core.sentences import words

_MONEY = re.compile(r"[£$€]|\b(?:euros?|dollars?|pesos)\b", re.I)
_PERCENT_ALONE = re.compile(
    r"\d[\d.,]* ?(?:%|min|h|días|jours|horas|heures|ore|minuti|giorni) (?!de |d['’]|des |du |di |dei |menos|moins|más|plus|in meno|in più)"
)
_SERVES = re.compile(r"[^\W\d_][\w'’-]*(?: [\w'’-]+){0,3} (?:for|für|pour|para|per) (?!the last\b)\w")
"""`Scaffolding for builders and roofers in Cheshire`: what and for whom, without a verb."""
_SPAN = re.compile(
    r"\b(?:hours?|days?|weeks?|Stunden?|Tage?n?|Wochen?|heures?|jours?|semaines?|horas?|días?|semanas?|or[ae]|giorn[oi]|settiman[ae])\b"
)


def told(text: str, role: Role, fact: SellerFact, seller: Seller, language: Language) -> Iterator[Clause]:
    """Yield a statement without a verb after a lead that says whose it is: `Our commitment: ten years on the frame.`"""
    role = _role(text, role, fact, language)
    titled = sum(word[:1].isupper() for word in words(text)) > 0.6 * len(words(text)) + 1 and language.code != "de"
    serves = _SERVES.match(text) and fact.kind in ("audience", "offer")
    if serves and len(words(text)) <= 18 and seller.name:
        yield from _who(text, fact, seller, language)
        return
    listed = text.count(",") > (2 if language.grammar.entry.search(text) else 1)
    if titled or not 3 <= len(words(text)) <= 16 or listed or not _bears_no_verb(text, role, language):
        return
    strength = fact.weight - 0.5 + concrete(text)
    role = "offer" if role == "does" else role
    if said := _led(text, role, fact, seller, language):
        yield Clause(ended(said), fact.id, role, strength, "", reduced_of(text, language), fragment=True)


def _role(text: str, role: Role, fact: SellerFact, language: Language) -> Role:
    if _MONEY.search(text) and fact.kind == "price":
        return "price"
    if role == "mechanism" and _SPAN.search(text) and language.grammar.promise.search(text):
        return "guarantee"
    return role


def _who(text: str, fact: SellerFact, seller: Seller, language: Language) -> Iterator[Clause]:
    """Yield who writes with what is sold for whom, where a statement without a verb says both."""
    if language.grammar.topic(text, seller.name):
        frame = pick(language.phrases.who, seller.name)
        said = elided(frame.replace("<name>", seller.name).replace("<sells>", small(text, language)))
        yield Clause(said, fact.id, "does", fact.weight + 0.3)


def small(text: str, language: Language) -> str:
    """Write a statement's first word small within a sentence, unless it is a name or a German noun."""
    return text if language.code == "de" else small_first(text, language.code)


def _led(text: str, role: Role, fact: SellerFact, seller: Seller, language: Language) -> str:
    """Put the lead of its kind before a statement without a verb; its first word goes on in lower case."""
    if role == "guarantee" and not language.grammar.risk.search(text):
        role = "time" if _SPAN.search(text) else "proof"
    leads = [lead for lead in language.phrases.leads.get(role, ()) if "<name>" not in lead]
    return f"{pick(leads, seller.name, fact.id)} {small(text, language)}" if leads else ""


def _bears_no_verb(text: str, role: Role, language: Language) -> bool:
    if language.grammar.you.search(text) or not language.grammar.noun_first.match(text):
        return False
    if _PERCENT_ALONE.match(text) and language.code in ("fr", "es", "it"):
        return False  # `63 % rechazos`, `4 min tiempo promedio` lacks what the page's layout said
    if role == "guarantee":
        return bool(language.grammar.promise.search(text)) and not re.match(r"(?:certif|zertif|iso\b)", text, re.I)
    if role in ("does", "offer") and language.grammar.entry.search(text):
        return bool(COUNT.search(text))
    return role in ("proof", "price") and bool(COUNT.search(text))
