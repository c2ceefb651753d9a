"""What a careful reader would call a company's main points, of the right kind, and nothing that is not its offer."""

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


def site(html: str, language: str = "en", role: PageRole = "start", title: str = "") -> Company:
    begin = f"<html lang={language}><title>{title}</title>"
    start = STARTS[language] + (html if role == "start" else "")
    pages = [ReadPage("https://tarrowby.example/", parse_page(begin + start), "start")]
    if role != "start":
        pages.append(ReadPage("https://tarrowby.example/page", parse_page(begin + html), role))
    return company_of(pages, "tarrowby.example")[0]


def opening(html: str, language: str = "en", title: str = "Tarrowby") -> Company:
    page = parse_page(f"<html lang={language}><title>{title}</title>{html}")
    return company_of([ReadPage("https://tarrowby.example/", page, "start")], "tarrowby.example")[0]


def fact(words: str, html: str, language: str = "en", role: PageRole = "start") -> Fact:
    found = [fact for fact in site(html, language, role).facts if words in fact.quote]
    assert found, words
    return found[0]


def says(words: str, html: str, language: str = "en", role: PageRole = "start") -> bool:
    return any(words in fact.quote for fact in site(html, language, role).facts)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "If a spring breaks within two years, we replace it and pay the fitter."),
        ("en", "If rework has not fallen by month four, we take the line back at our own cost."),
        ("de", "Kommt eine Feder nach dem zugesagten Tag, zahlen wir die Fracht und die Wartezeit."),
        ("de", "Ein Techniker ist innerhalb von vier Stunden da, sonst ist der Einsatz kostenlos."),
        ("fr", "Si un ressort casse la première année, nous remboursons la pompe entière."),
        ("fr", "Le délai est au contrat : chaque jour de retard est déduit de la facture."),
        ("es", "Si un resorte se rompe el primer año, no se cobra el lote siguiente."),
        ("it", "Se una molla cede entro un anno, la sostituiamo a nostre spese."),
    ],
)
def test_what_the_company_does_if_it_fails_is_a_guarantee(language: str, text: str) -> None:
    found = fact(text[:20], f"<h2>Springs</h2><p>{text}</p>", language)
    assert found.kind == "guarantee"
    assert found.weight >= 0.7


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Parallel production for three weeks at our cost on up to 500 springs."),
        ("en", "Send ten old springs and in five days you get a drawing with a price."),
        ("de", "Schicken Sie uns fünf Federn; Sie erhalten binnen 48 Stunden eine Zeichnung mit Festpreis."),
        ("es", "Envíe cinco resortes y en tres días le mandamos un plano con precio cerrado."),
    ],
)
def test_a_small_first_step_is_an_offer(language: str, text: str) -> None:
    found = fact(text[:20], f"<h2>Springs</h2><p>{text}</p>", language)
    assert found.kind in ("offer", "guarantee")
    assert found.weight >= 0.6


@pytest.mark.parametrize(
    ("language", "heading", "text"),
    [
        ("en", "Giving back", "We coil 400 springs a year for the county's playgrounds."),
        ("en", "More", "We donated 900 springs to the air ambulance in 2024."),
        ("en", "More", "We raised £4 million from three investors in a seed round."),
        ("en", "More", "The National Pump Agency estimates 2.4 million leaking valves a year."),
        ("en", "More", "Visit us from 3 to 5 May at the pump fair, hall 4, stand 12."),
        ("en", "News", "Our engineers explain in 20 minutes how a spring tires…"),
        ("de", "Mehr", "Jeden Advent spenden wir 6.000 Euro statt Geschenken."),
        ("de", "Mehr", "Besuchen Sie uns im Mai mit 20 neuen Federn auf der Messe in Ulm, Halle 3."),
        ("fr", "Mécénat", "Nous équipons chaque année 12 ateliers d'école avec nos ressorts."),
        ("fr", "Plus", "En 2023, nous avons levé 3 millions d'euros auprès de fonds français."),
        ("es", "Más", "Cada año donamos 300 resortes a la Cruz Roja de la provincia."),
        ("it", "Altro", "Ogni Natale offriamo 5.000 euro alla Croce Rossa del paese."),
        ("it", "Altro", "Cerchiamo apprendisti: rimborso di 900 euro al mese e venerdì libero."),
    ],
)
def test_what_is_told_besides_the_business_is_no_fact(language: str, heading: str, text: str) -> None:
    assert not says(text[:25], f"<h2>{heading}</h2><p>{text}</p>", language)


