"""A sentence that leans on what its page said before it is left out; a result is told of its owner."""

import pytest

from core.llm.offline.forms import Clause, clauses
from core.llm.offline.hooks import hooks_of
from core.llm.offline.languages import language_of
from core.llm.offline.seller import Seller, Task


def _read(code: str, *facts: tuple[str, str, str]) -> tuple[Clause, ...]:
    """Return the clauses of facts given as kind, heading and text."""
    given = [
        {"id": f"f{at}", "kind": kind, "heading": heading, "text": text, "weight": 0.7}
        for at, (kind, heading, text) in enumerate(facts, start=1)
    ]
    seller = Seller.model_validate({"name": "Halden", "language": code, "facts": given})
    return clauses(seller, language_of(code))


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "We break a few on purpose and write the recipes."),
        ("en", "We retest free of charge, or send it to a laboratory of your choosing."),
        ("en", "We had all eleven in the yard in 17 days."),
        ("en", "For an HT-350, a level spot 50 by 12 feet that will carry 58,000 pounds."),
        ("fr", "Nous l'avons comblé en 29 jours ouvrables."),
        ("fr", "En dessous, une annonce bien rédigée suffit et nous vous aidons à l'écrire."),
        ("fr", "Types A et B, 3 jours, test compris."),
        ("es", "Los recogemos el lunes y los devolvemos el viernes."),
        ("it", "Lo sostituiamo in giornata entro cento chilometri."),
        ("de", "Weil die guten Leute keine Anzeigen lesen."),
        ("es", "Recomendamos repartir con los operadores parte de lo ahorrado."),
    ],
)
def test_what_points_back_or_says_nothing_of_the_seller_is_left_out(code: str, text: str) -> None:
    assert not _read(code, ("mechanism", "", text))


def test_a_pronoun_with_its_noun_before_it_stays() -> None:
    assert _read("en", ("mechanism", "", "We collect a broken pallet and bring it back the next day."))


@pytest.mark.parametrize(
    ("code", "facts", "told"),
    [
        (
            "es",
            [("proof", "Farmacia: Laboratorios Alcorisa", "El expediente pasó de seis semanas a ocho días.")],
            "En Laboratorios Alcorisa, el expediente pasó de seis semanas a ocho días.",
        ),
        (
            "en",
            [
                ("proof", "Kept the boat on the slip", "Weld repair rate dropped from 7.5% to 1.8%."),
                ("mechanism", "Kept the boat on the slip", "Garrick Marine in Henderson needed eleven welders."),
            ],
            "At Garrick Marine, weld repair rate dropped from 7.5% to 1.8%.",
        ),
        (
            "fr",
            [("price", "Cégep des Hautes-Monts", "La gestionnaire a ramené le déficit de 140 000 $ à l'équilibre.")],
            "Chez Cégep des Hautes-Monts, la gestionnaire a ramené le déficit de 140 000 $ à l'équilibre.",
        ),
    ],
)
def test_a_result_is_told_of_the_customer_of_its_section(
    code: str, facts: list[tuple[str, str, str]], told: str
) -> None:
    assert told in {clause.text for clause in _read(code, *facts) if clause.customer}


def test_a_result_without_an_owner_counts_less_than_one_with() -> None:
    alone, owned = (
        _read("de", ("proof", heading, text))[0].strength
        for heading, text in (
            ("Objekte", "Statt CHF 61'000 mit Gerüst kostete die Reinigung CHF 19'400."),
            ("Käserei Obermoos, Appenzell", "Der Ertrag stieg nach der Reinigung um 14 Prozent gegen das Vorjahr."),
        )
    )
    assert alone < owned - 0.5


def test_a_statement_about_the_seller_is_closed_before_its_list_of_places() -> None:
    text = "Halden rents steam boilers from 100 to 1,200 horsepower to food plants and hospitals"
    told = [clause.text for clause in _read("en", ("proof", "", f"{text} in Ohio, Michigan, Indiana"))]
    assert told[0] == f"{text}."


def test_french_double_signs_are_set_off() -> None:
    told = _read("fr", ("problem", "", "L'obligation est remplie ; les kilowattheures, eux, continuent."))
    assert "remplie\u00a0; les" in told[0].text


def test_no_condition_is_put_before_a_condition() -> None:
    (clause,) = (
        one
        for one in _read("it", ("guarantee", "", "Se il pulito non arriva in orario, la consegna non si paga."))
        if one.role == "guarantee"
    )
    slots = {"topic": "", "name": "Halden"}
    hooks = hooks_of("guarantee", clause, slots, Task(), language_of("it"))
    assert hooks
    assert not any(hook.startswith("Se ") for hook in hooks)
