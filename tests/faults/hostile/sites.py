"""Websites that are dead, slow, lying or huge, each as a handler of local connections, named by its host."""

import asyncio
import gzip
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, suppress

Send = Callable[[bytes], Awaitable[None]]
Site = Callable[[str, Send], Awaitable[None]]
"""Answers one request for a path."""

HEAD = b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: text/html\r\n"
MEGABYTE = bytes(1024 * 1024)
PAGE = 2 * 1024 * 1024
"""The most bytes of a page that are read."""
HONEST = b"""<html lang=en><title>Quillmark</title><h1>Label printing for wine cellars</h1>
<p>Quillmark prints labels for wine cellars in two days.</p><p>We have printed labels for 120 wineries since 2009.</p>
<p>Our customers send an order by noon and have their labels the day after tomorrow, or the order is free.</p>
"""


def whole(body: bytes, status: str = "200 OK", more: bytes = b"") -> bytes:
    """Return a response as an honest server sends it."""
    head = f"HTTP/1.1 {status}\r\nConnection: close\r\nContent-Type: text/html\r\nContent-Length: {len(body)}\r\n"
    return head.encode() + more + b"\r\n" + body


def page(body: bytes) -> Site:
    """Answer every address with one page."""

    async def answer(path: str, send: Send) -> None:
        await send(whole(body))

    return answer


def drip(head: bytes, part: bytes, seconds: float = 0.05) -> Site:
    """Send a part again and again, each in time for any deadline between two reads."""

    async def answer(path: str, send: Send) -> None:
        await send(head)
        while True:
            await asyncio.sleep(seconds)
            await send(part)

    return answer


def flood(head: bytes, part: bytes) -> Site:
    """Send a part again and again, as fast as it is taken."""

    async def answer(path: str, send: Send) -> None:
        await send(head)
        while True:
            await send(part)

    return answer


def bomb(level: int = 9) -> tuple[bytes, bytes]:
    """Return the start of a gzip stream and a megabyte of zeros in it, as a thousand bytes that may be repeated."""
    packer = zlib.compressobj(level, wbits=31)
    start = packer.compress(MEGABYTE) + packer.flush(zlib.Z_FULL_FLUSH)
    return start, packer.compress(MEGABYTE) + packer.flush(zlib.Z_FULL_FLUSH)


async def silent(path: str, send: Send) -> None:
    """Take the request and say nothing."""
    await asyncio.sleep(3600)


async def slow_inside(path: str, send: Send) -> None:
    """Show an honest start page whose links all lead to pages that never come."""
    if path != "/":
        await asyncio.sleep(3600)
    links = b"".join(b"<a href=/about-%d>About us</a> <a href=/pricing-%d>Pricing</a>" % (n, n) for n in range(8))
    await send(whole(HONEST + links))


def many(body: bytes) -> Site:
    """Return a site of many pages, each of them this long body, all linked from the first."""
    names = (b"about", b"pricing", b"customers", b"product", b"services", b"team", b"cases", b"solutions", b"faq")
    links = b"".join(b"<a href=/%s>%s</a> " % (name, name.title()) for name in names)

    async def answer(path: str, send: Send) -> None:
        marked = b"<p>%s</p>" % path.encode()
        await send(whole((HONEST + links + marked + body)[:PAGE]))

    return answer


