"""Tiles, dangling words and stock sentences pass half; letters as people write them pass."""

from typing import Any

import pytest

from nodes.quality.verbs import has_finite_verb

NAMES = {"en": "sensors", "de": "payroll", "fr": "ovens", "es": "almonds", "it": "linen"}


def verdict(campaigns: dict[str, Any], criterion: str, language: str, opening: str) -> str:
    campaign = campaigns[NAMES[language]]
    greeting, _, *rest = campaign.outreach.body.split("\n\n")
    quality = campaign.with_texts(outreach="\n\n".join((greeting, opening, *rest))).quality()
    return next(check.verdict for check in quality.outreach.checks if check.name == criterion)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "4 min average time to approve a return."),
        ("en", "8 in 10 unauthorized sellers gone within 60 days."),
        ("en", "31% average drop in wasted ad spend in the first 90 days."),
        ("de", "70 % weniger Pflegeaufwand."),
        ("de", "Gegründet 1956, heute in dritter Generation geführt."),
        ("fr", "620 pharmacies agencées."),
        ("fr", "Des traducteurs ingénieurs, qui travaillent vers leur langue maternelle."),
        ("es", "Garantía de uniformidad de riego superior al 92 %, por contrato."),
        ("it", "Cappe e bracci aspiranti, filtri a cartucce e a maniche."),
        ("it", "Fondata nel 1984, oggi alla terza generazione."),
    ],
)
def test_a_tile_set_as_a_sentence_passes_half(campaigns: dict[str, Any], language: str, sentence: str) -> None:
    assert verdict(campaigns, "whole_sentences", language, sentence) == "half"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "A leak is cheap in its first hour and expensive by the end of the month."),
        ("en", "42 utilities in Ohio run on them."),
        ("en", "Tallyline reconciles bank, card and payroll every night."),
        ("en", "Quotes come back in 24 hours."),
        ("en", "Send a drawing and you have a price in two days."),
        ("en", "The short version: 42 utilities in Ohio."),
        ("de", "Unsere Werkstofftechniker beraten Sie schon bei der Auswahl des Stahls."),
        ("de", "das Kataster liegt in Excel, die Datenblätter im Ordner."),
        ("de", "Unsere Leute prüfen Teile."),
        ("fr", "58 boulangeries de Bretagne nous confient leurs fours."),
        ("fr", "Un four qui s'arrête à deux heures du matin vide les rayons."),
        ("es", "En agosto, una parcela con sed y otra encharcada salen de la misma llave."),
        ("es", "Finca Los Alcores riega 140 hectáreas con la misma cosecha."),
        ("it", "Quando la cella si ferma ad agosto, la frutta di un mese è a rischio."),
        ("it", "Ripariamo celle frigorifere di cooperative agricole."),
        ("it", "Un chip cucito nell'orlo conta ogni lenzuolo."),
        ("it", "L'impianto protegge dieci macchine."),
        ("it", "Il forno Bassani la cambiava ogni mese."),
    ],
)
def test_a_sentence_with_a_verb_is_whole(campaigns: dict[str, Any], language: str, sentence: str) -> None:
    assert verdict(campaigns, "whole_sentences", language, sentence) == "pass"


def test_the_facts_of_the_good_campaigns_are_whole_sentences(campaign: Any) -> None:
    language = campaign.company.language
    assert all(has_finite_verb(fact.text.partition(":")[0], language) for fact in campaign.company.facts)


def test_an_unknown_language_is_not_looked_at(campaigns: dict[str, Any]) -> None:
    campaign = campaigns["sensors"]
    request = campaign.request.model_copy(update={"language": "nl"})
    checks = campaign.model_copy(update={"request": request}).quality().outreach.checks
    assert not {check.name for check in checks} & {"whole_sentences", "leans_on_nothing"}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Spreadsheets and support inboxes were never built for that."),
        ("en", "This costs a weekend."),
        ("de", "Niemand hat Zeit dafür."),
        ("de", "Das kostet einen Abend im Monat."),
        ("fr", "Personne ne pense à cela."),
        ("es", "Nadie tiene tiempo para eso."),
    ],
)
def test_an_opening_that_points_at_nothing_passes_half(campaigns: dict[str, Any], language: str, sentence: str) -> None:
    assert verdict(campaigns, "leans_on_nothing", language, sentence) == "half"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "This year the audit comes early."),
        ("en", "When a pump stops, nobody plans for that."),
        ("en", "It fails on the weekend, and the whole line waits for it."),
        ("de", "Das Kataster liegt in Excel."),
        ("de", "Wenn der Drucker ausfällt, rechnet niemand damit."),
        ("fr", "Ce four tourne la nuit."),
        ("es", "Este verano el agua llega tarde."),
    ],
)
def test_an_opening_that_names_its_matter_passes(campaigns: dict[str, Any], language: str, sentence: str) -> None:
    assert verdict(campaigns, "leans_on_nothing", language, sentence) == "pass"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "A promise is only as good as the routine behind it."),
        ("en", "Relevant to you this year?"),
        ("en", "Worth a look for {{company}}?"),
        ("en", "Shall I sketch how Corvane would do that at {{company}}?"),
        ("de", "Zahlen sagen mehr als Eigenschaftswörter, deshalb hier eine."),
        ("de", "Ein Thema für {{company}}?"),
        ("fr", "Une promesse ne vaut que par l’organisation qui la tient."),
        ("fr", "Un sujet pour {{company}} ?"),
        ("es", "Si solo cabe un detalle, quizá sea este."),
        ("es", "¿Cambiaría algo en {{company}}?"),
    ],
)
def test_a_sentence_that_fits_any_company_passes_half(campaigns: dict[str, Any], language: str, sentence: str) -> None:
    assert verdict(campaigns, "no_aphorism", language, sentence) == "half"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Worth seeing on your own ledger?"),
        ("en", "Is there a part at {{company}} that is about to make that jump?"),
        ("de", "Wäre das für {{company}} ein Thema?"),
        ("fr", "Vers quel pays {{company}} livre-t-il ensuite ?"),
        ("es", "¿Han medido alguna vez los sectores de {{company}}?"),
    ],
)
def test_a_question_about_the_readers_matter_passes(campaigns: dict[str, Any], language: str, sentence: str) -> None:
    assert verdict(campaigns, "no_aphorism", language, sentence) == "pass"
