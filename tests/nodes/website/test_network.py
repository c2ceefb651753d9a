"""A website from the internet, within one budget."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from dataclasses import replace

import pytest

from nodes.website.doubles import FakeInternet, Request, respond
from nodes.website.network import Limits, NetworkSites
from nodes.website.pages import Page
from nodes.website.problems import (
    PageNotFound,
    SiteDisallowed,
    SiteEmpty,
    SiteRefused,
    SiteTimeout,
    SiteTooLarge,
    UrlInvalid,
)

pytestmark = pytest.mark.anyio

Build = Callable[..., NetworkSites]
START = "https://example.com/"
ROBOTS = START + "robots.txt"


async def test_a_page_is_read_with_its_final_address_and_times(sites_on: Build) -> None:
    headers = {"ETag": '"v1"', "Last-Modified": "Mon, 02 Nov 2026 10:00:00 GMT", "Cache-Control": "max-age=60"}
    internet = FakeInternet(
        {
            START: respond(status=301, headers={"Location": "https://www.example.com/"}),
            "https://www.example.com/": respond(b"<p>Hi", headers=headers),
        }
    )
    async with sites_on(internet).site("Example.com") as site:
        page = await site.page(site.start)

    assert site.start == START
    assert page == Page(
        url="https://www.example.com/",
        html="<p>Hi",
        fetched_at=1000.0,
        fresh_until=1060.0,
        etag='"v1"',
        last_modified="Mon, 02 Nov 2026 10:00:00 GMT",
    )


async def test_a_page_that_may_not_be_stored_has_nothing_to_confirm_it_by(sites_on: Build) -> None:
    internet = FakeInternet({START: respond(b"<p>Hi", headers={"ETag": '"v1"', "Cache-Control": "no-store"})})
    async with sites_on(internet).site(START) as site:
        page = await site.page(START)

    assert (page.etag, page.fresh_until) == (None, page.fetched_at)


async def test_a_known_page_is_confirmed_by_its_server(sites_on: Build) -> None:
    known = Page(START, "<p>Hi", fetched_at=1.0, fresh_until=2.0, etag='"v1"', last_modified="Mon, 02 Nov 2026")
    internet = FakeInternet({START: respond(status=304)})
    async with sites_on(internet).site(START) as site:
        page = await site.page(START, known=known)

    assert page == replace(known, fetched_at=1000.0, fresh_until=1600.0)
    assert internet.requests[-1].headers["if-none-match"] == '"v1"'
    assert internet.requests[-1].headers["if-modified-since"] == "Mon, 02 Nov 2026"


async def test_what_confirms_one_address_is_sent_to_no_other(sites_on: Build) -> None:
    known = Page("https://www.example.com/", "<p>Hi", fetched_at=1.0, fresh_until=2.0, etag='"v1"')
    internet = FakeInternet({START: respond(b"<p>New")})
    async with sites_on(internet).site(START) as site:
        assert (await site.page(START, known=known)).html == "<p>New"

    assert all("if-none-match" not in request.headers for request in internet.requests)


@pytest.mark.parametrize(
    ("status", "problem"),
    [(404, PageNotFound), (410, PageNotFound), (204, SiteEmpty), (200, SiteEmpty)]
    + [(status, SiteRefused) for status in (304, 302, 400, 401, 403, 429, 451, 500, 503)],
)
async def test_a_status_without_a_page_is_a_problem(status: int, problem: type[Exception], sites_on: Build) -> None:
    async with sites_on(FakeInternet({START: respond(status=status)})).site(START) as site:
        with pytest.raises(problem):
            await site.page(START)


async def test_robots_txt_is_obeyed_on_every_host_of_a_redirect(sites_on: Build) -> None:
    internet = FakeInternet(
        {
            START: respond(status=301, headers={"Location": "https://www.example.com/"}),
            "https://www.example.com/robots.txt": respond(b"User-agent: *\nDisallow: /"),
            "https://www.example.com/": respond(b"<p>Hi"),
        }
    )
    async with sites_on(internet).site(START) as site:
        with pytest.raises(SiteDisallowed):
            await site.page(START)
    assert "https://www.example.com/" not in [request.url for request in internet.requests]


async def test_an_address_that_is_none_opens_nothing(sites_on: Build) -> None:
    internet = FakeInternet()
    with pytest.raises(UrlInvalid):
        async with sites_on(internet).site("http://a b"):
            pass
    assert internet.lookups == []


async def test_cookies_are_never_sent_back(sites_on: Build) -> None:
    page = respond(b"<p>Hi", headers={"Set-Cookie": "a=b"})
    internet = FakeInternet({START: page, START + "b": page})
    async with sites_on(internet).site(START) as site:
        await site.page(START)
        await site.page(START + "b")

    assert all("cookie" not in request.headers for request in internet.requests)


async def test_each_job_has_connections_of_its_own(sites_on: Build) -> None:
    internet = FakeInternet({START: respond(b"<p>Hi")})
    sites = sites_on(internet)
    for _ in range(2):
        async with sites.site(START) as site:
            await site.page(START)
            await site.page(START)

    assert len(internet.connects) == 2


async def test_at_most_eight_pages_are_read(sites_on: Build) -> None:
    internet = FakeInternet({START: respond(b"<p>Hi")})
    async with sites_on(internet).site(START) as site:
        for _ in range(8):
            await site.page(START)
        with pytest.raises(SiteTooLarge):
            await site.page(START)


async def test_the_bytes_of_all_pages_and_of_robots_txt_count_together(sites_on: Build) -> None:
    internet = FakeInternet({ROBOTS: respond(b"#" * 50), START: respond(b"x" * 40)})
    async with sites_on(internet, replace(Limits(), site_bytes=100)).site(START) as site:
        await site.page(START)
        with pytest.raises(SiteTooLarge):
            await site.page(START)


async def test_the_whole_site_has_a_deadline(sites_on: Build) -> None:
    async def slow(request: Request) -> AsyncGenerator[bytes]:
        await asyncio.sleep(0.06)
        yield respond(b"<p>Hi")

    async with sites_on(FakeInternet(default=slow), replace(Limits(), site_seconds=0.15)).site(START) as site:
        await site.page(START)
        with pytest.raises(SiteTimeout):
            await site.page(START)
        await asyncio.sleep(0.02)
        with pytest.raises(SiteTimeout):
            await site.page(START)


async def test_a_host_sees_at_most_two_requests_at_once(sites_on: Build) -> None:
    now, most = 0, 0

    async def count(request: Request) -> AsyncGenerator[bytes]:
        nonlocal now, most
        now += 1
        most = max(most, now)
        await asyncio.sleep(0.01)
        now -= 1
        yield respond(b"<p>Hi")

    internet = FakeInternet(default=count)
    async with sites_on(internet).site(START) as site:
        await asyncio.gather(*(site.page(f"{START}{n}") for n in range(8)))

    assert most == 2
    assert len(internet.connects) == 2
