"""Reading a company from its website, from text, or from both."""

from pathlib import Path

import pytest

from core.problems import InsufficientInformation, InvalidRequest
from core.request import GivenCompany
from nodes.website.problems import PageNotFound
from nodes.website.reader import CompanyReading, read_company
from nodes.website.saved import SavedSites

pytestmark = pytest.mark.anyio

HOME = (
    "<title>Acme Springs</title><h1>Springs</h1>"
    "<p>Acme Springs makes custom springs for makers of pumps and valves.</p>"
    "<p>If the samples do not meet your drawing, you pay nothing for them at all.</p>"
    "<nav><a href='/customers'>Customers</a><a href='/products'>Products</a></nav>"
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "acme.example"
    folder.mkdir()
    (folder / "index.html").write_text(HOME, "utf-8")
    (folder / "customers.html").write_text("<h1>Results</h1><p>Rework at Penhallow fell from 9 to 0.6 percent.</p>")
    (folder / "products.html").write_text("<h1>Products</h1><h2>Coil springs</h2><p>We grind both ends.</p>")
    return folder


def sites(folder: Path, now: float = 1000.0) -> SavedSites:
    return SavedSites(folders=(folder.parent,), clock=lambda: now)


async def read(folder: Path, given: GivenCompany | None = None) -> CompanyReading:
    return await read_company(sites(folder), f"https://{folder.name}/", given)


async def test_a_site_is_read_from_its_start_page_on(site: Path) -> None:
    reading = await read(site)
    assert reading.company.website == "https://acme.example/"
    assert [page.url for page in reading.company.pages] == [
        "https://acme.example/",
        "https://acme.example/customers",
        "https://acme.example/products",
    ]
    assert reading.warnings == ()
    assert reading.fresh_until == 1000.0


async def test_a_page_that_fails_is_a_warning(site: Path) -> None:
    (site / "customers.html").write_text("", "utf-8")
    reading = await read(site)
    assert [page.url for page in reading.company.pages] == ["https://acme.example/", "https://acme.example/products"]
    (warning,) = reading.warnings
    assert warning.startswith("https://acme.example/customers could not be read")


async def test_a_dead_link_is_not_worth_a_warning(site: Path) -> None:
    (site / "customers.html").unlink()
    reading = await read(site)
    assert [page.url for page in reading.company.pages] == ["https://acme.example/", "https://acme.example/products"]
    assert reading.warnings == ()


async def test_a_start_page_that_fails_is_the_caller_s_problem(tmp_path: Path) -> None:
    with pytest.raises(PageNotFound):
        await read(tmp_path / "nowhere.example")


async def test_given_text_stands_in_for_a_site_that_fails(tmp_path: Path) -> None:
    given = GivenCompany(name="Acme", description="Acme makes custom springs for pump makers.")
    reading = await read(tmp_path / "nowhere.example", given)
    assert reading.company.name == "Acme"
    assert reading.warnings[0].startswith("The website could not be read")


async def test_a_page_that_leads_on_is_followed_once(site: Path) -> None:
    (site / "home.html").write_text(HOME, "utf-8")
    (site / "index.html").write_text("<meta http-equiv=refresh content='0; url=/home'>")
    assert (await read(site)).company.website == "https://acme.example/home"


@pytest.mark.parametrize("target", ["/", "/index.html", "https://elsewhere.example/", "http://169.254.169.254/"])
async def test_a_page_that_leads_nowhere_good_is_not_followed_further(site: Path, target: str) -> None:
    (site / "index.html").write_text(f"<meta http-equiv=refresh content='0; url={target}'>")
    with pytest.raises(InvalidRequest):
        await read(site)


async def test_a_page_that_a_script_fills_says_so_and_what_would_help(site: Path) -> None:
    (site / "index.html").write_text("<div id=root></div><script>render()</script>")
    with pytest.raises(InsufficientInformation) as raised:
        await read(site)
    assert "JavaScript" in raised.value.detail
    assert [error.pointer for error in raised.value.errors] == ["/company/description", "/company/facts"]


async def test_given_text_makes_up_for_a_page_that_a_script_fills(site: Path) -> None:
    (site / "index.html").write_text("<title>Acme</title><div id=root></div><script>render()</script>")
    given = GivenCompany(description="Acme makes custom springs for pump makers.")
    assert (await read(site, given)).company.sells == "Acme makes custom springs for pump makers"


async def test_a_thin_site_says_how_little_was_found(site: Path) -> None:
    (site / "index.html").write_text("<h1>Norvane</h1><p>Better together. We build what matters for people.</p>")
    with pytest.raises(InsufficientInformation, match="9 readable words"):
        await read(site)


async def test_text_that_says_nothing_is_not_enough(tmp_path: Path) -> None:
    with pytest.raises(InsufficientInformation) as raised:
        await read_company(sites(tmp_path / "x"), None, GivenCompany(description="Hello there. We are great."))
    assert "/website" in [error.pointer for error in raised.value.errors]


async def test_the_digest_changes_with_what_was_read_and_only_then(site: Path) -> None:
    first, again = await read(site), await read(site)
    assert first.digest == again.digest
    (site / "products.html").write_text("<h1>Products</h1><p>We grind one end.</p>")
    assert (await read(site)).digest != first.digest
    assert (await read(site, GivenCompany(facts=("Quotes in a day",)))).digest != (await read(site)).digest


async def test_the_digest_changes_with_what_the_head_says(site: Path) -> None:
    first = await read(site)
    (site / "index.html").write_text(f"<meta name=description content='Springs of steel.'>{HOME}", "utf-8")
    assert (await read(site)).digest != first.digest


async def test_reading_twice_gives_the_same_company(site: Path) -> None:
    assert (await read(site)).company == (await read(site)).company


async def test_a_page_under_two_addresses_is_read_once(site: Path) -> None:
    (site / "products.html").write_text((site / "customers.html").read_text())
    assert len((await read(site)).company.pages) == 2


async def test_text_without_a_site_never_goes_stale(tmp_path: Path) -> None:
    given = GivenCompany(name="Acme", description="Acme makes custom springs for pump makers.")
    assert (await read_company(sites(tmp_path / "x"), None, given)).fresh_until == float("inf")


async def test_the_start_page_stays_first_when_another_address_shows_it_again(site: Path) -> None:
    (site / "products.html").write_text(HOME, "utf-8")
    reading = await read(site)
    assert [page.url for page in reading.company.pages] == ["https://acme.example/", "https://acme.example/customers"]