def repeated(part: bytes, size: int = PAGE) -> bytes:
    """Return a part as often as it fits into a page."""
    return part * (size // len(part))


def sites() -> dict[str, Site]:
    """Return every site by the first label of its host."""
    start, megabyte = bomb()
    robots = b"User-agent: *\nDisallow: /private\n" + b"# nothing\n" * 10
    coded = HEAD + b"Content-Encoding: gzip\r\n\r\n" + start
    redirect = b"HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Encoding: gzip\r\n\r\n" + start
    return {
        "honest": page(HONEST),
        "silent": silent,
        "drip-header": drip(b"HTTP/1.1 200 OK\r\nX-Slow: ", b"x"),
        "drip-body": drip(HEAD + b"\r\n", b"<"),
        "drip-robots": drip(HEAD + b"\r\n" + robots, b"#"),
        "drip-inside": slow_inside,
        "early-hints": flood(b"", b"HTTP/1.1 103 Early Hints\r\n\r\n"),
        "bomb": flood(coded, megabyte),
        "bomb-redirect": flood(redirect, megabyte),
        "chunks": flood(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"10000\r\n" + b"x" * 65536 + b"\r\n"),
        "tiny-chunks": flood(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n" * 2000),
        "endless": flood(HEAD + b"\r\n", b"<p>more and more</p>" * 500),
        "brotli": page_coded(b"br", b"\x8b\x00"),
        "nested": page_coded(b"gzip, gzip, gzip", gzip.compress(HONEST)),
        "long-header": flood(b"HTTP/1.1 200 OK\r\nX-Long: ", b"x" * 65536),
        "many-headers": flood(b"HTTP/1.1 200 OK\r\n", b"X-Next: y\r\n" * 2000),
        "short": raw(HEAD + b"Content-Length: 5000\r\n\r\n" + HONEST),
        "elf": raw(HEAD + b"\r\n\x7fELF\x02\x01" + bytes(range(256)) * 20),
        "no-http": raw(b"SSH-2.0-OpenSSH_9.2\r\n"),
        "hangs-up": raw(b""),
        "loop": raw(b"HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n"),
        "huge-robots": flood(HEAD + b"\r\n" + robots, b"Disallow: /*a*b*c\n" * 3000),
        "deep": page(repeated(b"<div>")),
        "tags": many(repeated(b"<i>")),
        "closed-tags": many(repeated(b"<i></i>")),
        "breaks": many(repeated(b"<br>")),
        "paragraphs": many(repeated(b"<p>x")),
        "attributes": many(b"<div " + repeated(b"a=1 ") + b">x</div>"),
        "links": many(repeated(b"<a href=/x>y</a>")),
        "entities": many(repeated(b"&#128512;")),
        "emoji": many(repeated("😀".encode())),
        "sentences": many(repeated(b"We print labels for wine cellars in two days. ")),
        "cells": many(b"<table>" + repeated(b"<td>x")),
        "comments": many(repeated(b"<!-- x -->")),
        "scripts": many(repeated(b"<script>x</script>")),
        "json-ld": many(b"<script type=application/ld+json>" + repeated(b"[") + b"</script>"),
        "title": many(b"<title>" + repeated(b"word ") + b"</title>"),
        "meta": many(b"<meta name=description content='" + repeated(b"word ") + b"'>"),
        "address": many(b"<a href='/" + repeated(b"about") + b"'>About</a>"),
        "one-link": many(b"<a href=/about>" + repeated(b"about ") + b"</a>"),
        "wide": many("😀".encode() + repeated(b"<div class=a>We print labels.</div>")),
        "styles": many(b"<style>" + repeated(b".a{display:none}") + b"</style>"),
    }  # fmt: skip


def page_coded(coding: bytes, body: bytes) -> Site:
    """Answer with a page in some coding."""
    return raw(whole(body, more=b"Content-Encoding: " + coding + b"\r\n"))


def raw(response: bytes) -> Site:
    """Answer with these bytes and hang up."""

    async def answer(path: str, send: Send) -> None:
        await send(response)

    return answer


@asynccontextmanager
async def serving() -> AsyncIterator[int]:
    """Serve all sites on one local port, told apart by the request's host; yield the port."""
    all_sites = sites()

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        # Connections of sites that never end are cancelled with the loop.
        with suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            await answered(all_sites, reader, writer)
        writer.close()

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()


async def answered(sites: Mapping[str, Site], reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answer one request as its host does, until the reader has seen enough."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    path, host = head.split(" ")[1], head.lower().partition("\r\nhost: ")[2].partition(".")[0]
    if path == "/robots.txt" and "robots" not in host:
        await sender(writer)(whole(b"", "404 Not Found"))
    else:
        await sites[host](path, sender(writer))


def sender(writer: asyncio.StreamWriter) -> Send:
    """Return what sends bytes as far as the other side takes them."""

    async def send(data: bytes) -> None:
        writer.write(data)
        await writer.drain()

    return send
