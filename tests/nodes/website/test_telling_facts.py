"""Which sentences a careful seller would use, of what kind, and which lean on something that is not in them."""

import pytest

from core.company import Company, Fact
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


def company(html: str, language: str = "en", role: PageRole = "start") -> Company:
    begin = f"<html lang={language}>"
    start = STARTS[language] + (html if role == "start" else "")
    pages = [ReadPage("https://tarrowby.example/", parse_page(begin + start), "start")]
    if role != "start":
        pages.append(ReadPage("https://tarrowby.example/page", parse_page(begin + html), role))
    return company_of(pages, "tarrowby.example")[0]


def fact(words: str, html: str, language: str = "en", role: PageRole = "start") -> Fact | None:
    return next((fact for fact in company(html, language, role).facts if words in fact.quote), None)


def kind(words: str, html: str, language: str = "en", role: PageRole = "start") -> str:
    found = fact(words, html, language, role)
    return found.kind if found else ""


def under(heading: str, *sentences: str, tag: str = "p") -> str:
    return f"<h2>{heading}</h2>" + "".join(f"<{tag}>{sentence}</{tag}>" for sentence in sentences)


@pytest.mark.parametrize(
    ("language", "heading", "text"),
    [
        ("en", "Working here", "We build 40 presses a year in teams of five people."),
        ("en", "More", "We offer 30 days of holiday and a £1,000 learning budget."),
        ("en", "More", "Jobs: We are looking for two machinists. We pay £21 an hour in our workshop."),
        ("en", "Joining us", "The first year is spent with our 12 customers."),
        ("de", "Karriere", "Wir fertigen 40 Pressen im Jahr in Teams von fünf Leuten."),
        ("de", "Mehr", "Wir bieten 30 Tage Urlaub und eine Kantine mit 20 Gerichten."),
        ("fr", "Nous recrutons", "Nous livrons 40 presses par an avec une équipe de cinq personnes."),
        ("fr", "Plus", "Nous offrons des tickets restaurant et deux jours de télétravail."),
        ("es", "Trabaja con nosotros", "Fabricamos 40 prensas al año en equipos de cinco personas."),
        ("es", "Más", "Ofrecemos 30 días de vacaciones y formación en nuestra planta."),
        ("it", "Lavora con noi", "Costruiamo 40 presse all'anno in squadre di cinque persone."),
        ("it", "Altro", "Offriamo 30 giorni di ferie e buoni pasto nel nostro stabilimento."),
    ],
)
def test_what_employees_get_is_no_fact(language: str, heading: str, text: str) -> None:
    quotes = " ".join(fact.quote for fact in company(under(heading, text), language).facts)
    assert not [sentence for sentence in text.split(". ") if sentence.rstrip(".") in quotes]


def test_a_heading_with_the_word_job_in_it_is_no_advert() -> None:
    assert kind("fell from 9", under("Jobs we finished in 2024", "Rework at Penhallow fell from 9 to 2 percent."))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Spreadsheets and support inboxes were never built for that."),
        ("en", "Many of the companies that come to us have had the same experience."),
        ("de", "Unsere Werkstatt und unser Lager sind seit 20 Jahren ausgelegt dafür."),
        ("fr", "Nos tableurs et nos boîtes de réception ne sont pas faits pour cela."),
        ("es", "Nuestras hojas de cálculo y correos no están hechos para eso."),
        ("it", "I nostri fogli di calcolo e le caselle di posta non sono fatti per questo."),
    ],
)
def test_a_sentence_that_points_at_the_one_before_is_no_fact(language: str, text: str) -> None:
    assert fact(text[:30], under("Das Problem / The problem", text), language) is None


@pytest.mark.parametrize(
    ("language", "question", "answer"),
    [
        ("en", "Who pays for the label?", "You decide: free, flat fee, or deducted from the price."),
        ("en", "Do you make plastic springs?", "No. Tarrowby makes springs from steel only."),
        ("fr", "Utilisez-vous la traduction automatique ?", "Uniquement si vous le demandez, avec une relecture."),
        ("de", "Gibt es einen Mindestwert?", "Ja, 75 Euro je Auftrag."),
    ],
)
def test_an_answer_that_needs_its_question_is_no_fact(language: str, question: str, answer: str) -> None:
    words = answer.split(". ")[-1][-20:]
    assert fact(words, f"<h2>{question}</h2><p>{answer}</p>", language, "product") is None
    assert fact(words, under("FAQ", f"{question} {answer}"), language, "product") is None