@pytest.mark.parametrize(
    ("language", "heading", "text"),
    [
        ("en", "Presses and compressors", "We refit 40 presses a year."),
        ("en", "Legal translation", "We translate 40 contracts a week."),
        ("en", "Media filters", "We make filters from 12 kinds of felt."),
        ("de", "Preise ohne Anfahrtskosten", "Wir prüfen eine Presse für 189 Euro."),
        ("de", "Pressen und Stanzen", "Wir fertigen 40 Pressen im Jahr."),
        ("fr", "Presses plieuses", "Nous réparons 40 presses par an."),
        ("es", "Prensas hidráulicas", "Reparamos 40 prensas al año."),
    ],
)
def test_a_product_s_heading_is_not_taken_for_the_press_or_the_small_print(
    language: str, heading: str, text: str
) -> None:
    assert says(text[:20], f"<h2>{heading}</h2><p>{text}</p>", language, "product")


@pytest.mark.parametrize(
    ("language", "heading", "text"),
    [
        ("en", "What works managers tell us", "The drawing is in a drawer and the man who made it has left."),
        ("de", "Was Werkleiter uns erzählen", "Die Zeichnung liegt im Schrank, und der Lieferant ist nicht mehr da."),
        ("fr", "Ce que les ateliers nous racontent", "Le plan est au fond d'une armoire et la presse attend."),
        ("es", "Lo que nos cuentan los talleres", "El plano está en un cajón y la prensa espera tres semanas."),
        ("it", "Perché ci chiamano", "Il disegno è in un cassetto e la pressa aspetta tre settimane."),
    ],
)
def test_what_buyers_tell_is_a_problem(language: str, heading: str, text: str) -> None:
    found = fact(text[:20], f"<h2>{heading}</h2><ul><li>{text}</li></ul>", language)
    assert found.kind == "problem"
    assert found.weight >= 0.7


@pytest.mark.parametrize(
    ("language", "heading"),
    [
        ("en", "A wrong spring stops a whole line"),
        ("de", "Eine falsche Feder kostet eine Schicht"),
        ("fr", "Un mauvais ressort bloque toute une ligne"),
        ("es", "Un mal resorte bloquea toda la línea"),
    ],
)
def test_a_heading_that_states_a_loss_is_a_problem(language: str, heading: str) -> None:
    assert fact(heading, f"<h2>{heading}</h2><p>Tarrowby.</p>", language).kind == "problem"


@pytest.mark.parametrize(
    "text",
    [
        "You get a sheet with photos: how many came in, how many went back, how many were scrap.",
        "Repairs, breakdowns and worn tools are included in the monthly fee for each press.",
    ],
)
def test_what_the_reader_is_given_is_no_problem(text: str) -> None:
    assert fact(text[:20], f"<h2>What goes wrong</h2><p>{text}</p>").kind != "problem"


def test_a_heading_over_what_we_do_and_why_is_no_complaint() -> None:
    html = (
        "<h2>Ce que nous mesurons, et pourquoi</h2><ul><li>La force à vide, lot par lot, avant la livraison</li></ul>"
    )
    assert not any(found.kind == "problem" for found in site(html, "fr").facts)


def test_most_buyers_that_we_visit_have_a_problem() -> None:
    text = "Most plants we visit for the first time are throwing away tools that need one new spring."
    assert fact("throwing away", f"<h2>Springs</h2><p>{text}</p>").kind == "problem"


def test_a_number_in_words_is_left_out_before_a_list_s_sentence() -> None:
    html = "<h2>Three mistakes we find</h2><ul><li>The second: nobody knows which spring sits in which press.</li></ul>"
    assert fact("nobody knows", html).text.startswith("Nobody knows") or fact("nobody knows", html).text[0] == "n"


