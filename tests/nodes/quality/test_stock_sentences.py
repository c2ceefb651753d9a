"""A general truth and a question that could close any email fail; a question about the reader's matter passes."""

from typing import Any

import pytest

from core.pack import Check

NAMES = {"en": "sensors", "de": "payroll", "fr": "ovens", "es": "almonds", "it": "linen"}


def look(campaigns: dict[str, Any], language: str, sentence: str, part: str = "outreach") -> Check:
    """Return what is found in an email that says a sentence more before its own first."""
    campaign = campaigns[NAMES[language]]
    email = getattr(campaign, part)
    greeting, *rest = email.body.split("\n\n")
    quality = campaign.with_texts(**{part: "\n\n".join((greeting, sentence, *rest))}).quality()
    return next(check for check in quality.part(part).checks if check.name == "no_aphorism")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "A promise is only as good as the routine behind it."),
        ("de", "Zahlen sagen mehr als Eigenschaftswörter, deshalb hier eine."),
        ("de", "In Sachen Lohnabrechnung sieht man den Unterschied selten vor dem Auftrag."),
        ("fr", "Une promesse ne vaut que par l’organisation qui la tient."),
        ("fr", "En matière de fours, la différence se voit après la signature."),
        ("es", "Si solo cabe un detalle, quizá sea este."),
        ("it", "Se tenete d'occhio il vostro consumo elettrico, ecco una cifra da confrontare."),
    ],
)
def test_a_sentence_that_fits_any_company_fails(campaigns: dict[str, Any], language: str, sentence: str) -> None:
    assert look(campaigns, language, sentence).verdict == "fail"


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "Relevant to you this year?"),
        ("en", "Worth a look for {{company}}?"),
        ("en", "Is anyone at {{company}} looking at bearings right now?"),
        ("en", "Is there a project at {{company}} that involves vibration sensors?"),
        ("en", "Where does {{company}} stand on that today?"),
        ("de", "Ein Thema für {{company}}?"),
        ("de", "Lohnt sich für {{company}} ein zweiter Blick?"),
        ("de", "Suchen Sie bei {{company}} gerade jemanden für Lohnabrechnung?"),
        ("fr", "Un sujet pour {{company}} ?"),
        ("fr", "Où en est {{company}} ?"),
        ("fr", "Avez-vous un projet cette année ?"),
        ("es", "¿Cambiaría algo en {{company}}?"),
        ("es", "¿Dónde está hoy {{company}} en ese punto?"),
        ("it", "State valutando qualcosa in fatto di biancheria?"),
    ],
)
def test_a_question_that_could_close_any_email_fails(campaigns: dict[str, Any], language: str, question: str) -> None:
    found = look(campaigns, language, question)
    assert (found.verdict, found.severity) == ("fail", "major")
    assert question in found.detail


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "Do you look after bearings at {{company}}?"),
        ("en", "Are you the right person for this?"),
        ("de", "Wer kümmert sich bei {{company}} um Lohnabrechnung?"),
        ("fr", "Côté fours, qui décide chez {{company}} ?"),
        ("es", "¿Se encarga usted de riego en {{company}}?"),
        ("it", "Chi si occupa di biancheria presso {{company}}?"),
    ],
)
def test_who_is_in_charge_may_be_asked_in_the_second_email(
    campaigns: dict[str, Any], language: str, question: str
) -> None:
    first, second = (look(campaigns, language, question, part) for part in ("outreach", "follow_up"))
    assert (first.verdict, first.severity) == ("fail", "major")
    assert (second.verdict, second.severity) == ("fail", "minor")


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "Shall I sketch how Corvane would do that at {{company}}?"),
        ("en", "How does that compare with {{company}}?"),
        ("de", "Wie machen Sie das heute bei {{company}}?"),
        ("fr", "Comment faites-vous aujourd'hui chez {{company}} ?"),
        ("it", "Lavanderia Brenta si adatterebbe al vostro modo di lavorare?"),
    ],
)
def test_a_question_that_only_leans_on_the_fact_passes_half(
    campaigns: dict[str, Any], language: str, question: str
) -> None:
    assert look(campaigns, language, question).verdict == "half"


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "Worth seeing on your own ledger?"),
        ("en", "Is there a part at {{company}} that is about to make that jump?"),
        ("en", "Would it help to see how Tessler Paper did it?"),
        ("en", "How long does that take at {{company}} today?"),
        ("de", "Wäre das für {{company}} ein Thema?"),
        ("de", "Wer tippt bei {{company}} die Stundenzettel ab?"),
        ("fr", "Vers quel pays {{company}} livre-t-il ensuite ?"),
        ("fr", "Qui dépanne les fours de {{company}} la nuit ?"),
        ("es", "¿Han medido alguna vez los sectores de {{company}}?"),
        ("es", "¿Quién dobla hoy las sábanas en {{company}}?"),
        ("it", "Ogni quanti giorni si cambia la lama da {{company}}?"),
    ],
)
def test_a_question_about_the_readers_matter_passes(campaigns: dict[str, Any], language: str, question: str) -> None:
    assert look(campaigns, language, question).verdict == "pass"


def test_a_general_truth_in_a_second_email_is_a_major_fault_beside_any_question(campaigns: dict[str, Any]) -> None:
    said = "Actions speak louder than words. Are you the right person for this?"
    found = look(campaigns, "en", said, "follow_up")
    assert (found.verdict, found.severity) == ("fail", "major")
