"""Which clauses of a site may stand in an email, and how they are fitted to it."""

from typing import Any

import pytest

from core.llm.offline.forms import Clause, clauses
from core.llm.offline.languages import language_of
from core.llm.offline.seller import Seller


def _read(text: str, kind: str = "mechanism", code: str = "en", name: str = "Halden") -> list[Clause]:
    fact = {"id": "f1", "kind": kind, "text": text, "weight": 0.7}
    seller = Seller.model_validate({"name": name, "language": code, "facts": [fact]})
    return list(clauses(seller, language_of(code)))


def _texts(text: str, kind: str = "mechanism", code: str = "en") -> set[str]:
    return {clause.text for clause in _read(text, kind, code)}


@pytest.mark.parametrize(
    "text",
    [
        "It works with Xero and QuickBooks.",  # leans on the sentence before
        "This takes three days and costs nothing.",
        "None of this is in the budget.",
        "97.8% were on site inside the delivery window.",
        "In most cases they sort every delivery by hand.",
        "I used to start my day with 140 emails.",  # somebody is quoted
        "“We have not sorted one box.”",
        "Our innovative solutions transform your workflow.",  # boasts
        "We believe a clean building is a happy building.",
        "Tired of waiting weeks for quotes?",
        "Send us the broken spring.",  # neither statement nor figure
        "Click here to read more about our quotes.",
        "We use cookies to keep you signed in.",
        "Call +1 414 555 0142 or write to hello@bayfold.example.",
        "Permits and pilot cars arranged by our own permit desk.",
        "HPLC systems, centrifuges, incubators, freezers.",
        "Halden makes parts " + "of steel or brass or nylon " * 5 + "for devices.",
    ],
)
def test_a_doubtful_clause_is_refused(text: str) -> None:
    assert _read(text) == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Du bekommst dein Angebot in 24 Stunden."),
        ("es", "Reservamos tu botella para toda la campaña."),
        ("fr", "Tu reçois ton devis en deux heures."),
        ("de", "Das ist seit 2014 zweimal vorgekommen."),
        ("fr", "Elle faisait les commandes le mercredi."),
        ("es", "Nuestra solución integral optimiza su almacén."),
        ("it", "Se non risparmi tre ore, non firmi nulla."),
        ("it", "Lo leggiamo quando esce dal magazzino."),
        ("it", "Dura un'ora e non costa nulla."),
        ("it", "Nel 2024 è successo undici volte su mille consegne."),
        ("it", "Il prezzo del piatto è stato calcolato con i costi di tre anni fa."),
        ("it", "Qualcuno ne chiede uno nuovo a fine mese."),
    ],
)
def test_so_it_is_in_every_language(code: str, text: str) -> None:
    assert _read(text, code=code) == []


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        ("We quote in 24 hours", "guarantee", "We quote in 24 hours."),
        ("reports leaks within an hour", "mechanism", "Halden reports leaks within an hour."),
        (
            "Sorts tomorrow's stops by level every night.",
            "mechanism",
            "Halden sorts tomorrow's stops by level every night.",
        ),
        ("Quotes come back in 24 hours.", "guarantee", "Quotes come back in 24 hours."),
        ("ISO 13485 certified", "guarantee", "Halden is ISO 13485 certified."),
        ("9 days median time to go live", "proof", "The median time to go live is 9 days."),
        ("We test (and record) every part.", "mechanism", "We test every part."),
        ("The company makes parts for pumps.", "offer", "Halden makes parts for pumps."),
        ("There is no implementation fee.", "price", "There is no implementation fee."),
        (
            "Penhallow Valve Co: Rework on the bench fell from 9 percent to 0.6 percent.",
            "proof",
            "At Penhallow Valve Co, rework on the bench fell from 9 percent to 0.6 percent.",
        ),
    ],
)
def test_a_clause_is_used_as_it_is_or_with_its_subject(text: str, kind: str, told: str) -> None:
    assert told in _texts(text, kind)


def test_it_stands_for_the_seller_where_the_sentence_before_names_it() -> None:
    read = _texts("Halden is a machine shop for devices. It quotes every drawing in 24 hours.")
    assert "Halden quotes every drawing in 24 hours." in read


def test_a_statement_about_you_becomes_a_hypothesis() -> None:
    (scene,) = _read("You re-enter tips from three systems every Sunday night.", "problem")
    assert scene.text == "If you re-enter tips from three systems every Sunday night, there is another way."
    assert scene.role == "scene"


def test_a_problem_that_is_about_the_seller_is_no_scene() -> None:
    assert _read("We collect a failed gearbox the same day.", "problem") == []