def test_an_answer_that_names_the_company_is_a_fact() -> None:
    html = "<h2>Do I need a drawing?</h2><p>No. Our engineers measure the old spring with you.</p>"
    found = fact("Our engineers", html, role="product")
    assert found is not None
    assert found.heading == "Do I need a drawing?"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "We do not act in pharmaceuticals or biotechnology."),
        ("de", "Aluminium und Titan behandeln wir nicht."),
        ("fr", "Nous ne vendons pas de robots aux particuliers."),
        ("es", "No trabajamos jardinería ni campos de golf."),
        ("it", "Non vendiamo molle ai privati e ai negozi."),
    ],
)
def test_what_is_not_sold_is_no_fact(language: str, text: str) -> None:
    assert fact(text[:20], under("Service", text), language, "product") is None


@pytest.mark.parametrize(
    ("language", "heading", "text"),
    [
        ("en", "Why plants switch", "Runs a full 8-hour shift on one charge"),
        ("en", "Why Tarrowby?", "Stops when the handle is released"),
        ("fr", "Pourquoi nous choisir ?", "Un devis en deux heures, du lundi au vendredi"),
        ("es", "¿Por qué Tarrowby?", "Proyecto y presupuesto cerrado en 10 días"),
        ("it", "Perché scegliere Tarrowby", "Funziona un turno intero con una sola carica"),
        ("de", "Ihre Vorteile", "24-Stunden-Service: heute angeliefert, morgen zurück"),
    ],
)
def test_a_reason_to_buy_is_no_complaint(language: str, heading: str, text: str) -> None:
    assert kind(text[:15], under(heading, text, tag="li"), language) == "mechanism"


def test_a_noun_with_a_relative_clause_is_weaker_than_a_statement() -> None:
    html = under("Pourquoi nous choisir ?", "Des traducteurs ingénieurs, qui travaillent vers leur langue", tag="li")
    found = fact("traducteurs", html, "fr")
    assert found is None or found.weight < 0.4


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A relief valve without a mark must not leave the factory under ISO 4126 certificates."),
        ("fr", "Une machine sans notice conforme ne peut pas porter le marquage CE."),
        ("de", "Jedes verzogene Teil muss gerichtet, nachgeschliffen oder verschrottet werden."),
        ("es", "Toda máquina debe llevar el certificado ISO 12100 en su idioma."),
        ("it", "Ogni macchina deve portare la certificazione ISO 12100 nella lingua del paese."),
    ],
)
def test_what_the_law_or_nature_demands_is_a_problem(language: str, text: str) -> None:
    assert kind(text[:25], under("Springs", text), language) == "problem"


def test_a_refund_that_the_product_handles_is_no_guarantee() -> None:
    html = under("Scan", "Your warehouse scans the label and releases the refund in the same step.")
    assert kind("Your warehouse", html, role="product") == "mechanism"
    assert kind("the fee", under("Pilot", "We refund the fee if rework does not go down.")) == "guarantee"


@pytest.mark.parametrize(
    ("words", "html"),
    [
        ("140 files", under("Review", "We reviewed 140 files, which reduced a maker's renewal cost by £96,000.")),
        ("64 oppositions", under("Disputes", "We have acted in 64 oppositions since 2015.")),
        ("$1.1M", "<h1>Work</h1><h3>Good Hound Biscuits</h3><ul><li>Sales from $1.1M to $3.4M in 18 months</li></ul>"),
        ("44%", "<h1>Work</h1><h3>Lakebottom Coffee</h3><ul><li>Cost of sales 44% → 21%</li></ul>"),
        ("8 in 10", under("Removal", "Typical result: 8 in 10 copies gone within 60 days", tag="li")),
        ("$86M", under("Numbers we like", "$86M in sales managed in 2024", tag="li")),
    ],
)
def test_results_are_proof(words: str, html: str) -> None:
    role: PageRole = "customers" if "<h1>Work" in html else "product"
    assert kind(words, html, role=role) == "proof"


