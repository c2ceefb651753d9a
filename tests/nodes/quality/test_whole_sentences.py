"""Tiles and stock sentences fail, dangling words pass half; letters as people write them pass."""

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
        ("fr", "Un jour en cuisine avec l'équipe."),
        ("fr", "Un relevé par zone et une petite équipe."),
    ],
)
def test_a_tile_set_as_a_sentence_fails(campaigns: dict[str, Any], language: str, sentence: str) -> None:
    assert verdict(campaigns, "whole_sentences", language, sentence) == "fail"


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
        ("it", "Ricevete tre bottiglie con la carta e le finiture definitive."),
        ("de", "Tausend Schachteln, vierfarbig auf Frischfaserkarton, kosten 490 Euro."),
        ("fr", "Chaque sonde équipe deux fours."),
        ("fr", "58 boulangeries l’utilisent, de 150 à 12 000 pains par jour."),
        ("en", "For every new mill we donate 500 sensors."),
        ("en", "Retailers nominate us directly."),
        ("en", "Thanks for reading."),
        ("en", "Maybe you already track it."),
        ("fr", "Personne ne l'entend avant lundi."),
        ("es", "El tejado aguanta diez años."),
        ("it", "La pompa gira a vuoto."),
        ("de", "Vielen Dank für Ihre Zeit."),
        ("en", "Plants with 40 to 900 people on the line use Corvane."),
        ("es", "Los certificados no podrán reproducirse."),
    ],
)
def test_a_sentence_with_a_verb_is_whole(campaigns: dict[str, Any], language: str, sentence: str) -> None:
    assert verdict(campaigns, "whole_sentences", language, sentence) == "pass"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "No drilling, no shutdown."),
        ("de", "Ohne Bohren, ohne Stillstand."),
        ("fr", "Sans perçage, sans arrêt."),
        ("es", "Sin taladrar, sin parar."),
        ("it", "Meno fermi, meno scarti."),
    ],
)
def test_pieces_set_side_by_side_on_purpose_pass_half(campaigns: dict[str, Any], language: str, sentence: str) -> None:
    assert verdict(campaigns, "whole_sentences", language, sentence) == "half"


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
        ("en", "At Corvane, we had all eleven in the yard in 17 days."),
        ("en", "If you ask who carries the risk: we retest free of charge, or send it to a laboratory."),
        ("en", "We break a few on purpose."),
        ("fr", "Chez Brumont, nous l’avons comblé en 29 jours."),
        ("es", "En Riegos Cortada lo hemos resuelto en 9 días."),
        ("it", "Presso Lavanderia Brenta l'abbiamo consegnato in tre giorni."),
    ],
)
def test_an_opening_about_something_unnamed_passes_half(
    campaigns: dict[str, Any], language: str, sentence: str
) -> None:
    assert verdict(campaigns, "leans_on_nothing", language, sentence) == "half"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "If your filler stops, we repair it the same day."),
        ("en", "At Corvane, we take a worn part and measure it."),
        ("en", "Plants lose several a year, and nobody counts them."),
        ("en", "We make it easy to plan a stop."),
        ("fr", "Chez Brumont, un four tombe, et nous l’avons réparé en 4 heures."),
        ("es", "Cada parcela pierde agua y la hemos medido."),
        ("de", "Bricht eine Fuge aus, schleifen wir sie ab."),
    ],
)
def test_an_opening_that_names_what_it_means_passes(campaigns: dict[str, Any], language: str, sentence: str) -> None:
    assert verdict(campaigns, "leans_on_nothing", language, sentence) == "pass"
