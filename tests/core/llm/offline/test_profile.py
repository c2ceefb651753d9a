"""The profile: whom the seller writes to, and what that rests on."""

from typing import Any

from core.icp import PROFILE_FIELDS
from core.llm.offline.compose import compose


def _profile(company: dict[str, Any], language: str = "", **given: Any) -> dict[str, Any]:
    brief = {"language": language or company["company"]["language"], "placeholders": []}
    return compose("IcpDraft", {"company": company["company"], "brief": brief, "given": given})


def _seller(sells: str, *facts: tuple[str, str], language: str = "en") -> dict[str, Any]:
    told = [{"id": f"f{n}", "kind": kind, "text": text, "weight": 0.7} for n, (kind, text) in enumerate(facts, 1)]
    return {"company": {"name": "Marl", "sells": sells, "language": language, "facts": told}}


def test_every_field_has_its_evidence(company: dict[str, Any]) -> None:
    profile = _profile(company)
    facts = {fact["id"] for fact in company["company"]["facts"]}
    assert [one["field"] for one in profile["evidence"]] == list(PROFILE_FIELDS)
    for one in profile["evidence"]:
        assert one["basis"] in ("stated", "implied", "unknown")
        assert (one["fact"] in facts) == (one["basis"] != "unknown")


def test_there_is_always_a_person_to_write_to(company: dict[str, Any]) -> None:
    for language in ("en", "de", "fr", "es"):
        persona = _profile(company, language)["personas"][0]
        assert persona["title"]
        assert persona["seniority"] in ("executive", "manager", "practitioner", "founder")
        assert persona["triggers"]


def test_given_fields_come_back_unchanged(companies: dict[str, Any]) -> None:
    persona = {"title": "CIO", "seniority": "executive", "pains": [], "goals": [], "triggers": [], "objections": []}
    profile = _profile(companies["Northgate"], industries=["Airports"], personas=[persona])
    assert profile["industries"] == ["Airports"]
    assert profile["personas"] == [persona]


def test_it_names_those_it_sells_to_and_not_itself() -> None:
    seller = _seller("Managed IT", ("offer", "We run the IT of dental practices and clinics in Ohio."))
    assert _profile(seller)["industries"] == ["Healthcare practices and clinics"]


def test_titles_on_the_site_win() -> None:
    seller = _seller("Dock scheduling", ("audience", "Made for warehouse managers and directors of distribution."))
    people = [persona["title"] for persona in _profile(seller)["personas"]]
    assert people == ["Warehouse Manager", "Director of Distribution"]


def test_german_plurals_become_a_title() -> None:
    seller = _seller("Beratung", ("audience", "Für Werkleitungen von Molkereien und Bäckereien."), language="de")
    profile = _profile(seller)
    assert profile["personas"][0]["title"] == "Werkleitung"
    assert profile["industries"] == ["Lebensmittelproduktion"]


def test_a_size_is_read_where_it_is_the_customers() -> None:
    seller = _seller("Springs", ("audience", "Our customers are manufacturers with 30 to 800 employees."))
    profile = _profile(seller)
    assert profile["company_sizes"] == ["30 to 800 employees"]
    assert _profile(_seller("Springs", ("about", "Marl has 46 employees.")))["company_sizes"] == []


def test_a_stated_minimum_disqualifies() -> None:
    seller = _seller("Cartons", ("offer", "We print cartons from 500 pieces."))
    assert "Companies below the stated minimum (from 500 pieces)" in _profile(seller)["disqualifiers"]


def test_places_of_the_served_win_over_the_address() -> None:
    seller = _seller("Inspection", ("offer", "Marl inspects racking for wholesalers in England and Wales."))
    seller["company"]["locations"] = ["Leeds"]
    assert _profile(seller)["geographies"] == ["England", "Wales"]


def test_the_profile_speaks_the_emails_language(companies: dict[str, Any]) -> None:
    profile = _profile(companies["Frío Levante"], "de")
    assert profile["industries"] == ["Landwirtschaft"]
