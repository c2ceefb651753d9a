"""What is read from pages as facts, of what kind, and what is not."""

import pytest

from core.company import Company, Fact
from nodes.website.company import company_of
from nodes.website.evidence import Evidence
from nodes.website.html import parse_page
from nodes.website.kinds import _READING, _STRENGTH, POINTS
from nodes.website.page_facts import ReadPage
from nodes.website.roles import PageRole

HERO = "<h1>Springs</h1><p>Tarrowby makes springs for pump makers.</p><p>We coil them in Redditch.</p><h2>More</h2>"


def company(html: str, role: PageRole = "start", language: str = "en", start: str = HERO) -> Company:
    first = ReadPage("https://tarrowby.example/", parse_page(f"<html lang={language}>{start}"), "start")
    pages = [ReadPage("https://tarrowby.example/page", parse_page(f"<html lang={language}>{html}"), role)]
    if role == "start":
        pages = [ReadPage(first.url, parse_page(f"<html lang={language}>{start}{html}"), "start")]
    else:
        pages.insert(0, first)
    return company_of(pages, "tarrowby.example")[0]


def fact(quote: str, html: str, role: PageRole = "start", language: str = "en", start: str = HERO) -> Fact | None:
    return next((fact for fact in company(html, role, language, start).facts if quote in fact.quote), None)


def page(body: str, heading: str = "") -> str:
    return f"<h2>{heading}</h2><p>{body}</p>"


@pytest.mark.parametrize(
    ("kind", "heading", "text"),
    [
        ("proof", "Results", "Rework at Penhallow fell from 9 percent to 0.6 percent."),
        ("proof", "", "We supply 26 pump makers in the United Kingdom."),
        ("proof", "", "In 2025, 97.4 percent of orders left on the promised day."),
        ("proof", "", "Our customers close the month in four days instead of 11."),
        ("guarantee", "", "If the samples do not meet your drawing, you pay nothing."),
        ("guarantee", "", "We are certified to ISO 9001 and AS9100D."),
        ("guarantee", "", "We commit to 99.95 percent uptime."),
        ("offer", "", "The pilot costs $900 for 45 days, and we refund it if rework does not go down."),
        ("offer", "", "Every first order comes with ten free samples."),
        ("price", "Pricing", "The fee is $640 per building per month."),
        ("problem", "When a spring stops the line", "A relief valve opens too early, and nobody knows why."),
        ("audience", "Who we work for", "Manufacturers with 30 to 800 employees."),
        ("audience", "", "Built for quality managers at valve makers."),
        ("mechanism", "How it works", "We load-test every lot and send the sheet with the box."),
        ("about", "About us", "Founded in 1954, family-owned, 74 employees."),
    ],
)
def test_english_facts_have_their_kind(kind: str, heading: str, text: str) -> None:
    found = fact(text.rstrip("."), page(text, heading))
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize(
    ("kind", "heading", "text"),
    [
        ("proof", "Ergebnisse", "Die Ausfallzeit bei der Molkerei Auenrain sank von 74 auf 41 Minuten."),
        ("guarantee", "", "Findet die Diagnose weniger, als sie kostet, zahlen Sie nichts."),
        ("offer", "", "Das Vorgespr\u00e4ch dauert 30 Minuten und ist kostenlos."),
        ("price", "Preise", "Die Diagnose kostet 9.800 Euro."),
        ("problem", "Das Problem", "Die Linie steht drei Stunden, im Plan stehen neunzig Minuten."),
        ("audience", "F\u00fcr wen", "F\u00fcr Werkleitungen von Molkereien und Gro\u00dfb\u00e4ckereien."),
    ],
)
def test_german_facts_have_their_kind(kind: str, heading: str, text: str) -> None:
    start = "<h1>Federn</h1><p>Tarrowby fertigt Federn f\u00fcr die Hersteller von Pumpen.</p><h2>Mehr</h2>"
    found = fact(text.rstrip("."), page(text, heading), language="de", start=start)
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize(
    ("kind", "heading", "text"),
    [
        ("proof", "R\u00e9sultats", "Chez Belledonnais, les accidents sont pass\u00e9s de 11 \u00e0 3 par an."),
        ("offer", "", "Essai de huit semaines, 400 \u20ac, rembours\u00e9 si le gaspillage ne baisse pas de 10 %."),
        ("problem", "Le probl\u00e8me", "Les chariots restent gar\u00e9s et les camions attendent devant le quai."),
        ("price", "Tarifs", "Jusqu\u2019\u00e0 500 repas par jour : 120 \u20ac HT par mois."),
    ],
)
def test_french_facts_have_their_kind(kind: str, heading: str, text: str) -> None:
    start = "<h1>Ressorts</h1><p>Tarrowby fabrique des ressorts pour les fabricants de pompes.</p><h2>Plus</h2>"
    found = fact(text.rstrip("."), page(text, heading), language="fr", start=start)
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize(
    ("kind", "heading", "text"),
    [
        ("proof", "Casos", "Los rechazos bajaron de 4.1 % a 1.5 % en el primer a\u00f1o."),
        ("guarantee", "Garant\u00eda", "Si se pierde una carga porque no avisamos, pagamos el deducible."),
        ("offer", "", "Prueba piloto de 30 d\u00edas con 5 cajas, sin costo y sin compromiso."),
        ("problem", "\u00bfTe suena?", "El inspector rechaza 22 tarimas y el cliente no paga."),
    ],
)
def test_spanish_facts_have_their_kind(kind: str, heading: str, text: str) -> None:
    start = "<h1>Resortes</h1><p>Tarrowby fabrica resortes para los fabricantes de bombas.</p><h2>M\u00e1s</h2>"
    found = fact(text.rstrip("."), page(text, heading), language="es", start=start)
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "Would you like to know more about springs?",
        "Contact us for springs in any size.",
        "We deliver springs, see www.tarrowby.com for 20 sizes.",
        "We make springs, call 01632 960184 for 20 sizes.",
        "We make springs, write to sales@tarrowby.example for 20 sizes.",
        "According to Gartner, 73% of buyers have two spring suppliers.",
        "The spring market will reach $4.2 billion by 2030.",
        "73% of CFOs say springs are too expensive.",
        "Studies show that one spring in nine fails.",
        "Coming soon: springs that report their own load.",
        "We plan to open a second hall with 20 machines in 2027.",
        "We are hiring 3 engineers, apply now.",
        "This site uses cookies to count 20 visits.",
        "Spring makers in the United Kingdom, {{ count }} of them, trust us.",
        "Lorem ipsum dolor sit amet for 20 pump makers.",
        "She used to coil 20 springs a day in her garage.",
        "Unit 6, Arrow Lane, 50678 K\u00f6ln",
    ],
)
def test_what_no_seller_would_say_is_no_fact(text: str) -> None:
    assert fact(text[:20], page(text)) is None


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("What we do not make", "Suspension springs for 20 car makers."),
        ("For suppliers", "We pay 400 suppliers within seven days."),
        ("Careers", "We train 20 engineers every year."),
        ("Coming soon", "We detect leaks within 20 seconds."),
        ("Planned", "We open 3 halls within 20 months."),
    ],
)
def test_what_stands_under_such_a_heading_is_no_fact(heading: str, text: str) -> None:
    assert fact(text[:20], page(text, heading)) is None


