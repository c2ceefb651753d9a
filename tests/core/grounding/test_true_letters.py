"""What a careful writer says of true facts stays, and the same loosely said of other facts does not."""

import pytest

from core.company import Company, Fact
from core.grounding.evidence import fact_behind
from core.grounding.ground import ground
from core.grounding.grounds import Grounds
from core.grounding.support import find_support
from core.grounding.wording import stem
from core.icp import Icp
from core.pack import CitedSentence, Email
from core.request import CampaignRequest

PAGE = "https://seller.example/"
REQUEST = CampaignRequest(website=PAGE)


def seller(name: str, language: str, sells: str, offers: tuple[str, ...], *facts: tuple[str, str]) -> Company:
    known = tuple(
        Fact.model_validate({"id": f"f{number}", "kind": kind, "text": text, "quote": text, "page": PAGE})
        for number, (kind, text) in enumerate(facts, start=1)
    )
    return Company(name=name, website=PAGE, language=language, sells=sells, offers=offers, facts=known)


LABELS = seller(
    "Larkin",
    "en",
    "woven labels in short runs",
    ("woven labels",),
    ("offer", "Larkin weaves labels for small knitters, in runs from 60."),
    ("mechanism", "We weave straight from your drawing, so there is no loom card to pay for."),
    ("problem", "A yarn is sold out by autumn, and the labels woven for it lie in a drawer for years."),
    ("proof", "Moor & Daughter sews four labels into every jumper."),
)
KNIVES = seller(
    "Ferrazza",
    "it",
    "coltelli da cucina e la loro affilatura",
    ("affilatura di prova",),
    ("offer", "La prima affilatura di prova è gratuita, con una scheda del filo."),
    ("mechanism", "Ogni coltello viene misurato prima e dopo."),
)
LISTS = seller(
    "Prüfwerk",
    "de",
    "Software für Prüffristen",
    ("Prüfwerk App",),
    ("problem", "Eine Liste kennt nur die Leitern, die jemand eingetragen hat."),
    ("mechanism", "Bestehende Tabellen übernehmen wir in zwei Tagen und ohne Aufpreis."),
)


def supported(company: Company, sentence: str, *ids: str) -> bool:
    grounds = Grounds.of(company, REQUEST, Icp())
    return bool(find_support(sentence, grounds, tuple(fact for fact in company.facts if fact.id in ids)))


@pytest.mark.parametrize(
    ("sentence", "holds"),
    [
        ("The labels woven for it stay in a drawer for years.", True),
        ("The labels woven for us stay in the attic for years.", False),
        ("The woven labels outlive every jumper.", False),
    ],
)
def test_a_fact_quoted_but_for_one_word_is_supported(sentence: str, holds: bool) -> None:
    assert supported(LABELS, sentence, "f3") is holds


@pytest.mark.parametrize(
    ("sentence", "holds"),
    [
        ("We weave labels in runs from 60, with no loom card to pay for.", True),
        ("We dye shoes in runs from 60, with no loom card to pay for.", False),
        ("We weave labels in runs from 30, with no loom card to pay for.", False),
    ],
)
def test_a_cited_fact_may_give_a_number_and_what_is_sold(sentence: str, holds: bool) -> None:
    assert supported(LABELS, sentence, "f1", "f2") is holds


@pytest.mark.parametrize(
    ("sentence", "holds"),
    [
        ("Le sarebbe utile una prima affilatura di prova, gratuita?", True),
        ("Le sarebbe utile una consulenza gratuita?", False),
        ("Le sarebbe utile un'affilatura di prova garantita?", False),
    ],
)
def test_a_question_may_offer_what_the_site_offers(sentence: str, holds: bool) -> None:
    assert supported(KNIVES, sentence, "f1") is holds


@pytest.mark.parametrize(
    ("said", "infinitive"),
    [
        ("übernimmt", "übernehmen"),
        ("übernommen", "übernehmen"),
        ("bespricht", "besprechen"),
        ("unterbrochen", "unterbrechen"),
        ("schliffen", "schleifen"),
    ],
)
def test_german_verbs_that_change_their_vowel_are_one_word(said: str, infinitive: str) -> None:
    assert stem(said, "de") == stem(infinitive, "de")


def test_a_verb_in_another_form_is_the_facts_own_word() -> None:
    assert supported(LISTS, "Prüfwerk übernimmt sie in zwei Tagen und ohne Aufpreis.", "f2")
    assert not supported(LISTS, "Prüfwerk übernimmt sie in drei Tagen und ohne Aufpreis.", "f2")


@pytest.mark.parametrize(
    ("first", "cites", "stays"),
    [
        ("Eine Liste kennt nur die Leitern, die jemand eingetragen hat.", "f1", True),
        ("Bestehende Tabellen übernehmen wir in zwei Tagen und ohne Aufpreis.", "f2", False),
    ],
)
def test_after_a_problem_of_the_trade_a_letter_goes_on_about_the_trade(first: str, cites: str, stays: bool) -> None:
    following = "Die anderen findet im schlimmsten Fall der Unfallarzt."
    email = Email(
        body=f"Guten Tag {{{{first_name}}}},\n\n{first} {following}\n\n{{{{sender_name}}}}",
        cited=(CitedSentence(sentence=first, fact=cites),),
    )
    grounded = ground(email, "outreach", LISTS, REQUEST, Icp())
    assert (following in grounded.email.body) is stays
    assert first in grounded.email.body


@pytest.mark.parametrize(
    ("line", "rests"),
    [
        ("each label in its own place", "f4"),
        ("woven labels", ""),
        ("each jumper in its own place", "f4"),
        ("no other seller", ""),
    ],
)
def test_a_word_of_an_offers_longer_name_is_matter_of_a_cited_fact(line: str, rests: str) -> None:
    found = fact_behind(line, "f4", LABELS, "en")
    assert (found.id if found else "") == rests
