"""The jobs of those whom a site quotes are kept as it writes them: they say whom to write to."""

import pytest

from core.company import Company
from nodes.website.company import company_of
from nodes.website.html import parse_page
from nodes.website.page_facts import ReadPage
from nodes.website.roles import PageRole


def site(html: str, role: PageRole = "customers", language: str = "en") -> Company:
    start = f"<html lang={language}><title>Tarrowby</title><h1>Springs</h1><p>Tarrowby makes springs.</p>"
    pages = [
        ReadPage("https://tarrowby.example/", parse_page(start), "start"),
        ReadPage("https://tarrowby.example/page", parse_page(f"<html lang={language}><h1>Page</h1>{html}"), role),
    ]
    return company_of(pages, "tarrowby.example")[0]


def quoted(words: str, who: str) -> str:
    return f"<blockquote>“{words}” <cite>{who}</cite></blockquote>"


CALM = "We have not had to stop the line since."


def test_the_most_frequent_job_comes_first_and_each_once() -> None:
    html = (
        quoted(CALM, "Ann Poe, buyer, Dunfold Mills")
        + quoted("The springs hold and the line runs.", "Li Wu, plant manager at Carrow Pumps")
        + quoted("Nobody has asked for a refund yet.", "Jo Ash, Plant Manager, Vell & Sons")
    )
    assert site(html).customer_roles == ("plant manager", "buyer")


@pytest.mark.parametrize(
    ("language", "who", "job"),
    [
        ("en", "Ann Poe, plant manager at Dunfold Mills", "plant manager"),
        ("fr", "Anne Guivarc, pharmacienne titulaire à Auray", "pharmacienne titulaire"),
        ("de", "Inhaberin Leonie Abendroth, Abendroth Kosmetik", "Inhaberin"),
        ("es", "Inés Gil, gerente de Bombas Lerma", "gerente"),
    ],
)
def test_a_job_is_told_without_its_place_and_its_holder(language: str, who: str, job: str) -> None:
    assert site(quoted(CALM, who), language=language).customer_roles == (job,)


def test_a_paragraph_may_end_with_the_words_and_the_byline() -> None:
    html = "<p>Sei ettari, cinque vini. «Il bancale è partito il lunedì dopo.» Elena Rizzardin, titolare</p>"
    assert site(html, language="it").customer_roles == ("titolare",)


def test_the_companys_own_people_are_no_customers() -> None:
    assert site(quoted(CALM, "Jo Vane, founder, Tarrowby")).customer_roles == ()
    assert site(quoted(CALM, "Jo Vane, founder"), role="about").customer_roles == ()
