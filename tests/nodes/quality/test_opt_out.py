"""A way out costs a little where it is missing, and everything where policy says so."""

from typing import Any, Literal

import pytest

from core.pack import Check, PartName, Severity
from core.request import CampaignRequest
from nodes.quality.thresholds import Thresholds

OFFERS = [
    ("sensors", "Not relevant? A short no is enough."),
    ("sensors", "Wrong person? Tell me and I won't write to you again."),
    ("sensors", "Reply “no” and that is it."),
    ("sensors", "{{unsubscribe_link}}"),
    ("payroll", "Nicht das Richtige? Dann genügt ein kurzes Nein."),
    ("payroll", "Auf Wunsch schreibe ich Ihnen nicht mehr."),
    ("ovens", "Pas concerné ? Un simple « non » suffit."),
    ("ovens", "Pour ne plus recevoir de message, dites-le."),
    ("almonds", "¿No le interesa? Basta con un no."),
    ("almonds", "Puede darse de baja cuando quiera."),
]


def opt_out(campaign: Any, part: PartName = "outreach", policy: Severity | Literal["off"] = "minor") -> Check | None:
    quality = campaign.quality(thresholds=Thresholds(opt_out=policy))
    return next((check for check in quality.part(part).checks if check.name == "opt_out"), None)


@pytest.mark.parametrize(("name", "offer"), OFFERS)
def test_an_offer_to_end_it_passes(campaigns: dict[str, Any], name: str, offer: str) -> None:
    campaign = campaigns[name]
    body = campaign.outreach.body.replace("{{sender_name}}", f"{offer}\n\n{{{{sender_name}}}}")
    check = opt_out(campaign.with_texts(outreach=body))
    assert check
    assert check.verdict == "pass"


def test_by_default_a_missing_way_out_costs_a_little(campaign: Any) -> None:
    check = opt_out(campaign)
    assert check
    assert (check.verdict, check.severity) == ("fail", "minor")
    assert campaign.quality().outreach.passed
    assert opt_out(campaign, "follow_up") is None


def test_the_example_of_a_way_out_is_one(campaign: Any) -> None:
    check = opt_out(campaign)
    assert check
    example = check.detail.partition("“")[2].partition("”")[0]
    body = campaign.outreach.body.replace("{{sender_name}}", f"{example}\n\n{{{{sender_name}}}}")
    assert (found := opt_out(campaign.with_texts(outreach=body)))
    assert found.verdict == "pass"
    questions = next(
        one for one in campaign.with_texts(outreach=body).quality().outreach.checks if one.name == "one_question"
    )
    assert questions.verdict == "pass"


def test_as_a_gate_it_holds_for_every_email(campaign: Any) -> None:
    quality = campaign.quality(thresholds=Thresholds(opt_out="gate"))
    assert quality.outreach.score == quality.follow_up.score == 40


def test_turned_off_nothing_is_said(campaign: Any) -> None:
    assert opt_out(campaign, policy="off") is None


def test_a_language_without_a_list_is_let_pass(campaigns: dict[str, Any]) -> None:
    campaign = campaigns["sensors"]
    request = campaign.request.model_copy(update={"language": "ja"})
    assert opt_out(campaign.model_copy(update={"request": request}), policy="gate") is None


@pytest.mark.parametrize(
    "offer", ["Basta un semplice no.", "Risponda «no» e non Le scriverò più.", "Può disiscriversi."]
)
def test_italian_offers_pass(campaigns: dict[str, Any], offer: str) -> None:
    campaign = campaigns["sensors"]
    request = campaign.request.model_copy(update={"language": "it"})
    body = campaign.outreach.body.replace("{{sender_name}}", f"{offer}\n\n{{{{sender_name}}}}")
    check = opt_out(campaign.model_copy(update={"request": request}).with_texts(outreach=body))
    assert check
    assert check.verdict == "pass"


def test_a_line_that_the_request_puts_below_every_email_counts(campaign: Any) -> None:
    line = {"opt_out": {"en": "A short no is enough.", "de": "Ein kurzes Nein genügt.", "fr": "Un simple non suffit.",
                        "es": "Basta un no.", "it": "Basta un no."}[campaign.company.language]}  # fmt: skip
    asked = CampaignRequest.model_validate({"website": campaign.company.website, "sender": line})
    check = opt_out(campaign.model_copy(update={"request": asked}))
    assert check is not None
    assert check.verdict == "pass"
