"""Shared words count by their rarity, shared figures a little, the seller's name not at all."""

import subprocess
import sys

import pytest

from core.company import Company, Fact
from core.grounding.grounds import Grounds
from core.icp import Icp
from core.request import CampaignRequest
from nodes.quality.overlap import comparable, overlap, shared, source_of

PAGE = "https://oakhurst.example/"
TOLD = "Oakhurst cuts gaskets for dairies in 24 hours and keeps every drawing for years."
FACT = Fact(id="f1", kind="offer", text=TOLD, quote=TOLD, page=PAGE)
COMPANY = Company(name="Oakhurst", sells="gaskets for dairies", facts=(FACT,))
GROUNDS = Grounds.of(COMPANY, CampaignRequest(website=PAGE), Icp())
SITE = source_of(COMPANY.facts, GROUNDS)


def measured(text: str) -> float:
    return overlap(text, SITE, GROUNDS)


def test_a_rare_word_tells_more_than_a_common_one() -> None:
    assert measured("gaskets") > measured("drawings") > measured("years") > 0


def test_words_that_the_site_has_not_tell_nothing() -> None:
    assert measured("sensors listen to bearings") == 0
    assert measured("sensors gaskets") == pytest.approx(measured("gaskets") / 2)
    assert measured("") == measured("{{company}}") == 0


def test_the_sellers_name_changes_nothing() -> None:
    assert measured("Oakhurst gaskets") == measured("gaskets")
    assert shared("Oakhurst", SITE, GROUNDS) == 0


def test_a_trade_in_the_name_still_tells() -> None:
    company = COMPANY.model_copy(update={"name": "Oakhurst Gaskets"})
    grounds = Grounds.of(company, CampaignRequest(website=PAGE), Icp())
    assert overlap("gaskets", SITE, grounds) == measured("gaskets")


def test_a_figure_tells_if_the_site_has_it() -> None:
    assert measured("24 hours") > measured("25 hours")
    assert shared("24", SITE, GROUNDS) == 2


def test_in_all_a_longer_text_may_share_more() -> None:
    both = shared("gaskets from drawings", SITE, GROUNDS)
    assert both == shared("gaskets", SITE, GROUNDS) + shared("drawings", SITE, GROUNDS)


@pytest.mark.parametrize(("language", "known"), [("en", True), ("de", False), ("ja", False)])
def test_only_emails_in_the_sites_language_compare(language: str, known: bool) -> None:
    request = CampaignRequest(website=PAGE, language=language)
    assert comparable(Grounds.of(COMPANY, request, Icp())) is known


def test_word_lists_are_loaded_when_they_are_needed() -> None:
    code = "import sys, nodes.quality.score; sys.exit('wordfreq' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
