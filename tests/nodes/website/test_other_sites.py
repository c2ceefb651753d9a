"""Sites of trades whose words mean something else elsewhere, and results that are told in unusual places."""

import pytest

from core.company import Company, Fact
from nodes.website.company import company_of
from nodes.website.html import parse_page
from nodes.website.page_facts import ReadPage
from nodes.website.roles import PageRole, role_of

RECRUITERS = {
    "en": ("Welder recruitment agency", "Tarrowby recruits welders for shipyards and mines."),
    "de": ("Personalvermittlung", "Tarrowby vermittelt Schweißer an Werften und Betriebe; wir suchen sie selbst."),
    "fr": ("Cabinet de recrutement", "Tarrowby est un cabinet de recrutement consacré à la restauration collective."),
    "es": ("Selección de personal", "Tarrowby selecciona soldadores para astilleros y talleres."),
    "it": ("Ricerca e selezione", "Tarrowby seleziona saldatori per i cantieri navali e le officine."),
}


def site(
    html: str, role: PageRole = "customers", language: str = "en", start: str = "", description: str = ""
) -> Company:
    opening = start or "<p>Tarrowby makes springs for pump makers.</p>"
    begin = f"<html lang={language}><title>Tarrowby</title>"
    head = f"{begin}<meta name=description content='{description}'>"
    pages = [ReadPage("https://tarrowby.example/", parse_page(f"{head}<h1>Here</h1>{opening}"), "start")]
    pages.append(ReadPage("https://tarrowby.example/page", parse_page(f"{begin}<h1>Page</h1>{html}"), role))
    return company_of(pages, "tarrowby.example")[0]


def found(words: str, company: Company) -> Fact | None:
    return next((fact for fact in company.facts if words in fact.quote), None)


@pytest.mark.parametrize("language", RECRUITERS)
def test_recruitment_is_the_offer_of_those_who_sell_it(language: str) -> None:
    description, text = RECRUITERS[language]
    company = site("", language=language, start=f"<p>{text}</p>", description=description)
    assert found("Tarrowby", company) is not None


def test_what_a_recruiter_gives_its_own_staff_is_no_offer() -> None:
    description, text = RECRUITERS["fr"]
    html = "<h2>L'équipe</h2><p>Nous offrons à chacun 34 heures, le télétravail et un REER collectif de 5 %.</p>"
    assert found("REER", site(html, language="fr", start=f"<p>{text}</p>", description=description)) is None


def test_a_page_for_candidates_is_for_no_buyer_and_a_list_of_jobs_done_is() -> None:
    assert role_of("https://tarrowby.example/candidats.html") == "jobs"
    assert role_of("https://tarrowby.example/jobs-completed.html") == "customers"
    assert role_of("https://tarrowby.example/jobs.html") == "jobs"


def test_a_table_of_customers_and_results_is_read_row_by_row() -> None:
    html = (
        "<table><tr><th>Customer</th><th>Unit</th><th>Result</th></tr>"
        "<tr><td>Wendover Co., Fremont, Ohio</td><td>HT-350</td><td>Lost one shift instead of nine days</td></tr>"
        "</table>"
    )
    company = site(html)
    fact = found("Lost one shift", company)
    assert fact is not None
    assert (fact.kind, fact.text) == (
        "proof",
        "Wendover Co., Fremont, Ohio: Lost one shift instead of nine days",
    )
    assert not any("Wendover" in entry for entry in company.audience)


def test_a_heading_that_begins_with_who_signs_below_owns_the_result() -> None:
    html = (
        "<h2>Vallon Homes, eleven care homes</h2><p>Eighteen hires in two years, sixteen of whom are still there.</p>"
        "<blockquote>“They know their trade.” <cite>Jo Lamar, head of catering, Vallon Homes</cite></blockquote>"
    )
    fact = found("Eighteen hires", site(html, role="other"))
    assert fact is not None
    assert fact.text.startswith("Vallon Homes: ")


def test_a_case_may_name_its_customer_and_the_town_in_its_first_sentence() -> None:
    html = "<h2>On time</h2><p>Garrick Marine in Henderson needed welders. We had all in the yard in 17 days.</p>"
    fact = found("17 days", site(html))
    assert fact is not None


@pytest.mark.parametrize(
    ("language", "gift"),
    [
        ("en", "Every November we service a school for free."),
        ("de", "Jeden Herbst reinigen wir ein Schulhaus in einer Berggemeinde gratis."),
        ("fr", "Chaque décembre, nous offrons une journée gratuitement à une école."),
        ("es", "Cada diciembre reparamos gratis las bicicletas de un colegio."),
        ("it", "Nel 2024 abbiamo curato gratuitamente i conti della mensa di quartiere."),
    ],
)
def test_what_is_given_away_once_a_year_is_no_offer(language: str, gift: str) -> None:
    assert found(gift[:15], site(f"<p>{gift}</p>", role="about", language=language)) is None


@pytest.mark.parametrize(
    ("language", "promise"),
    [
        ("de", "Läuft die erste Tour nicht am vereinbarten Tag, zahlen Sie die Einrichtung nicht."),
        ("fr", "Si la personne ne convient pas la première année, nous reprenons la recherche sans honoraires."),
        ("es", "Los equipos que recogemos el lunes vuelven el viernes, o no cobramos su calibración."),
    ],
)
def test_what_is_not_charged_if_it_fails_is_a_guarantee(language: str, promise: str) -> None:
    fact = found(promise[:15], site(f"<h2>Tarrowby</h2><p>{promise}</p>", role="product", language=language))
    assert fact is not None
    assert fact.kind == "guarantee"


def test_a_size_range_in_the_first_sentence_is_the_offer_and_no_result() -> None:
    text = "Tarrowby rents boilers from 100 to 1,200 horsepower to food plants, paper mills and hospitals."
    fact = found("rents boilers", site("", start=f"<p>{text}</p>"))
    assert fact is not None
    assert fact.kind == "offer"


def test_a_name_is_told_without_its_town() -> None:
    page = parse_page("<title>Boiler Rental - Tarrowby Rental, Toledo, Ohio</title><p>We rent boilers to plants.</p>")
    host = "tarrowbyrental.example"
    assert company_of([ReadPage(f"https://{host}/", page, "start")], host)[0].name == "Tarrowby Rental"


def test_whom_a_thing_is_for_is_not_what_it_is_for() -> None:
    text = "Tarrowby stampa etichette per vino e spumante per cantine, imbottigliatori e consorzi del Nord Italia."
    company = site("", language="it", start=f"<p>{text}</p>")
    assert company.audience
    assert not any(entry.startswith("vino") for entry in company.audience)
