"""Hostile addresses, names and servers: none leads to an address that is not public, each ends in a named problem.

`ssrf_cases.json` holds one case per line. `expect` is `page` or the problem's code; `dns` lists a host's answers per
successive lookup (any other host is public); `redirect` and `serve` say what the server does.
"""

import asyncio
import gzip
import json
import re
import ssl
import time
import zlib
from collections.abc import AsyncGenerator, Callable
from pathlib import Path
from typing import Any

import pytest

from nodes.website.address import is_public, parse_address
from nodes.website.doubles import FakeInternet, Request, Server, respond
from nodes.website.network import NetworkSites
from nodes.website.problems import WebsiteProblem

pytestmark = pytest.mark.anyio

Case = dict[str, Any]
Build = Callable[..., NetworkSites]

CASES: list[Case] = json.loads((Path(__file__).parent / "ssrf_cases.json").read_text("utf-8"))
HELLO = b"<p>Hello</p>"
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
ZEROS = bytes(1024 * 1024)


def fixed(response: bytes) -> Server:
    """Return a server that gives this answer to everything but a robot's first question."""

    async def serve(request: Request) -> AsyncGenerator[bytes]:
        yield respond(status=404) if request.url.endswith("/robots.txt") else response

    return serve


def endless(head: bytes, part: bytes) -> Server:
    """Return a server that never stops answering."""

    async def serve(request: Request) -> AsyncGenerator[bytes]:
        if request.url.endswith("/robots.txt"):
            yield respond(status=404)
            return
        yield head
        while True:
            yield part

    return serve


async def drip(request: Request) -> AsyncGenerator[bytes]:
    """Answer one byte at a time, each in time for any deadline between bytes."""
    yield HEAD + b"\r\n"
    while True:
        await asyncio.sleep(0.02)
        yield b"<"


async def close_redirect(request: Request) -> AsyncGenerator[bytes]:
    """Send every request elsewhere on the same host, over a new connection."""
    yield respond(status=302, headers={"Location": "/b", "Connection": "close"})


async def robots_503(request: Request) -> AsyncGenerator[bytes]:
    """Fail at robots.txt alone."""
    yield respond(status=503) if request.url.endswith("/robots.txt") else respond(HELLO)


async def robots_huge(request: Request) -> AsyncGenerator[bytes]:
    """Serve a robots.txt that never ends."""
    yield HEAD + b"\r\nUser-agent: *\nDisallow: /robots-huge\n"
    while True:
        yield b"# nothing\n" * 6000


def gzip_parts() -> tuple[bytes, bytes]:
    """Return the start of a gzip stream and a megabyte of zeros in it, as a thousand bytes that may be repeated."""
    packer = zlib.compressobj(9, wbits=31)
    start = packer.compress(ZEROS) + packer.flush(zlib.Z_FULL_FLUSH)
    return start, packer.compress(ZEROS) + packer.flush(zlib.Z_FULL_FLUSH)


def servers() -> dict[str, Server]:
    """Return every misbehaving server by the name that the cases use."""
    start, megabyte = gzip_parts()
    deep = b"<div>" * 200_000
    return {
        "close_redirect": close_redirect,
        "refuse_first": fixed(respond(HELLO)),
        "bad_certificate": fixed(respond(HELLO)),
        "loop": fixed(respond(status=302, headers={"Location": "/loop"})),
        "meta": fixed(respond(b"<meta http-equiv=refresh content='0;url=http://169.254.169.254/'>")),
        "gzip_bomb": endless(HEAD + b"Content-Encoding: gzip\r\n\r\n" + start, megabyte),
        "brotli": fixed(respond(b"\x8b\x00", headers={"Content-Encoding": "br"})),
        "nested_gzip": fixed(respond(gzip.compress(HELLO), headers={"Content-Encoding": "gzip, gzip, gzip"})),
        "drip": drip,
        "long_header": fixed(HEAD + b"X-Long: " + b"x" * 1_000_000 + b"\r\n\r\n" + HELLO),
        "early_hints": endless(b"", b"HTTP/1.1 103 Early Hints\r\n\r\n"),
        "short_body": fixed(HEAD + b"Content-Length: 5000\r\n\r\n" + HELLO),
        "elf": fixed(respond(b"\x7fELF")),
        "no_content_type": fixed(respond(b"\x7fELF\x02\x01", content_type="")),
        "utf7": fixed(respond(b"+ADw-script+AD4-", content_type="text/html; charset=utf-7")),
        "deep_html": fixed(respond(deep)),
        "set_cookie": fixed(respond(HELLO, headers={"Set-Cookie": "a=b; domain=example.com"})),
        "no_content": fixed(respond(status=204)),
        "robots_503": robots_503,
        "robots_huge": robots_huge,
    }


