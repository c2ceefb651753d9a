"""Every website is read from where it is."""

import inspect
from collections.abc import Callable
from pathlib import Path

import pytest

from nodes.website import problems
from nodes.website.doubles import FakeInternet, respond
from nodes.website.network import NetworkSites
from nodes.website.pages import SiteSource
from nodes.website.problems import WebsiteProblem
from nodes.website.saved import SavedSites
from nodes.website.sites import Sites

pytestmark = pytest.mark.anyio

Build = Callable[..., NetworkSites]


async def first_page(source: SiteSource, website: str) -> str:
    async with source.site(website) as site:
        return (await site.page(site.start)).html


async def test_a_saved_host_never_meets_the_network(tmp_path: Path, sites_on: Build) -> None:
    (tmp_path / "acme.example").mkdir()
    (tmp_path / "acme.example" / "index.html").write_text("<p>Saved", "utf-8")
    internet = FakeInternet({"https://example.com/": respond(b"<p>Live")})
    sites = Sites(SavedSites((tmp_path,)), sites_on(internet))

    assert await first_page(sites, "http://ACME.example") == "<p>Saved"
    assert internet.lookups == []
    assert await first_page(sites, "example.com") == "<p>Live"
    assert set(internet.lookups) == {"example.com"}


def test_every_problem_is_the_requests_and_drawn_in_the_tree() -> None:
    tree = inspect.getdoc(problems) or ""
    known = [kind for _, kind in inspect.getmembers(problems, inspect.isclass) if issubclass(kind, WebsiteProblem)]

    assert len(known) == 12
    for kind in known:
        assert kind.status == 422
        assert kind is WebsiteProblem or (kind.__name__ in tree and f" {kind.code} " in tree)
    assert len({kind.code for kind in known}) == len(known)
