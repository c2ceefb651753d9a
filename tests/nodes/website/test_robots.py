"""robots.txt as RFC 9309 asks."""

import asyncio
import time

import httpcore2
import pytest

from nodes.website.body import Allowance
from nodes.website.connect import PublicNetwork
from nodes.website.doubles import FakeInternet, respond
from nodes.website.fetch import Fetcher
from nodes.website.problems import SiteDisallowed, SiteUnreachable
from nodes.website.robots import MAX_BYTES, PRODUCT, Robots, parse_rules
from nodes.website.url import check_url

pytestmark = pytest.mark.anyio

FILE = "https://example.com/robots.txt"


async def ask(internet: FakeInternet, *urls: str) -> None:
    """Ask for permission for every URL, at the same time."""
    async with httpcore2.AsyncConnectionPool(network_backend=PublicNetwork(internet, internet)) as pool:
        robots = Robots(Fetcher(pool, "Tester/1"), Allowance(6_000_000))
        await asyncio.gather(*(robots.permit(check_url(url)) for url in urls))


def may_read(text: str, path: str = "/page") -> bool:
    return bool(parse_rules(text).can_fetch(f"https://example.com{path}", PRODUCT))


@pytest.mark.parametrize("status", [204, 301, 401, 403, 404, 410, 429])
async def test_a_missing_file_allows_everything(status: int) -> None:
    await ask(FakeInternet({FILE: respond(status=status)}), "https://example.com/a")


@pytest.mark.parametrize("status", [500, 502, 503])
async def test_a_failing_server_allows_nothing(status: int) -> None:
    with pytest.raises(SiteDisallowed):
        await ask(FakeInternet({FILE: respond(status=status)}), "https://example.com/a")


async def test_a_server_that_cannot_be_reached_allows_nothing_and_says_why() -> None:
    with pytest.raises(SiteUnreachable):
        await ask(FakeInternet(refused=9), "https://example.com/a")


async def test_more_than_five_redirects_count_as_a_missing_file() -> None:
    await ask(FakeInternet({FILE: respond(status=302, headers={"Location": "/robots.txt"})}), "https://example.com/a")


async def test_the_file_is_read_once_per_origin() -> None:
    internet = FakeInternet({FILE: respond(b"User-agent: *\nDisallow: /private")})
    await ask(internet, *(f"https://example.com/{n}" for n in range(5)), "https://www.example.com/")

    assert [request.url for request in internet.requests] == [FILE, "https://www.example.com/robots.txt"]


async def test_a_disallowed_page_is_named_so() -> None:
    with pytest.raises(SiteDisallowed, match=r"example\.com"):
        await ask(FakeInternet({FILE: respond(b"User-agent: *\nDisallow: /private")}), "https://example.com/private/x")


async def test_what_comes_after_500_kib_is_not_read() -> None:
    late = b"User-agent: *\nDisallow: /early\n#" + b"x" * MAX_BYTES + b"\nDisallow: /late\n"
    internet = FakeInternet({FILE: respond(late)})

    await ask(internet, "https://example.com/late")
    with pytest.raises(SiteDisallowed):
        await ask(internet, "https://example.com/early")


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("", True),
        ("<!doctype html><p>Not found", True),
        ("User-agent: *\nDisallow:", True),
        ("User-agent: *\nDisallow: /", False),
        ("User-agent: *\nDisallow: /\nAllow: /page", True),
        ("User-agent: *\nDisallow: /p*e$", False),
        ("User-agent: OvertureBot\nDisallow: /\n\nUser-agent: *\nAllow: /", False),
        ("User-agent: overturebot/2.0\nDisallow: /", False),
        ("User-agent: Googlebot\nUser-agent: OvertureBot\nDisallow: /", False),
        ("User-agent: *\nDisallow: /\n\nUser-agent: OvertureBot\nAllow: /", True),
        ("User-agent: GPTBot\nDisallow: /", True),
        ("User-agent: Overture\nDisallow: /", True),
        ("user agent *\ndisallow /", False),
        ("User-agent: * # everyone\nDisallow: / # everything", False),
        ("User-agent: *\r\nDisallow: /\r\n", False),
    ],
)
def test_the_group_for_us_counts_and_else_the_one_for_everyone(text: str, allowed: bool) -> None:
    assert may_read(text) is allowed


def test_a_file_that_names_thousands_of_robots_is_read_quickly() -> None:
    text = "".join(f"User-agent: a{n}\n" for n in range(10_000)) + "Disallow: /x\n" * 20_000
    began = time.monotonic()

    assert may_read(text)
    assert time.monotonic() - began < 2
