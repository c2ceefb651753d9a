"""A request says what to read and how to write; what cannot be served is refused where it stands."""

from typing import Any

import pytest
from pydantic import ValidationError

from core.brief import Brief, CompanyShown, allowed_placeholders
from core.company import Company, Fact
from core.icp import GivenIcp
from core.request import CampaignRequest


@pytest.mark.parametrize(
    "body",
    [
        {"website": "https://a.example"},
        {"company": {"description": "We make valves for dairies."}},
        {"company": {"facts": ["We make valves for dairies."]}},
    ],
)
def test_a_website_or_text_is_enough(body: dict[str, Any]) -> None:
    CampaignRequest.model_validate(body)


@pytest.mark.parametrize(
    ("what", "body"),
    [
        ("nothing to read", {}),
        ("a name alone", {"company": {"name": "Acme"}}),
        ("an unknown field", {"website": "a.example", "websites": "b.example"}),
        ("a control character", {"website": "a.example", "goal": "a\x00b"}),
        ("a lone surrogate", {"website": "a.example", "tone": "\ud83d"}),
        ("a placeholder that is no name", {"website": "a.example", "placeholders": ["First Name"]}),
        ("a quality over 100", {"website": "a.example", "min_quality": 101}),
        ("a language that is no code", {"website": "a.example", "language": "german"}),
        ("a profile without people", {"website": "a.example", "icp": {"personas": []}}),
        ("a title of a thousand characters", {"website": "a.example", "icp": {"personas": [{"title": "x" * 1000}]}}),
    ],
)
def test_what_cannot_be_served_is_refused(what: str, body: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        CampaignRequest.model_validate(body)


def test_a_line_stays_one_line() -> None:
    request = CampaignRequest.model_validate({"website": "a.example", "sender": {"name": "Ada\nBcc: x"}})
    assert request.sender.name == "Ada Bcc: x"


def test_the_sender_name_may_always_be_used() -> None:
    request = CampaignRequest(website="a.example", placeholders=("first_name",))
    assert allowed_placeholders(request) == ("first_name", "sender_name")


def test_a_profile_says_what_it_lacks() -> None:
    assert GivenIcp(industries=("dairies",), disqualifiers=()).missing == ("company_sizes", "geographies", "personas")


def test_the_brief_takes_the_language_of_the_site_unless_told_otherwise() -> None:
    company = Company(name="A", language="de")
    assert Brief.of(CampaignRequest(website="a.example"), company).language == "de"
    assert Brief.of(CampaignRequest(website="a.example", language="fr"), company).language == "fr"


def test_the_fact_sheet_shows_no_page() -> None:
    fact = Fact(id="f1", kind="proof", text="t", quote="the quote", page="https://a.example/secret-path")
    shown = CompanyShown.of(Company(name="A", facts=(fact,))).model_dump_json()
    assert "f1" in shown
    assert "secret-path" not in shown
