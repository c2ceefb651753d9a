"""One URL, with every limit applied."""

import asyncio
import gzip
from collections.abc import AsyncGenerator

import httpcore2
import pytest

from nodes.website.body import Allowance
from nodes.website.connect import PublicNetwork
from nodes.website.doubles import FakeInternet, Request, Server, respond
from nodes.website.fetch import Fetcher, Order, Reply
from nodes.website.problems import (
    SiteDisallowed,
    SiteNotHtml,
    SiteRefused,
    SiteTimeout,
    SiteTooLarge,
    SiteUnreachable,
    UrlNotAllowed,
)
from nodes.website.url import SiteUrl, check_url

pytestmark = pytest.mark.anyio

START = "https://example.com/"


async def anyone(url: SiteUrl) -> None:
    """Permit every hop."""


async def fetch(
    internet: FakeInternet, url: str = START, seconds: float = 1.0, size: int = 1000, cut: int | None = None
) -> Reply:
    """Fetch with connections of its own."""
    async with httpcore2.AsyncConnectionPool(network_backend=PublicNetwork(internet, internet)) as pool:
        order = Order(check_url(url), seconds, Allowance(size), cut)
        return await Fetcher(pool, "Tester/1").fetch(order, anyone)


def redirect(location: str, status: int = 302) -> bytes:
    return respond(status=status, headers={"Location": location})


async def test_the_request_names_us_and_carries_nothing_else() -> None:
    internet = FakeInternet({START: respond(b"hi")})
    await fetch(internet)

    assert internet.requests[0].headers == {
        "host": "example.com",
        "user-agent": "Tester/1",
        "accept": "text/html,application/xhtml+xml,text/plain;q=0.5",
        "accept-encoding": "gzip",
    }
    assert internet.tls_hosts == ["example.com"]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_redirects_are_followed_to_where_they_end(status: int) -> None:
    pages: dict[str, bytes | Server] = {
        START: redirect("https://www.example.com/de/", status),
        "https://www.example.com/de/": respond(b"hallo"),
    }
    reply = await fetch(FakeInternet(pages))

    assert (str(reply.url), reply.body) == ("https://www.example.com/de/", b"hallo")


async def test_five_redirects_are_followed_and_no_more() -> None:
    pages: dict[str, bytes | Server] = {f"https://example.com/{n}": redirect(f"/{n + 1}") for n in range(9)}

    assert (await fetch(FakeInternet({**pages, "https://example.com/5": respond(b"x")}), START + "0")).body == b"x"
    with pytest.raises(SiteRefused):
        await fetch(FakeInternet({**pages, "https://example.com/6": respond(b"x")}), START + "0")


async def test_a_redirect_to_a_literal_address_is_refused_before_it_is_connected() -> None:
    internet = FakeInternet({START: redirect("http://169.254.169.254/latest/meta-data/")})

    with pytest.raises(UrlNotAllowed):
        await fetch(internet)
    assert len(internet.connects) == 1


async def test_every_hop_needs_permission() -> None:
    asked: list[str] = []

    async def only_the_first(url: SiteUrl) -> None:
        asked.append(str(url))
        if len(asked) > 1:
            raise SiteDisallowed

    internet = FakeInternet({START: redirect("/b")})
    async with httpcore2.AsyncConnectionPool(network_backend=PublicNetwork(internet, internet)) as pool:
        with pytest.raises(SiteDisallowed):
            await Fetcher(pool, "Tester/1").fetch(Order(check_url(START), 1, Allowance(9)), only_the_first)
    assert asked == [START, START + "b"]
    assert len(internet.requests) == 1


async def test_the_body_of_a_redirect_is_never_decoded() -> None:
    bomb = redirect("/b").replace(b"Content-Length: 0", b"Content-Encoding: gzip\r\nContent-Length: 99999999")

    async def serve(request: Request) -> AsyncGenerator[bytes]:
        yield bomb
        for _ in range(20):
            yield b"\x1f" * 60_000
        pytest.fail("The body of a redirect was read to its end.")

    assert (await fetch(FakeInternet({START: serve, START + "b": respond(b"x")}))).body == b"x"