def test_a_market_figure_is_a_fact_when_the_company_is_its_subject() -> None:
    text = "Tarrowby customers lose 3 springs in 10,000, according to a study by the institute in Leeds."
    assert fact(text[:30], page(text, "Results")) is not None


def test_a_number_and_its_label_are_one_fact() -> None:
    found = fact("38 %", "<div><div>38 %</div><div>shorter changeovers in the median</div></div>")
    assert found is not None
    assert (found.text, found.kind) == ("38 % shorter changeovers in the median", "proof")


def test_a_label_before_its_number_keeps_the_page_s_words() -> None:
    found = fact("98.6 %", "<table><tr><th>Orders served on time</th><td>98.6 %</td></tr></table>")
    assert found is not None
    assert (found.text, found.quote) == ("Orders served on time: 98.6 %", "Orders served on time 98.6 %")


def test_a_counter_that_nobody_filled_is_no_fact() -> None:
    assert fact("awards", "<div><b>0</b><p>awards won so far</p></div>") is None


def test_a_pronoun_becomes_the_company_s_name_and_the_quote_stays() -> None:
    start = "<h1>Docks</h1><p>Tarrowby is dock scheduling for food warehouses. It reads emails every five minutes.</p>"
    found = fact("It reads emails", "", start=start)
    assert found is not None
    assert (found.text, found.quote) == (
        "Tarrowby reads emails every five minutes.",
        "It reads emails every five minutes.",
    )


def test_a_sentence_that_leans_on_the_one_before_is_joined_to_it() -> None:
    found = fact("We find 7 of 10", page("We find 7 of 10 instruments within six weeks. No fee if we do not."))
    assert found is not None
    assert found.text == "We find 7 of 10 instruments within six weeks. No fee if we do not."


def test_a_result_in_a_case_is_its_customer_s() -> None:
    html = "<h1>Case studies</h1><h2>Olentangy Ridge Academy</h2><p>Work orders fell from 62 a month to 8.</p>"
    found = fact("Work orders fell", html, "customers")
    assert found is not None
    assert found.text == "Olentangy Ridge Academy: Work orders fell from 62 a month to 8."


def test_what_a_customer_is_says_nothing_about_the_company() -> None:
    html = "<h1>Case studies</h1><h2>Olentangy Ridge Academy</h2><p>Nine buildings with 1,400 students in Ohio.</p>"
    assert fact("Nine buildings", html, "customers") is None


def test_a_customer_s_result_in_its_own_words_is_proof_with_its_name() -> None:
    html = (
        "<blockquote>\u201cWe formed 64 drivers and cut accidents from 11 to 3.\u201d</blockquote>"
        "<p>Ann Lee, site manager, Orcival Transport</p>"
    )
    found = fact("64 drivers", f"<div>{html}</div>")
    assert found is not None
    assert found.kind == "proof"
    assert found.text.startswith("Orcival Transport: \u201c")


