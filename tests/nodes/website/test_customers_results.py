"""What customers got: their words, their cases and the figures before and after, each with its owner."""

import pytest

from core.company import Company, Fact
from nodes.website.bylines import byline_of
from nodes.website.company import company_of
from nodes.website.html import parse_page
from nodes.website.page_facts import ReadPage
from nodes.website.roles import PageRole

STARTS = {
    "en": "<h1>Springs</h1><p>Tarrowby makes springs for pump makers.</p><p>We coil them in Redditch.</p><h2>More</h2>",
    "de": "<h1>Federn</h1><p>Tarrowby fertigt Federn für die Hersteller von Pumpen.</p><h2>Mehr</h2>",
    "fr": "<h1>Ressorts</h1><p>Tarrowby fabrique des ressorts pour les fabricants de pompes.</p><h2>Plus</h2>",
    "es": "<h1>Resortes</h1><p>Tarrowby fabrica resortes para los fabricantes de bombas.</p><h2>Más</h2>",
    "it": "<h1>Molle</h1><p>Tarrowby produce molle per i costruttori di pompe.</p><h2>Altro</h2>",
}
RESULT = "Rework at our bench went from 9 to 2 percent in one year."


def site(html: str, language: str = "en", role: PageRole = "start", title: str = "") -> Company:
    begin = f"<html lang={language}><title>{title}</title>"
    start = STARTS[language] + (html if role == "start" else "")
    pages = [ReadPage("https://tarrowby.example/", parse_page(begin + start), "start")]
    if role != "start":
        pages.append(ReadPage("https://tarrowby.example/page", parse_page(begin + html), role))
    return company_of(pages, "tarrowby.example")[0]


def fact(words: str, html: str, language: str = "en", role: PageRole = "start") -> Fact:
    found = [fact for fact in site(html, language, role).facts if words in fact.quote]
    assert found, words
    return found[0]


def says(words: str, html: str, language: str = "en", role: PageRole = "start") -> bool:
    return any(words in fact.quote for fact in site(html, language, role).facts)


@pytest.mark.parametrize(
    ("who", "organisation", "title"),
    [
        ("Ann Poe, plant manager, Dunfold Mills Ltd", "Dunfold Mills", "plant manager"),
        ("Ann Poe, plant manager at Dunfold Mills", "Dunfold Mills", "plant manager"),
        ("Ann Poe – Plant manager – Dunfold Mills", "Dunfold Mills", "Plant manager"),
        ("Ann Poe, Head of Customer Experience", "", "Head of Customer Experience"),
        ("Ann Poe, owner, Dunfold (9 mills, all in Kent)", "Dunfold", "owner"),
        ("Ann Poe, Dunfold Mills, Bristol", "Dunfold Mills", ""),
        ("Jana Ott, Qualitätsleiterin", "", "Qualitätsleiterin"),
        ("Karl Ott, Geschäftsführer Ott Metallbau GmbH, Ulm", "Ott Metallbau", ""),
        ("Luc Fabre, directeur technique chez Pompes Arval", "Pompes Arval", "directeur technique"),
        ("Inés Gil, gerente de Bombas Lerma", "Bombas Lerma", "gerente"),
        ("Sara Neri, direttrice di stabilimento, Pompe Alba S.r.l.", "Pompe Alba", "direttrice di stabilimento"),
        ("Works manager, a maker of winches", "Works manager, a maker of winches", "Works manager"),
    ],
)
def test_a_byline_is_name_job_and_company(who: str, organisation: str, title: str) -> None:
    byline = byline_of(who)
    assert (byline.organisation, byline.title) == (organisation, title)


@pytest.mark.parametrize(
    "html",
    [
        f"<blockquote><p>{RESULT}</p><footer>— Ann Poe, Plant manager, Dunfold Mills</footer></blockquote>",
        f"<div class=quote>“{RESULT}”<br>Ann Poe, Plant manager, Dunfold Mills</div>",
        f"<p>“{RESULT}” <b>Ann Poe</b>, plant manager at Dunfold Mills</p>",
        f"<figure><blockquote>{RESULT}</blockquote><figcaption>Ann Poe<br>Owner, Dunfold Mills</figcaption></figure>",
        f"<div class=testimonial><p>{RESULT}</p><p>Ann Poe</p><p>Plant manager, Dunfold Mills</p></div>",
        f"<div class=card><p>“{RESULT}”</p><h4>Ann Poe</h4><p>Plant manager, Dunfold Mills</p></div>",
        f"<p>Ann Poe, plant manager at Dunfold Mills: “{RESULT}”</p>",
        f"<p>They run two shifts. “{RESULT[:-1]},” says Ann Poe, plant manager at Dunfold Mills.</p>",
    ],
)
def test_a_customer_s_words_have_the_customer_s_name_however_they_are_set(html: str) -> None:
    found = fact("9 to 2 percent", html)
    assert found.kind == "proof"
    assert found.text.startswith("Dunfold Mills: ")
    assert found.weight >= 0.7


