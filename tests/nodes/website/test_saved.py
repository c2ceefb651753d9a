"""Websites in folders."""

from pathlib import Path

import pytest

from nodes.website.problems import PageNotFound, SiteEmpty, SiteTooLarge, WebsiteProblem
from nodes.website.saved import BUNDLED_FRESH_SECONDS, MAX_BYTES, SavedSites

pytestmark = pytest.mark.anyio


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of saved sites with one site in it, and a secret beside it."""
    site = tmp_path / "sites" / "acme.example"
    (site / "jobs").mkdir(parents=True)
    (site / "index.html").write_text("<p>Home", "utf-8")
    (site / "about.html").write_text("<p>About", "utf-8")
    (site / "jobs" / "index.html").write_text("<p>Jobs", "utf-8")
    (site / "blank.html").write_text(" ", "utf-8")
    (site / "large.html").write_bytes(b"x" * (MAX_BYTES + 1))
    (site / ".hidden.html").write_text("hidden", "utf-8")
    (tmp_path / "secret.html").write_text("secret", "utf-8")
    (tmp_path / "sites" / "secret.html").write_text("secret", "utf-8")
    (site / "way-out.html").symlink_to(tmp_path / "secret.html")
    (site / "out").symlink_to(tmp_path)
    (site / "circle.html").symlink_to(site / "circle.html")
    return tmp_path / "sites"


async def read(sites: SavedSites, url: str) -> str:
    async with sites.site("acme.example") as site:
        return (await site.page(url)).html


@pytest.mark.parametrize(
    ("path", "html"),
    [
        ("", "<p>Home"),
        ("/", "<p>Home"),
        ("/index.html", "<p>Home"),
        ("/about", "<p>About"),
        ("/about.html", "<p>About"),
        ("/about/?from=menu#team", "<p>About"),
        ("/jobs", "<p>Jobs"),
        ("/jobs/", "<p>Jobs"),
        ("/jobs/index.html", "<p>Jobs"),
        ("/jobs/../about", "<p>About"),
    ],
)
async def test_a_path_leads_to_its_file(path: str, html: str, folder: Path) -> None:
    assert await read(SavedSites((folder,)), f"https://acme.example{path}") == html


@pytest.mark.parametrize(
    "path",
    [
        "/missing",
        "/about/team",
        "/../secret",
        "/%2e%2e/secret",
        "/..%2fsecret",
        "/..%2f..%2fsecret.html",
        "/jobs/..%5c..%5csecret.html",
        "/%2e%2e%2fsecret.html",
        "/....//secret",
        "/%00",
        "/about.html%00",
        "/C:%5csecret.html",
        "/C:/secret.html",
        "/.hidden",
        "/.hidden.html",
        "/way-out",
        "/way-out.html",
        "/out/secret",
        "/circle",
        "/" + "a" * 400,
    ],
)
async def test_no_path_leads_out_of_the_folder(path: str, folder: Path) -> None:
    with pytest.raises(PageNotFound):
        await read(SavedSites((folder,)), f"https://acme.example{path}")


async def test_a_page_of_another_host_is_not_found(folder: Path) -> None:
    with pytest.raises(PageNotFound):
        await read(SavedSites((folder,)), "https://other.example/about")


async def test_the_rules_for_a_pages_text_hold_here_too(folder: Path) -> None:
    with pytest.raises(SiteEmpty):
        await read(SavedSites((folder,)), "https://acme.example/blank")
    with pytest.raises(SiteTooLarge):
        await read(SavedSites((folder,)), "https://acme.example/large")


async def test_folders_are_never_fresh_and_bundled_sites_are_for_a_day(folder: Path) -> None:
    for sites, seconds in [
        (SavedSites((folder,), clock=lambda: 5.0), 0.0),
        (SavedSites(bundled=folder, clock=lambda: 5.0), BUNDLED_FRESH_SECONDS),
        (SavedSites((folder,), bundled=folder, clock=lambda: 5.0), 0.0),
    ]:
        async with sites.site("https://acme.example/about") as site:
            page = await site.page(site.start)
        assert (page.url, page.fetched_at) == ("https://acme.example/about", 5.0)
        assert page.fresh_until == 5.0 + seconds


@pytest.mark.parametrize("host", ["ACME.example", "acme.example."])
async def test_a_host_is_found_in_any_spelling(host: str, folder: Path) -> None:
    async with SavedSites((folder,)).site(host) as site:
        assert site.start == "https://acme.example/"


async def test_a_host_without_a_folder_is_not_found(folder: Path) -> None:
    sites = SavedSites((folder,))

    assert not sites.holds("other.example")
    with pytest.raises(PageNotFound):
        async with sites.site("other.example"):
            pass


async def test_one_sites_own_folder_answers_for_its_name(folder: Path) -> None:
    sites = SavedSites.single(folder / "acme.example")

    assert sites.websites() == ("https://acme.example/",)
    assert await read(sites, "https://acme.example/about") == "<p>About"


async def test_a_folder_whose_name_is_no_host_answers_for_site_example(folder: Path) -> None:
    renamed = (folder / "acme.example").rename(folder / "my site")
    sites = SavedSites.single(renamed)

    assert sites.websites() == ("https://site.example/",)
    async with sites.site("site.example") as site:
        assert (await site.page(site.start)).html == "<p>Home"


def test_saved_websites_are_listed(folder: Path) -> None:
    (folder / "beta.example").mkdir()
    (folder / ".git").mkdir()

    assert SavedSites((folder,), bundled=folder / "missing").websites() == (
        "https://acme.example/",
        "https://beta.example/",
    )


async def test_a_missing_folder_holds_nothing(tmp_path: Path) -> None:
    with pytest.raises(WebsiteProblem):
        async with SavedSites((tmp_path / "missing",)).site("acme.example"):
            pass