@pytest.mark.parametrize(
    "html",
    [
        "<blockquote>\u201cAmazing service, five stars!\u201d</blockquote><p>Ann Lee, site manager, Orcival</p>",
        "<blockquote>\u201cWe cut 40 accidents to 3.\u201d</blockquote><p>Jenny</p>",
        "<blockquote>\u201cWe cut 40 accidents to 3.\u201d</blockquote>",
    ],
)
def test_praise_and_unsigned_words_are_no_facts(html: str) -> None:
    assert not [fact for fact in company(f"<div>{html}</div>").facts if "\u201c" in fact.text]


def test_sample_data_on_a_screenshot_is_no_fact() -> None:
    html = "<div class='dashboard mockup'><span>On time</span> <b>+24%</b> <span>Loads served</span> <b>312</b></div>"
    assert fact("312", html) is None


def test_a_badge_makes_what_is_beside_it_planned() -> None:
    html = "<div><div>Coming 2027</div><h2>Window robots</h2><p>We clean 40 floors in one night.</p></div>"
    assert fact("40 floors", html, "product") is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("More than 19,000 tanks are connected.", "More than 12,500 tanks are connected."),
        ("We serve 480 customers.", "We serve 350 customers."),
    ],
)
def test_figures_that_contradict_each_other_are_not_used(one: str, other: str) -> None:
    facts = company(page(f"{one}</p><p>{other}", "Results")).facts
    assert not [fact for fact in facts if one in fact.quote or other in fact.quote]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("In 2024 we served 480 customers.", "In 2025 we served 350 customers."),
        ("Rework at Penhallow fell by 40 percent.", "Rework at Dunmurrow fell by 30 percent."),
    ],
)
def test_figures_of_different_years_or_customers_do_not_contradict(one: str, other: str) -> None:
    quotes = " ".join(fact.quote for fact in company(page(f"{one}</p><p>{other}", "Results")).facts)
    assert one in quotes
    assert other in quotes


def test_a_loose_figure_agrees_with_an_exact_one() -> None:
    facts = company(page("We serve over 60 customers.</p><p>We serve 61 customers.", "Results")).facts
    assert [fact for fact in facts if "61 customers" in fact.quote]


def test_a_figure_that_more_statements_support_is_kept() -> None:
    html = page("We serve 480 customers.</p><p>We serve 350 customers.</p><p>Our customers we serve: 480 customers.")
    quotes = [fact.quote for fact in company(html).facts]
    assert "We serve 350 customers." not in quotes


def test_a_contradiction_is_reported() -> None:
    html = page("We serve 480 customers.</p><p>We serve 350 customers.", "Results")
    pages = (ReadPage("https://tarrowby.example/", parse_page(HERO + html), "start"),)
    (warning,) = company_of(pages, "tarrowby.example")[1]
    assert "480" in warning
    assert "350" in warning


def test_what_every_page_repeats_is_no_fact() -> None:
    bar = "<p>We deliver 20 springs free of charge this week.</p>"
    htmls = (HERO + bar, bar, bar, bar)
    pages = [ReadPage(f"https://tarrowby.example/{n}", parse_page(html), "start") for n, html in enumerate(htmls)]
    assert "20 springs" not in company_of(pages, "tarrowby.example")[0].model_dump_json()


def test_a_column_of_a_rival_is_not_the_company_s() -> None:
    html = (
        "<table><tr><th>What you get</th><th>Tarrowby</th><th>Auction</th></tr>"
        "<tr><td>Price per spring</td><td>\u00a34</td><td>\u00a39</td></tr></table>"
    )
    assert fact("\u00a34", html) is not None
    assert fact("\u00a39", html) is None


def test_at_most_forty_facts_are_kept_strongest_first() -> None:
    html = "".join(f"<p>Rework at plant {n} in Leeds fell from {n + 50} to {n} percent.</p>" for n in range(60))
    html += "".join(f"<p>We coil, grind and test spring number {n} on machine {n}.</p>" for n in range(60))
    facts = company(html).facts
    assert len(facts) <= 40
    assert [fact.id for fact in facts] == [f"f{n}" for n in range(1, len(facts) + 1)]
    assert [fact.weight for fact in facts] == sorted((fact.weight for fact in facts), reverse=True)


def test_the_same_fact_on_two_pages_is_one() -> None:
    text = "If the samples do not meet your drawing, you pay nothing."
    facts = company(f"<p>{text}</p>", "product", start=f"{HERO}<p>{text}</p>").facts
    assert len([fact for fact in facts if fact.quote == text]) == 1


def test_every_question_that_gives_points_can_be_asked() -> None:
    asked = {question for table in (*POINTS.values(), *_STRENGTH.values(), _READING) for question in table}
    assert not [question for question in asked if not hasattr(Evidence, question)]
