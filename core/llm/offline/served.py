# ruff: noqa: E501 - one pattern per line reads better than a broken one
"""The passages of a site that tell whom the company serves, the surest first."""

import re
from dataclasses import dataclass

from core.firmographics.sectors import sectors_of
from core.llm.offline.profile_words import ProfileWords
from core.llm.offline.seller import Seller, SellerFact
from core.llm.offline.turned_away import turned_away
from core.sentences import words as words_in

CUSTOMERS_ARE = re.compile(
    r"\b(?:(?:most of )?our (?:customers|clients|users|buyers)|we(?: only)? (?:work|are set up|are built)(?: only)? (?:for|with)"
    r"|(?:made|built|designed|meant) for|unsere (?:kunden|auftraggeber)|zu (?:unseren|den) (?:rund \d+ )?kunden"
    r"|wir arbeiten (?:nur )?(?:für|mit)|die meisten (?:unserer kunden|dieser betriebe)|nos clients"
    r"|nous travaillons (?:pour|avec)|nuestros clientes|trabajamos (?:solo )?(?:con|para)|(?:i )?nostri clienti"
    r"|lavoriamo (?:solo )?(?:con|per)|segu\w+ (?:solo|soltanto)|si rivolge a|s'adresse aux?)\b:?\s*"
    r"(?:(?:are|include|sind|gehören|sont|son|sono) )?(?P<whom>.+)",
    re.I,
)
"""A sentence about the customers, whatever else the fact was filed as; the customers as `whom`."""
_ABOUT_THEM = re.compile(
    r"\bwho (?:uses|it is for|buys|we (?:\w+ for|serve|are a fit))|\bmade for|\bbuilt for|\bour (?:customers|clients)|^customers$"
    r"|\bfür wen|\bwem das|^(?:unsere )?kunden|\bpour qui|\bnos clients|\bpara quién|\bnuestros clientes|^sector"
    r"|\bper chi|\bcon chi|^clienti|\bi nostri clienti",
    re.I,
)
"""A heading under which customers stand."""
_AT_THEIRS = re.compile(r"\b(?:chez les|dans l['’]|nelle|in den|at)\s(?P<whom>[\w'’ -]{4,40})", re.I)
_FOR = re.compile(r"\b(?:for|für|pour|para|per)\s(?P<whom>.+)")
_PHRASE_ENDS = re.compile(
    r"[.;:(–—]| (?:on|that|which|who|whose|with|in|across|from|qui|que|dont|avec|dans|en|de más|con|che|nel|tra|da|die"
    r"|der|mit|im|zwischen|partendo|desde|seit)\b",
    re.I,
)
_STRONG = 0.6
"""Weight from which a fact is the company's point rather than an aside."""
_KINDS = ("audience", "offer", "about")


@dataclass(frozen=True)
class Passage:
    """Words about whom the company serves."""

    text: str
    fact: str = ""
    """Id of the fact that holds them; empty where none does."""


def passages(seller: Seller, words: ProfileWords) -> list[Passage]:
    """Return the passages about the served: sentences that say so, the audience, then what stands after `for`."""
    refused = {one.fact for one in turned_away(seller)}
    facts = [fact for fact in seller.facts if fact.id not in refused]
    told = sorted(facts, key=lambda fact: (fact.kind != "audience", -fact.weight))
    said = [Passage(match["whom"], fact.id) for fact in told if (match := CUSTOMERS_ARE.search(fact.text))]
    headed = [Passage(fact.text, fact.id) for fact in told if fact.kind != "proof" and _ABOUT_THEM.search(fact.heading)]
    filed = [Passage(fact.text, fact.id) for fact in told if fact.kind == "audience"]
    entries = [Passage(entry, holding(seller, entry)) for entry in seller.audience]
    listed = [entry for entry in entries if entry.fact not in refused]
    after = [Passage(_after(fact.text, words), fact.id) for fact in told if fact.kind in _KINDS[1:]]
    sold = [Passage(_after(seller.sells, words), holding(seller, seller.sells))]
    theirs = [
        Passage(m["whom"], fact.id)
        for fact in told
        if fact.kind == "proof"
        for m in [_AT_THEIRS.search(fact.text)]
        if m
    ]
    found = [*said, *headed, *filed, *listed, *after, *sold, *theirs, *_in_passing(told)]
    return [one for one in dict.fromkeys(found) if one.text.strip()]


def _in_passing(facts: list[SellerFact]) -> list[Passage]:
    """Return what stands after `for` in strong facts about how it works, where that names an industry."""
    strong = (fact for fact in facts if fact.kind == "mechanism" and fact.weight >= _STRONG)
    found = ((match["whom"], fact.id) for fact in strong if (match := _FOR.search(fact.text)))
    return [Passage(whom, fact) for whom, fact in found if sectors_of((whom,))]


def holding(seller: Seller, text: str) -> str:
    """Return the fact that holds a text."""
    wanted = text.lower().strip(" .")
    return next((fact.id for fact in seller.facts if wanted and wanted in _whole(fact)), "")


def _whole(fact: SellerFact) -> str:
    return f"{fact.heading} {fact.text}".lower()


def _after(text: str, words: ProfileWords) -> str:
    """Return what stands after the first word that introduces whom it is for."""
    match = words.audience.search(text)
    return text[match.end() :] if match else ""


def noun_phrase(text: str) -> str:
    """Return the noun phrase that a passage opens with: `fashion and footwear brands` of `… brands on Shopify`."""
    short = re.sub(r"^(?:the|les|des|los|las|gli|le|i|von|di|de|per|für) ", "", text.strip(), flags=re.I)
    short = _PHRASE_ENDS.split(short, maxsplit=1)[0].strip(" .,;:")
    return short[:1].upper() + short[1:] if 4 <= len(short) <= 60 and len(words_in(short)) <= 7 else ""