def test_a_result_under_a_customer_s_name_has_its_owner() -> None:
    html = (
        "<h1>Stories</h1><h2>Osier &amp; Wren keeps £410,000 a year</h2><p>In its first twelve months with Tarrowby "
        "the brand turned 41% of returns into exchanges.</p>"
    )
    found = fact("41%", html, role="customers")
    assert found is not None
    assert found.text.startswith("Osier & Wren: In its first")


def test_a_result_is_cut_before_somebody_else_s_number() -> None:
    text = "In five years 87 per cent of the parts that we drew were granted; the office's average was 57 per cent."
    found = fact("87 per cent", under("Practice", text))
    assert found is not None
    assert found.text == "In five years 87 per cent of the parts that we drew were granted."


def test_how_many_customers_stand_on_the_about_page_is_proof() -> None:
    text = "Gegründet 1956. 68 Mitarbeitende härten in drei Schichten rund 9.000 Tonnen Stahl im Jahr für 450 Kunden."
    assert kind("450 Kunden", f"<h1>Unternehmen</h1><p>{text}</p>", "de", "about") == "proof"


def test_a_call_with_what_is_done_in_return_is_a_fact() -> None:
    text = "Send a drawing or a photo and we return a spring design in 5 business days, at no charge."
    assert fact("spring design", under("Design", text), role="product") is not None
    assert fact("Send a drawing", under("Design", "Send a drawing of 20 parts to our office."), role="product") is None


def test_a_term_under_warranty_is_a_guarantee_with_its_name() -> None:
    found = fact("3 years", under("Warranty", "3 years on the drive, 5 years on the frame."), role="faq")
    assert found is not None
    assert (found.kind, found.text) == ("guarantee", "Warranty: 3 years on the drive, 5 years on the frame.")


def test_what_a_buyer_suffers_is_a_problem() -> None:
    text = "A company that has filed for years is usually paying fees on parts that protect nothing it still sells."
    assert kind("has filed", under("What we do", text), role="product") == "problem"


def test_a_figure_with_its_source_is_no_fact() -> None:
    text = "France counts 20,242 pump makers; 250 of them close in a year (Order of Pumps, 2024)."
    assert fact("20,242", under("Results", text)) is None


def test_a_tile_gives_way_to_the_sentence_that_tells_it_in_full() -> None:
    told = "Our customers have 38% fewer springs returned in the first year."
    html = f"<div>38% fewer springs returned</div><p>{told}</p>"
    facts = [fact for fact in company(under("Results") + html).facts if "38%" in fact.text]
    assert [fact.text for fact in facts] == [told]


def test_a_tile_that_is_no_result_is_weak() -> None:
    found = fact("11 carriers", "<div>11 carriers in one label</div>")
    assert found is None or found.weight < 0.45


def test_a_quotation_signed_in_its_own_element_is_the_customer_s() -> None:
    html = (
        "<blockquote>They found $14,000 a month we were paying for nothing. — Priya N., VP Sales, Good Hound "
        "Biscuits</blockquote>"
    )
    found = fact("$14,000", html)
    assert found is not None
    assert found.text.startswith("Good Hound Biscuits: “They found")


def test_a_plan_s_price_has_its_plan_s_name() -> None:
    html = "<table><tr><th>Starter</th><th>Growth</th></tr><tr><td>£149 / month</td><td>£449 / month</td></tr></table>"
    texts = [fact.text for fact in company(html, role="pricing").facts if fact.kind == "price"]
    assert sorted(texts) == ["Growth: £449 / month", "Starter: £149 / month"]


@pytest.mark.parametrize(
    ("language", "text", "audience"),
    [
        ("en", "Tarrowby runs shops for food, drink and pet brands that sell in stores.", "food, drink and pet brands"),
        ("en", "Tarrowby advises mid-sized tooling and pump companies on buying springs.", "mid-sized tooling"),
        ("fr", "Tarrowby traduit pour les fabricants de machines, dans 32 langues.", "fabricants de machines"),
    ],
)
def test_the_audience_is_a_noun_phrase(language: str, text: str, audience: str) -> None:
    page = parse_page(f"<html lang={language}><h1>T</h1><p>{text}</p>")
    (found,) = company_of([ReadPage("https://tarrowby.example/", page, "start")], "tarrowby.example")[0].audience
    assert found.startswith(audience)
    assert "langues" not in found
