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
    for language in ("en", "de", "fr", "es", "it"):
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


def test_a_sentence_about_the_customers_counts_whatever_it_was_filed_as() -> None:
    said = "Unsere Kunden beschäftigen zwischen 40 und 600 Menschen: Molkereien und Bäckereien."
    profile = _profile(_seller("Wir warten Maschinen.", ("mechanism", said), language="de"))
    assert profile["industries"] == ["Lebensmittelproduktion"]
    assert profile["company_sizes"] == ["zwischen 40 und 600 Menschen"]


def test_an_industry_that_no_table_has_is_named_in_the_sites_words() -> None:
    seller = _seller("Returns portal", ("audience", "Footwear brands with seven lasts"))
    seller["company"]["audience"] = ["Footwear brands"]
    assert _profile(seller)["industries"] == ["Footwear brands"]


def test_what_is_named_in_passing_is_no_industry() -> None:
    told = [("audience", "Dairies, bakeries, breweries and meat packers"), ("about", "Works with retailers too.")]
    assert _profile(_seller("Testing for dairies", *told))["industries"] == ["Food production"]


def test_whom_the_site_turns_away_comes_first_and_is_no_buyer() -> None:
    told = [("offer", "We test food for dairies."), ("mechanism", "We do not test animal feed or farms' water.")]
    profile = _profile(_seller("Food testing", *told))
    assert profile["disqualifiers"][0] == "We do not test animal feed or farms' water"
    assert profile["industries"] == ["Food production"]
    way = _profile(_seller("Patents", ("mechanism", "We do not record time in six-minute units.")))
    assert not any("six-minute" in one for one in way["disqualifiers"])


def test_a_founding_year_is_no_minimum() -> None:
    seller = _seller("Riego", ("about", "Trabajamos desde 2003 y tenemos delegaciones."), language="es")
    assert not any("2003" in one for one in _profile(seller)["disqualifiers"])


def test_who_speaks_in_a_quotation_is_whom_to_write_to() -> None:
    told = [("offer", "We test springs."), ("proof", "Technical Director, a maker of winches: “They found the claim.”")]
    assert _profile(_seller("Spring tests", *told))["personas"][0]["title"] == "Technical Director"


def test_who_is_spoken_to_is_whom_to_write_to_and_the_own_people_are_not() -> None:
    told = [
        ("mechanism", "The daily count goes to your shipping manager by text."),
        ("about", "Our operations manager has been here since 1998."),
        ("mechanism", "Our account managers answer at night."),
    ]
    titles = [one["title"] for one in _profile(_seller("Pallet repair", *told))["personas"]]
    assert titles == ["Shipping Manager"]


def test_without_any_person_the_buyers_sector_says_who_runs_it() -> None:
    seller = _seller("Zorb fluids", ("audience", "For dairies and bakeries."))
    profile = _profile(seller)
    assert profile["personas"][0]["title"] == "Plant Manager"
    assert next(one for one in profile["evidence"] if one["field"] == "personas")["basis"] == "implied"


def test_towns_of_single_customers_and_own_offices_are_not_where_the_buyers_are() -> None:
    told = [("audience", "Oldmere Dairy, Norfolk"), ("about", "We are 58 people in Kent and Essex.")]
    seller = _seller("Tests", *told)
    seller["company"]["locations"] = ["King's Lynn, GB"]
    assert _profile(seller)["geographies"] == ["United Kingdom"]


def test_the_profile_of_an_italian_site_is_italian() -> None:
    said = "I nostri clienti sono carpenterie, officine meccaniche e fonderie tra Lombardia e Veneto."
    profile = _profile(_seller("Filtri", ("mechanism", said), language="it"))
    assert profile["industries"] == ["Metalmeccanica"]
    assert profile["geographies"] == ["Lombardia", "Veneto"]
    assert profile["personas"][0]["title"] == "Responsabile di stabilimento"


