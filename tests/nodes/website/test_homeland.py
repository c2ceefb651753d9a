"""The country of a company is told by its papers where no address names it."""

import pytest

from core.company import Company
from nodes.website.company import company_of
from nodes.website.html import parse_page
from nodes.website.page_facts import ReadPage


def read(html: str, lang: str = "en", host: str = "tarrowby.example") -> Company:
    start = f"<html lang={lang}><title>Tarrowby</title><h1>Springs</h1><p>Tarrowby makes springs.</p>{html}"
    return company_of([ReadPage(f"https://{host}/", parse_page(start), "start")], host)[0]


@pytest.mark.parametrize(
    ("lang", "footer", "country"),
    [
        ("de-CH", "Tarrowby GmbH, Werkhofstrasse 12, 9500 Wil SG", "CH"),
        ("de", "Tarrowby GmbH, ATU12345678", "AT"),
        ("de", "Tarrowby GmbH, HRB 1234", "DE"),
        ("fr-CA", "Tarrowby inc., 4210, rue Garnier, Montréal (Québec)", "CA"),
        ("fr-BE", "Tarrowby SRL, +32 4 555 01 66", "BE"),
        ("fr", "Tarrowby SARL, RCS Lyon", "FR"),
        ("en-AU", "Tarrowby Pty Ltd, 88 Cormorant Street, Welshpool WA 6106", "AU"),
        ("en", "Tarrowby Ltd, registered in England", "GB"),
        ("en-IE", "Tarrowby Ltd, +353 1 555 0101", "IE"),
        ("en-US", "Tarrowby LLC, (419) 555-0142", "US"),
        ("es-MX", "Tarrowby, S.A. de C.V.", "MX"),
        ("es", "Tarrowby S.L., Registro Mercantil", "ES"),
        ("it", "Tarrowby S.r.l. – P. IVA 00000000000", "IT"),
    ],
)
def test_the_country_stands_behind_the_other_places(lang: str, footer: str, country: str) -> None:
    assert read(f"<footer>{footer}</footer>", lang).locations[-1] == country


def test_the_ending_of_the_address_tells_it_too() -> None:
    assert read("", host="tarrowby.at").locations == ("AT",)


def test_signs_of_two_countries_tell_none() -> None:
    assert read("<footer>Tarrowby LLC and Tarrowby S.r.l.</footer>").locations == ()


def test_a_named_country_needs_no_sign() -> None:
    data = '{"@type":"Organization","name":"Tarrowby","address":{"addressLocality":"Oslo","addressCountry":"NO"}}'
    html = f'<script type="application/ld+json">{data}</script><footer>Tarrowby Ltd, £ 20</footer>'
    assert read(html).locations == ("Oslo, NO",)


def test_areas_that_it_says_it_serves_are_places() -> None:
    assert read("<p>We deliver in France, Belgium and Spain.</p>").locations == ("France", "Belgium", "Spain")
    makes = "<p>Tarrowby makes springs for pump makers in Ohio, Michigan and Indiana.</p>"
    assert read(makes).locations == ("Ohio", "Michigan", "Indiana")
    assert read("<p>We write reports in Word and Excel.</p>").locations == ()
