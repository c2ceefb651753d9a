"""Entries about one company have one name."""

import pytest

from core.request import CampaignRequest, GivenCompany
from nodes.website.problems import WebsiteProblem
from server.caches.subject import subject_of


@pytest.mark.parametrize("website", ["bayfold.example", "https://www.bayfold.example/about", "HTTP://BAYFOLD.example"])
def test_a_website_is_named_by_its_host(website: str) -> None:
    company = GivenCompany(description="More about it.")
    assert subject_of(CampaignRequest(website=website)) == "bayfold.example"
    assert subject_of(CampaignRequest(website=website, company=company, goal="a call")) == "bayfold.example"


def test_pasted_text_is_named_by_its_digest() -> None:
    one, other = (
        GivenCompany(description=text) for text in ("Sells water meters.", "Sells water meters and their seals.")
    )
    assert subject_of(CampaignRequest(company=one)) == subject_of(CampaignRequest(company=one, goal="a call"))
    assert subject_of(CampaignRequest(company=one)) != subject_of(CampaignRequest(company=other))
    assert len(subject_of(CampaignRequest(company=one))) == len("text:") + 16


def test_what_is_no_public_website_is_refused() -> None:
    with pytest.raises(WebsiteProblem):
        subject_of(CampaignRequest(website="http://localhost/"))