def test_what_a_person_without_a_company_says_belongs_to_the_case_it_stands_in() -> None:
    html = (
        "<h1>Kunden</h1><h2>Pumpenwerk Zeist</h2>"
        "<p>„Früher drei Tage je Quartal, heute zwei Stunden.“ Jana Ott, Qualitätsleiterin</p>"
    )
    assert fact("zwei Stunden", html, "de", "customers").text.startswith("Pumpenwerk Zeist: ")


CASES = "<h1>Delivered</h1><h2>{}</h2><p>{}</p><h2>Lowick Valves, Berwick</h2><p>Thirty valves.</p>"


@pytest.mark.parametrize(
    ("language", "heading", "text", "words"),
    [
        ("en", "Dunfold Mills, Kent", "Flour, 90 staff. Their line restarts 40 minutes earlier.", "40 minutes earlier"),
        ("en", "Dunfold Mills, Kent", "With our springs they recovered £61,000 of scrap.", "recovered £61,000"),
        ("en", "Dunfold Mills, Kent", "18 presses refitted in nine weeks, none of them stopped.", "none of them"),
        ("de", "Pumpenwerk Zeist, Ulm", "Die Montage hat 40 Nester in drei Wochen umgebaut.", "40 Nester"),
        ("fr", "Pompes Arval, Nantes", "Onze presses, neuf nuits, zéro jour d'arrêt.", "zéro jour"),
        ("es", "Bombas Lerma, Burgos", "Línea terminada en siete semanas con 14 prensas.", "siete semanas"),
        ("it", "Pompe Alba, Cuneo", "Gli scarti sono passati da 35 a 4 al mese.", "da 35 a 4"),
    ],
)
def test_what_happened_under_a_customer_s_name_is_its_result(
    language: str, heading: str, text: str, words: str
) -> None:
    found = fact(words, CASES.format(heading, text), language, "other")
    assert found.kind == "proof"
    assert found.text.startswith(f"{heading.split(',')[0]}: ")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Dunfold sells flour in 14 countries and employs 120 people."),
        ("de", "Die Firma beschäftigt 310 Menschen und macht 40 Millionen Umsatz."),
        ("fr", "Le groupe emploie 420 salariés et réalise 60 millions d'euros de chiffre d'affaires."),
        ("es", "La empresa emplea a 90 trabajadores y exporta a 22 países."),
    ],
)
def test_what_a_customer_is_is_no_fact(language: str, text: str) -> None:
    assert not says(text[:25], CASES.format("Dunfold Mills, Kent", text), language, "other")


def test_a_before_is_told_with_its_after() -> None:
    text = "Retooling used to take eleven days. With our nests a press is back in three days."
    found = fact("back in three", CASES.format("Dunfold Mills, Kent", text), role="customers")
    assert found.quote == text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Lead time went from six weeks to ten days at 14 plants."),
        ("en", "Customers who load-test with us reduce rework by 58 percent."),
        ("de", "Vor dem Wechsel standen die Pressen 61 Stunden im Monat, nach dem Wechsel waren es 17 Stunden."),
        ("fr", "Nos clients sont passés de quatre contrôles par lot à un seul, soit 31 % de moins."),
        ("es", "Los clientes que lo usan reducen las roturas un 44 % el primer año."),
        ("it", "Oggi i nostri clienti montano una pompa in 20 minuti invece di un'ora."),
    ],
)
def test_a_change_is_the_strongest_proof(language: str, text: str) -> None:
    found = fact(text[:30], f"<h2>Springs</h2><p>{text}</p>", language)
    assert found.kind == "proof"
    assert found.weight >= 0.7


def test_figures_side_by_side_in_one_line_are_tiles_of_their_own() -> None:
    html = "<div><span>1,350 springs tested in 2024</span> <span>72% without rework</span></div>"
    quotes = [found.quote for found in site(html).facts]
    assert "72% without rework" in quotes


def test_a_customer_of_one_word_with_its_town_is_one_beside_others() -> None:
    found = fact("4.8% to 1.1%", CASES.format("Verrance, Deal", "Rejected valves from 4.8% to 1.1%."), role="other")
    assert found.text.startswith("Verrance: ")


def test_what_a_customer_lost_before_is_no_result() -> None:
    assert not says("had hit 17", CASES.format("Dunfold Mills, Kent", "Rejected loads had hit 17 in one quarter."))


def test_a_tile_that_counts_finished_work_is_proof() -> None:
    assert fact("1,350 tanks", "<div><b>1,350</b> tanks cleaned in 2024</div>").kind == "proof"


def test_a_department_that_reads_mail_is_no_customer_s_byline() -> None:
    html = f"<p>“{RESULT}”</p><p>Questions, orders and returns are answered by Ann Poe.</p>"
    assert not says("9 to 2 percent", html)