def test_in_another_language_a_size_keeps_its_numbers_only_where_it_counts_people() -> None:
    seller = _seller("Cuves", ("about", "Nos clients sont des sites de 50 à 2 000 personnes."), language="fr")
    assert _profile(seller, "de")["company_sizes"] == ["50-2 000 Beschäftigte"]
    branches = _seller("Payments", ("audience", "Independent groups with 2 to 60 branches"))
    assert _profile(branches)["company_sizes"] == ["2 to 60 branches"]
    assert _profile(branches, "de")["company_sizes"] == []


def test_without_a_place_the_ending_of_the_address_tells_the_country_as_a_guess() -> None:
    seller = _seller("Tests", ("offer", "We test springs."))
    for ending, expected in (("de", ["Germany"]), ("co.uk", ["United Kingdom"]), ("com", []), ("co", [])):
        seller["company"]["website"] = f"https://marl.{ending}/"
        profile = _profile(seller)
        assert profile["geographies"] == expected
        assert next(one for one in profile["evidence"] if one["field"] == "geographies")["basis"] == "unknown"


def test_the_jobs_of_those_who_are_quoted_come_after_readers_who_are_named_and_before_the_trade() -> None:
    seller = _seller("Payroll", ("offer", "Payroll for restaurants."))
    seller["company"]["customer_roles"] = ["finance director", "controller"]
    people = [persona["title"] for persona in _profile(seller)["personas"]]
    assert people == ["Finance Director", "Controller"]
    named = _seller("Payroll", ("audience", "Made for owners of restaurants."))
    named["company"]["customer_roles"] = ["finance director"]
    assert _profile(named)["personas"][0]["title"] == "Owner"


def test_a_quoted_job_is_implied_by_the_fact_that_quotes_it() -> None:
    seller = _seller("Payroll", ("proof", "Ann Poe, finance director: “It takes an hour.”"), ("offer", "Payroll."))
    seller["company"]["customer_roles"] = ["finance director"]
    evidence = {one["field"]: one for one in _profile(seller)["evidence"]}
    assert (evidence["personas"]["basis"], evidence["personas"]["fact"]) == ("implied", "f1")


def test_a_craft_is_no_job_to_write_to() -> None:
    seller = _seller("Kühlmöbel", ("offer", "Kühlmöbel für Betriebe."), language="de")
    seller["company"]["customer_roles"] = ["Fleischermeisterin"]
    assert "meister" not in _profile(seller)["personas"][0]["title"]


def test_a_longer_name_of_an_industry_hides_the_shorter_one_within() -> None:
    seller = _seller("Sensores", ("audience", "Para laboratorios farmacéuticos."), language="es")
    assert _profile(seller)["industries"] == ["Farmacéutica"]


def test_mining_contractors_are_no_builders() -> None:
    seller = _seller("Welders", ("audience", "Made for shipyards and mining contractors."))
    assert set(_profile(seller)["industries"]) == {"Shipbuilding", "Mining"}


def test_a_country_at_the_end_of_the_places_is_where_the_buyers_are_if_nothing_else_says_so() -> None:
    seller = _seller("Boilers", ("offer", "Boilers for plants."))
    seller["company"]["locations"] = ["GB"]
    assert _profile(seller)["geographies"] == ["United Kingdom"]
    said = _seller("Boilers", ("audience", "Our customers are plants in Ireland."))
    said["company"]["locations"] = ["GB"]
    assert _profile(said)["geographies"] == ["Ireland"]


def test_whom_a_trade_serves_says_who_runs_it() -> None:
    seller = _seller("Fassaden", ("audience", "Für Immobilienverwaltungen."), language="de")
    profile = _profile(seller)
    assert profile["personas"][0]["title"] == "Immobilienverwalter"
    evidence = {one["field"]: one for one in profile["evidence"]}
    assert (evidence["personas"]["basis"], evidence["personas"]["fact"]) == ("implied", "f1")
