"""What sales tools filter by, read from a profile by code: NAICS sectors, countries, bands of employees."""

from core.firmographics.breadth import breadth_of
from core.firmographics.countries import countries_of, places_in
from core.firmographics.sectors import sectors_of
from core.firmographics.size_bands import size_bands_of
from core.icp import DERIVED_FIELDS, Evidence, Icp


def with_firmographics(icp: Icp, language: str) -> Icp:
    """Return a profile with its sectors, countries, bands and breadth, and an evidence entry for each.

    `language` is the site's: it tells the state `DE` of `Newark, DE` from the country.
    """
    read = icp.model_copy(
        update={
            "sectors": sectors_of(icp.industries),
            "countries": countries_of(icp.geographies, language),
            "size_bands": size_bands_of(icp.company_sizes),
        }
    )
    evidence = (*icp.evidence, *(_evidence(name, source, read) for name, source in DERIVED_FIELDS.items()))
    return read.model_copy(update={"evidence": evidence, "breadth": breadth_of(read)})


def _evidence(name: str, source: str, icp: Icp) -> Evidence:
    """Return what a derived field rests on: what it was read from; a code that no page names is implied at most."""
    entry = next((entry for entry in icp.evidence if entry.field == source), None)
    if not getattr(icp, name) or entry is None or entry.basis == "unknown":
        return Evidence(field=name, basis="unknown")
    if entry.basis == "stated" and not (name == "countries" and _names_countries(entry.quote, icp.countries)):
        return entry.model_copy(update={"field": name, "basis": "implied"})
    return entry.model_copy(update={"field": name})


def _names_countries(quote: str, countries: tuple[str, ...]) -> bool:
    """Return whether a quote names each of the countries itself."""
    named = {code for place in places_in(quote) if place.is_country for code in place.countries}
    return set(countries) <= named