def internet_of(case: Case) -> FakeInternet:
    """Build the internet of one case."""
    if "redirect" in case:
        status, location = case["redirect"]
        server = fixed(respond(status=status, headers={"Location": location}))
    else:
        server = servers()[case["serve"]] if "serve" in case else fixed(respond(HELLO))
    broken = case.get("serve") == "bad_certificate"
    return FakeInternet(
        default=server,
        names=case.get("dns", {}),
        refused=1 if case.get("serve") == "refuse_first" else 0,
        certificate_error=ssl.SSLCertVerificationError("certificate has expired") if broken else None,
    )


async def outcome(sites: NetworkSites, website: str) -> tuple[str, str]:
    """Read a website's first page; return `page` and its URL, or a problem's code and text."""
    try:
        async with sites.site(website) as site:
            return "page", (await site.page(site.start)).url
    except WebsiteProblem as problem:
        return problem.code, problem.detail


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_what_is_expected_keeps_to_the_verdict(case: Case) -> None:
    read = case["expect"] == "page"

    assert read or case["verdict"] not in ("allow", "normalise", "no_proxy")
    assert not read or case["verdict"] not in ("block", "fail", "block_or_dns_fail")


@pytest.mark.parametrize("case", CASES, ids=[f"{case['id']}: {case['why']}"[:80] for case in CASES])
async def test_a_hostile_case_ends_as_named_and_touches_public_addresses_only(
    case: Case, sites_on: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    internet = internet_of(case)
    began = time.monotonic()
    code, text = await outcome(sites_on(internet), case["url"])

    assert code == case["expect"]
    assert code != "page" or text == case["page"]
    for address, port in internet.connects:
        parsed = parse_address(address)
        assert parsed is not None
        assert is_public(parsed)
        assert port in (80, 443)
    assert len(internet.connects) <= len(internet.lookups)
    assert code == "page" or re.search(r"\d+\.\d+|::", text) is None
    assert time.monotonic() - began < 3
    if case["verdict"] == "block" and "redirect" not in case:
        assert internet.connects == []


async def test_a_private_name_and_a_missing_name_read_the_same(sites_on: Build) -> None:
    private = await outcome(sites_on(FakeInternet(names={"a.example": [["10.0.0.8"]]})), "a.example")
    missing = await outcome(sites_on(FakeInternet(names={"a.example": [[]]})), "a.example")
    closed = await outcome(sites_on(FakeInternet(refused=9)), "a.example")

    assert private == missing == closed


async def test_a_bomb_is_read_no_further_than_the_page_may_be_large(sites_on: Build) -> None:
    parts = 0
    start, megabyte = gzip_parts()

    async def bomb(request: Request) -> AsyncGenerator[bytes]:
        nonlocal parts
        if request.url.endswith("/robots.txt"):
            yield respond(status=404)
            return
        yield HEAD + b"Content-Encoding: gzip\r\n\r\n" + start
        while True:
            parts += 1
            yield megabyte

    code, _ = await outcome(sites_on(FakeInternet(default=bomb)), "example.com")

    assert code == "site_too_large"
    assert parts <= 2
