"""What stands behind a subject line: the fact it rests on, and whether it shows any evidence of it."""

import re

from core.company import Company, Fact
from core.grounding.commitments import commitments
from core.grounding.names import name_tokens
from core.grounding.quantities import quantities
from core.grounding.wording import content_stems, fold
from core.sentences import words

_PROMISES = re.compile(
    r"\bfixed (?:price|fee)|\bflat (?:price|fee)|festpreis|pauschal|prix fixe|forfait"
    r"|precio (?:fijo|cerrado)|tarifa plana"
    r"|(?:\b(?:every|each|jede[rns]?|chaque|cada)) (?:\w+ )?"
    r"(?:day|night|week|month|hour|tag|nacht|woche|monat|stunde|jour|nuit|semaine|mois|heure|día|noche|semana|mes|hora)\b",
    re.IGNORECASE,
)


def fact_behind(text: str, cited: str, company: Company, language: str) -> Fact | None:
    """Return the fact that a subject line rests on: the cited one if they share matter, else the nearest that does.

    Names of offers and audiences are no matter: a line of them alone names a topic. In another language than the
    site's only the cited fact is known.
    """
    named = company.fact(cited) if cited else None
    if language != company.language:
        return named
    said = frozenset(content_stems(text, language)) - set(content_stems(company.name, language))
    topics = [frozenset(content_stems(name, language)) for name in (*company.offers, *company.audience)]
    # Of a cited fact a word of an offer's longer name is matter: “each plot on its own” where a “trial plot” is sold.
    if named and _rests_on(text, said.difference(*(topic for topic in topics if topic <= said)), named, 1, language):
        return named
    matter = said.difference(*topics)
    return next((fact for fact in company.facts if _rests_on(text, matter, fact, 2, language)), None)


def _rests_on(text: str, matter: frozenset[str], fact: Fact, least: int, language: str) -> bool:
    """Return whether a fact has a line's figures, and enough of its words: so many, or all of them."""
    figures = [one for one in quantities(text, language) if not one.spelled]
    known = quantities(f"{fact.text}\n{fact.quote}", language)
    told = f"{fact.text}\n{fact.quote}\n{fact.heading}"  # a case study names its customer in its heading
    if any(not any(one.matches(other) for other in known) for one in figures):
        return False
    shared = matter.intersection(content_stems(told, language))
    return bool(figures) or len(shared) >= least or bool(shared and shared == matter)


def shows_evidence(text: str, fact: Fact, language: str) -> bool:
    """Return whether a subject line holds a number, a name or a promise of its fact."""
    if quantities(text, language) or commitments(text) or _PROMISES.search(text):
        return True
    told = {fold(word) for word in words(f"{fact.text}\n{fact.heading}")}
    if any(fold(name) in told for name in name_tokens(text, language)):
        return True
    small = language == "de"  # German writes every noun with a capital
    return not small and any(word[0].isupper() and word in fact.text for word in words(text)[1:])