async def test_a_short_error_leaves_the_connection_for_the_next_request() -> None:
    internet = FakeInternet({START: redirect("/b"), START + "b": respond(b"x")})
    await fetch(internet)

    assert len(internet.connects) == 1


async def test_gzip_is_decoded_with_all_its_members_and_without_what_follows() -> None:
    body = gzip.compress(b"one ") + gzip.compress(b"two") + b"\0\0"
    reply = await fetch(FakeInternet({START: respond(body, headers={"Content-Encoding": "gzip"})}))

    assert reply.body == b"one two"


async def test_a_large_gzipped_page_comes_whole() -> None:
    text = bytes(range(256)) * 4000
    reply = await fetch(
        FakeInternet({START: respond(gzip.compress(text), headers={"Content-Encoding": "gzip"})}), size=len(text)
    )

    assert reply.body == text


@pytest.mark.parametrize("coding", ["br", "deflate", "zstd", "gzip, gzip", "gzip, identity"])
async def test_other_codings_are_refused(coding: str) -> None:
    with pytest.raises(SiteNotHtml):
        await fetch(FakeInternet({START: respond(b"x", headers={"Content-Encoding": coding})}))


async def test_broken_gzip_is_refused() -> None:
    with pytest.raises(SiteNotHtml):
        await fetch(FakeInternet({START: respond(b"<html>", headers={"Content-Encoding": "gzip"})}))


async def test_a_page_may_be_as_large_as_allowed_and_no_larger() -> None:
    assert len((await fetch(FakeInternet({START: respond(b"x" * 1000)}))).body) == 1000
    with pytest.raises(SiteTooLarge):
        await fetch(FakeInternet({START: respond(b"x" * 1001)}))


async def test_a_cut_body_is_read_no_further() -> None:
    reply = await fetch(FakeInternet({START: respond(b"x" * 500_000)}), size=200_000, cut=100)

    assert reply.body == b"x" * 100


async def test_bytes_count_for_the_site_as_well() -> None:
    site = Allowance(15)
    Allowance(10, within=site).spend(10)

    with pytest.raises(SiteTooLarge):
        Allowance(10, within=site).spend(6)


async def test_the_deadline_is_for_all_hops_together() -> None:
    async def slow(request: Request) -> AsyncGenerator[bytes]:
        await asyncio.sleep(0.05)
        yield redirect("/b")

    with pytest.raises(SiteTimeout):
        await fetch(FakeInternet(default=slow), seconds=0.12)


async def test_headers_that_drip_end_at_the_deadline() -> None:
    async def drip(request: Request) -> AsyncGenerator[bytes]:
        yield b"HTTP/1.1 200 OK\r\nX-Slow: "
        while True:
            await asyncio.sleep(0.01)
            yield b"x"

    with pytest.raises(SiteTimeout):
        await fetch(FakeInternet(default=drip), seconds=0.1)


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"".join(b"X-%d: y\r\n" % n for n in range(20_000)) + b"\r\n",
    ],
)
async def test_what_is_no_http_is_unreachable(answer: bytes) -> None:
    with pytest.raises(SiteUnreachable):
        await fetch(FakeInternet({START: answer}))


async def test_two_locations_are_refused() -> None:
    with pytest.raises(Exception, match="address") as raised:
        await fetch(FakeInternet({START: redirect("/a\r\nLocation: /b")}))
    assert getattr(raised.value, "code", "") == "url_invalid"


async def test_a_location_in_utf8_is_understood() -> None:
    pages: dict[str, bytes | Server] = {START: redirect("/über"), START + "%C3%BCber": respond(b"x")}

    assert (await fetch(FakeInternet(pages))).body == b"x"


async def test_a_certificate_is_always_checked() -> None:
    context = httpcore2.default_ssl_context()

    assert context.check_hostname
    assert context.verify_mode.name == "CERT_REQUIRED"
