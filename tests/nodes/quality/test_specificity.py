"""The swap test: an email shares rare words with its own site, and little with any other."""

from itertools import permutations
from typing import Any

import pytest

from core.pack import Check

NAMES = ("sensors", "gaskets", "payroll", "ovens", "almonds", "linen")
GENERIC = {
    "sensors": "Most teams lose hours every week on work that nobody planned. {seller} helps companies get more done "
    "with less effort, and its customers see a clear difference within months.",
    "payroll": "Viele Betriebe verlieren jede Woche Zeit mit Aufgaben, die niemand gern erledigt. {seller} hilft "
    "Unternehmen, mit weniger Aufwand mehr zu schaffen, und die Kunden sehen schnell einen Unterschied.",
    "ovens": "Beaucoup d'équipes perdent des heures chaque semaine. {seller} aide les entreprises à faire plus avec "
    "moins d'effort, et ses clients voient vite la différence.",
    "almonds": "Muchos equipos pierden horas cada semana. {seller} ayuda a las empresas a hacer más con menos "
    "esfuerzo, y sus clientes notan pronto la diferencia.",
}


def specificity(campaign: Any) -> Check | None:
    return next((check for check in campaign.quality().outreach.checks if check.name == "specificity"), None)


def with_prose(campaign: Any, prose: str) -> Any:
    """Return a campaign whose first email says something else before its question."""
    greeting, *_, question, closing = campaign.outreach.body.split("\n\n")
    return campaign.with_texts(outreach="\n\n".join((greeting, prose, question, closing)))


def test_a_good_email_is_specific_to_its_seller(campaign: Any) -> None:
    check = specificity(campaign)
    assert check
    assert check.verdict == "pass", check.detail


@pytest.mark.parametrize(("writer", "seller"), list(permutations(NAMES, 2)))
def test_another_companys_email_fails(campaigns: dict[str, Any], writer: str, seller: str) -> None:
    swapped = campaigns[seller].with_texts(outreach=campaigns[writer].outreach.body)
    check = specificity(swapped)
    assert check
    assert check.verdict == "fail", check.detail
    assert not swapped.quality().outreach.passed


@pytest.mark.parametrize("name", sorted(GENERIC))
def test_a_generic_email_fails_with_and_without_the_sellers_name(campaigns: dict[str, Any], name: str) -> None:
    for seller in (campaigns[name].company.name, "Our team"):
        check = specificity(with_prose(campaigns[name], GENERIC[name].format(seller=seller)))
        assert check
        assert check.verdict == "fail", check.detail


def test_an_email_half_of_common_places_passes_half(campaigns: dict[str, Any]) -> None:
    campaign = campaigns["sensors"]
    common = "The pressure grows every year, the budget stays, people want more, and every change takes weeks of talk."
    check = specificity(with_prose(campaign, f"{common} {campaign.company.facts[1].text}"))
    assert check
    assert check.verdict == "half", check.detail


def test_the_vaguest_sentence_and_a_better_fact_are_named(campaigns: dict[str, Any]) -> None:
    check = specificity(with_prose(campaigns["sensors"], "It gets better and easier every year."))
    assert check
    assert "“It gets better and easier every year.”" in check.detail
    assert "Corvane makes wireless vibration sensors" in check.detail


@pytest.mark.parametrize("language", ["ja", "zh", "de", "nl"])
def test_nothing_is_said_where_words_cannot_be_compared(campaigns: dict[str, Any], language: str) -> None:
    campaign = campaigns["sensors"]
    request = campaign.request.model_copy(update={"language": language})
    assert specificity(campaign.model_copy(update={"request": request})) is None
