"""Any bytes that a website sends are a page, or a problem that says why not; and facts stand on their page."""

from core.company import Company
from nodes.website.cleaning import quote_is_on
from nodes.website.company import company_of
from nodes.website.html import Document, parse_page
from nodes.website.links import candidates
from nodes.website.page_facts import ReadPage
from nodes.website.problems import WebsiteProblem
from nodes.website.text import html_text

URL = "https://quillmark.example/"


def one(data: bytes) -> None:
    """Read the bytes as a start page, and what it tells of a company."""
    try:
        document = parse_page(html_text(data, "text/html"))
    except WebsiteProblem:
        return
    candidates(document, URL)
    company, _ = company_of((ReadPage(URL, document, "start"),), "quillmark.example", None)
    holds(document, company)


def holds(document: Document, company: Company) -> None:
    """Assert that blocks have text, and that every fact has its words on the page."""
    assert all(block.text for block in document.blocks)
    assert len(document.text.encode()) >= len(document.text)
    assert [fact.quote for fact in company.facts if not quote_is_on(document.text, fact.quote)] == []
    assert company.model_dump_json()
