"""Carry facts into another language: only names, and numbers with units that are certain; never a word of the site.

Four things travel: how many organisations are customers, how soon something is done, a norm that is certified, and who
is a customer. Each is told in a whole sentence of the email's language.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from core.llm.offline.carried_words import CERTIFIED, CUSTOMER, NUMBERS, ORGANISATIONS, TIMES, UNITS, WORK_WITH
from core.llm.offline.language import Role
from core.llm.offline.languages import language_of
from core.llm.offline.promised_times import timed_noun
from core.llm.offline.seller import Seller, SellerFact

# Norms of management systems, which companies are certified to; `certified to EN 10204` is about a piece of steel.
_NORM = re.compile(r"\b(?:DIN EN ISO|EN ISO|ISO|AS|IATF) ?\d[\d:/.-]*\d")
_CERTIFIED = re.compile(r"certif|zertif|accredit|akkredit|homolog", re.I)


@dataclass(frozen=True)
class Carried:
    """A sentence in the email's language, and the role it plays."""

    text: str
    role: Role
    worth: float


def carried(fact: SellerFact, seller: Seller, code: str) -> Iterator[Carried]:
    """Yield what can be said of a fact in another language."""
    if not seller.name:
        return
    yield from _customers(fact, seller, code)
    yield from _time(fact, seller, code)
    if fact.kind in ("guarantee", "proof", "about") and _CERTIFIED.search(f"{fact.heading} {fact.text}"):
        norm = _NORM.search(fact.text)
        if norm:
            yield Carried(CERTIFIED[code].format(name=seller.name, norm=norm[0]), "guarantee", 0.2)


def _customers(fact: SellerFact, seller: Seller, code: str) -> Iterator[Carried]:
    if fact.kind != "proof":
        return
    match = _COUNT.match(fact.text)
    kind = _kind(match["noun"]) if match else ""
    if match and kind and not _UNLIKE.search(fact.text):
        yield Carried(
            WORK_WITH[code].format(
                count=_grouped(match["count"], code), noun=ORGANISATIONS[kind][code], name=seller.name
            ),
            "proof",
            0.35,
        )
    customer = language_of(seller.language).grammar.customer(fact.text, seller.name)
    if customer and " " in customer and not re.match(r"(?:die|der|das|la|el|le|il|lo) |[lL]['’]", customer):
        yield Carried(CUSTOMER[code].format(customer=customer, name=seller.name), "proof", 0.15)


_COUNT = re.compile(r"(?P<count>\d[\d.,]*) (?:[^\W\d_][\w-]* (?:(?:and|und|et|y|e) )?){0,3}?(?P<noun>[^\W\d_][\w-]+)\b")
_UNLIKE = re.compile(
    r"\b(?:employees|people|members|staff|Mitarbeit|Beschäftigt|salariés|empleados|dipendenti|addetti|left|lost|quit)\b",
    re.I,
)


def _grouped(count: str, code: str) -> str:
    """Write a count's thousands as the language does; what is no plain count stays as it is."""
    plain = re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+|\d+", count)
    digits = re.sub(r"\D", "", count)
    mark = {"en": ",", "de": ".", "fr": "\u00a0", "es": ".", "it": "."}[code]
    return f"{int(digits):,}".replace(",", mark) if plain and len(digits) > 3 else count


def _kind(noun: str) -> str:
    """Return which organisation a plural noun names, in any of the five languages."""
    return next(
        (kind for kind, names in ORGANISATIONS.items() if noun.lower() in {n.lower() for n in names.values()}), ""
    )


def _time(fact: SellerFact, seller: Seller, code: str) -> Iterator[Carried]:
    """Yield how soon something is done: a noun and a unit that are both in the tables."""
    if fact.kind not in ("guarantee", "mechanism", "offer", "proof"):
        return
    found = timed_noun(fact.text, language_of(seller.language))
    if not found:
        return
    noun, time = found
    kind = next((key for key, row in TIMES.items() if noun.lower() in row.nouns), "")
    span = _span(time, code)
    if kind and span:
        yield Carried(TIMES[kind].said[code].format(time=span), "guarantee", 0.3)


_SPAN = re.compile(
    r"(?P<number>\d+|[^\W\d_]+)[ -](?P<working>working |business |Werk|Arbeits|)(?P<unit>[^\W\d_]+)"
    r"(?P<after> ouvrés| ouvrables| laborables| hábiles| lavorativ[oi])?",
    re.I,
)


def _span(time: str, code: str) -> str:
    """Return a span such as `24 hours` in another language; a number word becomes a figure."""
    match = _SPAN.search(time)
    number = match and (match["number"] if match["number"].isdigit() else NUMBERS.get(match["number"].lower(), ""))
    if not match or not number:
        return ""
    working = bool(match["working"] or match["after"])
    unit = next((key for key, row in UNITS.items() if match["unit"].lower() in row.stems), "")
    row = UNITS.get(("working " if working else "") + unit)
    return f"{number} {row.named[code][number != '1']}" if row else ""
