"""A name that neither the site nor the language knows is somebody else's."""

from typing import Any

import pytest


def verdict(campaign: Any, old: str, new: str) -> str | None:
    assert old in campaign.outreach.body
    changed = campaign.with_texts(outreach=campaign.outreach.body.replace(old, new))
    found = (check.verdict for check in changed.quality().outreach.checks if check.name == "no_strangers")
    return next(found, None)


@pytest.mark.parametrize(
    ("name", "own", "other"),
    [
        ("sensors", "Corvane's sensors", "Zentrix's sensors"),
        ("gaskets", "Oakhurst cuts", "Brulloway cuts"),
        ("payroll", "Wir übernehmen", "Mit Zentrix übernehmen"),
        ("ovens", "Brumont entretient", "Zentrix entretient"),
        ("almonds", "Riegos Cortada instala", "Zentrix instala"),
    ],
)
def test_another_sellers_name_fails(campaigns: dict[str, Any], name: str, own: str, other: str) -> None:
    assert verdict(campaigns[name], own, other) == "fail"


@pytest.mark.parametrize(
    ("name", "opening"),
    [
        ("sensors", "Vibrations travel far."),
        ("sensors", "Millwrights know it."),
        ("payroll", "Lohnabrechnungstage und Stundenzettelstapel kennt jeder Handwerksbetrieb."),
        ("ovens", "L'enfourneuse attend."),
        ("almonds", "Regamos de noche."),
    ],
)
def test_rare_words_and_compounds_are_no_names(campaigns: dict[str, Any], name: str, opening: str) -> None:
    greeting = campaigns[name].outreach.body.split("\n\n")[0]
    assert verdict(campaigns[name], greeting, f"{greeting}\n\n{opening}") == "pass"


def test_a_subject_line_is_looked_at_too(campaigns: dict[str, Any]) -> None:
    campaign = campaigns["sensors"]
    first, *rest = campaign.subject_lines
    lines = (first.model_copy(update={"text": "Zentrix hears a bearing"}), *rest)
    checks = campaign.with_texts(subject_lines=lines).quality().subject_lines.checks
    assert next(check.verdict for check in checks if check.name == "no_strangers") == "fail"


def test_unknown_languages_are_let_pass(campaigns: dict[str, Any]) -> None:
    campaign = campaigns["sensors"]
    request = campaign.request.model_copy(update={"language": "ja"})
    assert verdict(campaign.model_copy(update={"request": request}), "Corvane's", "Zentrix's") is None