@pytest.mark.parametrize(
    ("language", "html", "sells"),
    [
        ("en", "<p>The line stops at night. A fitter is called.</p><p>The Tarrowby works coils springs.</p>", "coils"),
        ("fr", "<p>La nuit, la ligne tourne.</p><p>L'atelier Tarrowby fabrique des ressorts.</p>", "fabrique"),
        ("it", "<p>La sala è piena e tutti corrono.</p><p>La Tarrowby produce molle per le pompe.</p>", "produce"),
    ],
)
def test_what_is_sold_stands_where_the_company_is_first_named(language: str, html: str, sells: str) -> None:
    assert sells in opening(f"<h1>Tarrowby</h1>{html}", language).sells


def test_the_site_may_open_on_goods_and_for_whom_without_a_verb() -> None:
    found = opening("<h1>Tarrowby</h1><p>Springs for pump makers and valve makers in Kent.</p>").facts[0]
    assert (found.kind, found.weight >= 0.7) == ("offer", True)


@pytest.mark.parametrize(
    ("html", "title", "name"),
    [
        ('{"@type":"Organization","name":"Tarrowby Spring Works GmbH"}', "Tarrowby – springs for pumps", "Tarrowby"),
        ('{"@type":"Organization","name":"Tarrowby Springs Ltd"}', "Tarrowby Springs – for pumps", "Tarrowby Springs"),
        ('{"@type":"Organization","name":"TARROWBY"}', "TARROWBY | springs", "Tarrowby"),
    ],
)
def test_the_name_is_the_one_that_the_site_itself_uses(html: str, title: str, name: str) -> None:
    script = f'<script type="application/ld+json">{html}</script>'
    assert opening(f"{script}<h1>Springs</h1><p>We coil springs for pumps.</p>", title=title).name == name


@pytest.mark.parametrize(
    ("language", "text", "audience"),
    [
        ("fr", "Tarrowby étalonne des capteurs pour la chimie, l'agroalimentaire et les dépôts de gaz, en Belgique.",
         ("chimie", "agroalimentaire", "dépôts de gaz")),
        ("it", "Tarrowby lava biancheria per alberghi, garni e case di riposo tra il Garda e i monti.", ("alberghi",)),
        ("de", "Tarrowby wartet Linien in Brot- und Backbetrieben, auch wenn der Hersteller fehlt.",
         ("Brot- und Backbetrieben",)),
    ],
)  # fmt: skip
def test_for_whom_is_a_noun_phrase_of_its_own(language: str, text: str, audience: tuple[str, ...]) -> None:
    found = opening(f"<h1>T</h1><p>{text}</p>", language).audience
    assert found[: len(audience)] == audience
    assert not any(phrase.startswith(("auch", "tra", "en ")) for phrase in found)


def test_a_customer_is_not_the_audience() -> None:
    html = (
        "<h2>Who we work for</h2><p>Pump makers and valve makers.</p><h3>Dunfold Mills, Kent</h3><p>Cut rework by 9%."
        "</p><h3>Lowick Valves, Berwick</h3><p>Cut rework by 8%.</p>"
    )
    assert not any("Dunfold" in phrase or "Lowick" in phrase for phrase in site(html).audience)


def test_topics_of_a_page_are_no_offers() -> None:
    html = (
        "<h1>Services</h1><h2>Load testing</h2><p>We test.</p><h2>Safety</h2><p>Yes.</p><h2>What a test needs</h2><p>A."
        "</p><h2>Onboarding: 21 days</h2><p>B.</p>"
    )
    assert site(html, role="product").offers == ("Load testing",)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Our customers are workshops with 20 to 300 people and at least four presses."),
        ("de", "Unsere Kunden beschäftigen zwischen 40 und 600 Menschen: Pumpenbauer, Ventilbauer, Werkzeugbauer."),
        ("fr", "Nos clients sont des sites de 50 à 2 000 personnes : fondeurs, pompistes, robinetiers."),
        ("es", "Nuestros clientes son talleres de 20 a 300 personas en todo el norte."),
    ],
)
def test_who_the_customers_are_is_the_audience(language: str, text: str) -> None:
    assert fact(text[:25], f"<h1>Tarrowby</h1><p>{text}</p>", language, "about").kind == "audience"


def test_we_and_a_comma_is_half_an_answer() -> None:
    html = "<h2>Who adjusts the bench after a new press?</h2><p>We, free of charge, in less than five days.</p>"
    assert not says("free of charge", html, role="product")