@pytest.mark.parametrize(
    ("code", "text", "told"),
    [
        ("en", "We coil and grind springs.", "Halden coils and grinds springs."),
        ("de", "Wir messen Reinräume der ISO-Klasse 5.", "Bei Halden messen wir Reinräume der ISO-Klasse 5."),
        ("fr", "Nous entretenons des fours.", "Chez Halden, nous entretenons des fours."),
        ("es", "Mantenemos cámaras frigoríficas.", "En Halden mantenemos cámaras frigoríficas."),
        ("it", "Ripariamo celle frigorifere.", "Noi di Halden ripariamo celle frigorifere."),
        ("it", "Dal 2019 laviamo lenzuola.", "Dal 2019 noi di Halden laviamo lenzuola."),
        ("it", "I nostri tecnici arrivano di notte.", None),
        ("de", "Unsere Techniker kommen nachts.", None),
    ],
)
def test_the_sellers_name_is_brought_in_where_grammar_allows(code: str, text: str, told: str | None) -> None:
    assert language_of(code).grammar.introduce(text, "Halden") == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Wenn die Telematik ausfällt, wartet das Wartezimmer.",
            "wenn die Telematik ausfällt, wartet das Wartezimmer.",
        ),
        ("Die Linie steht drei Stunden.", "die Linie steht drei Stunden."),
        ("Angebote kommen in 24 Stunden.", "Angebote kommen in 24 Stunden."),
        ("38 % kürzere Rüstzeiten.", "38 % kürzere Rüstzeiten."),
        ("Gefrorene Ware taut schnell.", None),
    ],
)
def test_a_german_sentence_goes_on_after_the_greeting_or_is_refused(text: str, told: str | None) -> None:
    assert language_of("de").grammar.begin(text) == told


@pytest.mark.parametrize(
    ("code", "sells", "topic"),
    [
        ("en", "Smart water meters for municipal utilities", "smart water meters"),
        ("en", "We coil, grind and test custom springs for makers of pumps", "custom springs"),
        ("en", "Halden repairs gearboxes of paper mills", ""),
        ("en", "Halden puts a link on every invoice", ""),
        ("en", "A platform for everyone", ""),
        ("en", "Springs that come out the same", "springs"),
        ("de", "Wartung und Messung von Reinräumen für Pharma", "Wartung und Messung von Reinräumen"),
        ("de", "Individuelle Versandkartons ab 50 Stück", "individuelle Versandkartons"),
        ("de", "Digitaler Prüfstand für Pumpen", ""),
        ("de", "Wir verkürzen Rüst- und Reinigungszeiten in Werken", "Rüst- und Reinigungszeiten"),
        ("fr", "Maintenance de fours pour boulangeries", "maintenance de fours"),
        ("fr", "Nous formons vos caristes", ""),
        ("es", "Mantenimiento de cámaras frigoríficas para cooperativas", "mantenimiento de cámaras frigoríficas"),
        ("es", "Somos mayoristas de botellas para almazaras", ""),
        ("it", "Progettiamo e costruiamo impianti di aspirazione per fonderie", "impianti di aspirazione"),
        ("it", "Manutenzione di celle frigorifere per cooperative", "manutenzione di celle frigorifere"),
        ("it", "Ripariamo riduttori per cartiere", ""),
        ("it", "Lo Halden segue soltanto ristoranti", ""),
        ("it", "La Halden produce e vende molle, viti e rondelle per pompe", "molle e viti"),
        ("it", "Halden ripara compressori negli stabilimenti", ""),
    ],
)
def test_what_is_sold_is_named_where_it_is_certain(code: str, sells: str, topic: str) -> None:
    assert language_of(code).grammar.topic(sells, "Halden") == topic


def test_a_customers_result_is_known_as_the_customers(companies: dict[str, Any]) -> None:
    seller = Seller.model_validate(companies["Osprey Payroll"]["company"])
    told = {clause.customer for clause in clauses(seller, language_of("en")) if clause.role == "proof"}
    assert told == {"Juniper Street Kitchens", ""}


@pytest.mark.parametrize(
    ("sentence", "reduced"),
    [
        ("L'Hotel Riva ha ridotto gli ammanchi di biancheria da 640 a 70 capi.", "ammanchi di biancheria"),
        ("Presso Molinaro, i fumi in zona operatore sono passati da 3,8 a 0,6 mg/m³.", "fumi"),
        ("Con il ricircolo la spesa di metano per il riscaldamento è diminuita del 30%.", "spesa di metano"),
        ("In un anno il food cost è passato dal 36% al 29,4%.", "food cost"),
        ("Gli straordinari non autorizzati sono calati del 62%.", "straordinari non autorizzati"),
    ],
)
def test_in_italian_the_participle_says_what_has_fallen(sentence: str, reduced: str) -> None:
    found = (match for pattern in language_of("it").grammar.reduced if (match := pattern.search(sentence)))
    assert next(found)["what"] == reduced


@pytest.mark.parametrize(
    ("reduced", "yours"),
    [
        ("ammanchi di biancheria", "i vostri ammanchi di biancheria"),
        ("spesa di metano", "la vostra spesa di metano"),
        ("emissioni", "le vostre emissioni"),
        ("consumo elettrico", "il vostro consumo elettrico"),
        ("merce", ""),
    ],
)
def test_in_italian_yours_agrees_or_is_left_out(reduced: str, yours: str) -> None:
    assert language_of("it").phrases.yours(reduced) == yours


def test_in_italian_a_known_subject_is_left_out_only_before_its_verb() -> None:
    again = language_of("it").grammar.again
    assert again("Halden misura i forni.", "Halden segnala ogni deriva.", "Halden") == "Segnala ogni deriva."
    assert again("I forni costano.", "Halden segnala ogni deriva.", "Halden") == "Halden segnala ogni deriva."
    assert again("Halden misura i forni.", "Halden, di Lecco, fa molle.", "Halden") == "Halden, di Lecco, fa molle."
