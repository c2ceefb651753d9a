"""What a field of a profile rests on: a basis has to be earned by the words of the fact it cites."""

import re
from typing import Literal

from core.company import Company, Fact
from core.firmographics.countries import countries_of, places_in
from core.firmographics.sectors import sectors_of
from core.firmographics.size_bands import size_bands_of
from core.grounding.grounds import words_of
from core.grounding.wording import content_stems
from core.icp import Evidence, Icp

Claimed = Literal["stated", "implied", "unknown"]


def footing(name: str, icp: Icp, fact: Fact | None, claimed: Claimed, company: Company, language: str) -> Evidence:
    """Return the evidence of a field for which a model cites a fact.

    stated: the fact names every value. implied: it names one, or what follows from it. unknown: anything less, no such
    fact, or no value.
    """
    values = _values(name, icp)
    if fact is None and name == "personas" and (byline := _quoting(values, company)):
        return Evidence(field=name, basis="implied", quote=byline.quote, page=byline.page)
    if fact is None or claimed == "unknown" or not values:
        return Evidence(field=name, basis="unknown")
    told = words_of(fact)
    named = [_names(told, value, company.language) for value in values]
    if claimed == "stated" and all(named):
        basis: Literal["stated", "implied"] = "stated"
    elif any(named) or _follows(name, told, icp, company, language):
        basis = "implied"
    else:
        return Evidence(field=name, basis="unknown")
    return Evidence(field=name, basis=basis, quote=fact.quote, page=fact.page)


def _quoting(titles: tuple[str, ...], company: Company) -> Fact | None:
    """Return the fact that quotes a customer with one of these titles, where the site names its customers' jobs."""
    quoted = {title.lower() for title in titles} & {role.lower() for role in company.customer_roles}
    proofs = (fact for fact in company.facts if fact.kind == "proof")
    return next((fact for fact in proofs if any(title in fact.quote.lower() for title in quoted)), None)


def _values(name: str, icp: Icp) -> tuple[str, ...]:
    if name == "personas":
        return tuple(persona.title for persona in icp.personas)
    return tuple(getattr(icp, name))


def _names(told: str, value: str, language: str) -> bool:
    """Return whether a text names a value: each word and number that carries its matter, or the same countries."""
    stems = set(content_stems(value, language))
    numbers = set(re.findall(r"\d+", value))
    if (stems or numbers) and stems <= set(content_stems(told, language)) and numbers <= set(re.findall(r"\d+", told)):
        return True
    countries = set(countries_of((value,), language)) if value[:1].isupper() else set()
    named = {place.countries for place in places_in(told) if place.is_country} if countries else set()
    return bool(countries) and countries <= {code for codes in named for code in codes}


def _follows(name: str, told: str, icp: Icp, company: Company, language: str) -> bool:
    """Return whether a field that a text does not name can be read out of it."""
    if name == "industries":
        return bool(set(sectors_of((told,))) & set(sectors_of(icp.industries)))
    if name == "geographies":
        heard = {code for place in places_in(told) for code in place.countries}
        return bool(heard & set(countries_of(icp.geographies, company.language)))
    if name == "company_sizes":
        return bool(set(size_bands_of((told,))) & set(size_bands_of(icp.company_sizes)))
    if language != company.language:
        return True  # nothing of one language can be compared with words of another
    stems = set(content_stems("\n".join(_all_words(name, icp)), language))
    return bool(stems & set(content_stems(told, company.language)))


def _all_words(name: str, icp: Icp) -> tuple[str, ...]:
    """Return everything that a field says."""
    if name != "personas":
        return _values(name, icp)
    return tuple(
        text for person in icp.personas for text in (person.title, *person.pains, *person.goals, *person.triggers)
    )
