"""Fetch one URL with every limit applied.

Redirects are walked by hand: each hop is checked like an address that a user typed, and no redirect's
body is decoded. There is no cookie jar, no proxy and nothing read from the environment: the pool has none of them.
"""

import asyncio
import ssl
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

import httpcore2

from nodes.website.body import Allowance, drain, read_body
from nodes.website.connect import unreachable
from nodes.website.problems import SiteRefused, SiteTimeout, SiteTlsError
from nodes.website.url import SiteUrl

MAX_REDIRECTS = 5  # RFC 9309 2.3.1.2 asks for at least 5; a site's front door needs two (https, www)
_REDIRECTS = frozenset((301, 302, 303, 307, 308))

Permit = Callable[[SiteUrl], Awaitable[None]]
"""Asked before every hop; raises a problem for an address that may not be read."""


@dataclass(frozen=True)
class Reply:
    """An answer, after redirects; only a successful one has a body."""

    url: SiteUrl
    status: int
    headers: Mapping[str, str]
    """By lower-case name; a header sent twice is one value with a comma (RFC 9110 5.3)."""
    body: bytes


@dataclass(frozen=True)
class Order:
    """What to fetch, and what it may cost."""

    url: SiteUrl
    seconds: float
    allowance: Allowance
    cut: int | None = None
    """Read only so many bytes of the body."""
    conditions: Mapping[str, str] = field(default_factory=dict)
    """Headers of a conditional request (RFC 9110 13.1)."""
    conditions_for: str = ""
    """The one URL that they were learned from, and so the only one that they are sent to."""


@dataclass(frozen=True)
class Fetcher:
    """Fetch with one job's connections."""

    pool: httpcore2.AsyncConnectionPool
    user_agent: str

    async def fetch(self, order: Order, permit: Permit) -> Reply:
        """Return the answer that the order's redirects end at."""
        try:
            async with asyncio.timeout(order.seconds):
                return await self._walk(order, permit)
        except TimeoutError:
            raise SiteTimeout(f"{order.url.host} did not answer in time.") from None

    async def _walk(self, order: Order, permit: Permit) -> Reply:
        """Follow redirects until something else is answered."""
        url = order.url
        for _ in range(MAX_REDIRECTS + 1):
            await permit(url)
            reply = await self._hop(url, order)
            location = reply.headers.get("location")
            if reply.status not in _REDIRECTS or location is None:
                return reply
            url = url.join(location)
        raise SiteRefused(f"{order.url.host} redirects in a circle.")

    async def _hop(self, url: SiteUrl, order: Order) -> Reply:
        """Send one request and read its answer."""
        with _translated(url.host):
            async with self.pool.stream("GET", _core_url(url), headers=self._headers(url, order)) as response:
                headers = _joined(response.headers)
                if 200 <= response.status < 300:
                    body = await read_body(response, headers, order.allowance, order.cut)
                    return Reply(url, response.status, headers, body)
                await drain(response)
                return Reply(url, response.status, headers, b"")

    def _headers(self, url: SiteUrl, order: Order) -> list[tuple[str | bytes, str | bytes]]:
        """Return the request's headers; only gzip is asked for, since other codings have bombs of a higher ratio."""
        conditions = order.conditions if str(url) == order.conditions_for else {}
        return [
            ("User-Agent", self.user_agent),
            ("Accept", "text/html,application/xhtml+xml,text/plain;q=0.5"),
            ("Accept-Encoding", "gzip"),
            *conditions.items(),
        ]


def _core_url(url: SiteUrl) -> httpcore2.URL:
    """Hand the checked parts over as they are, so that no second parser reads them differently."""
    return httpcore2.URL(
        scheme=url.scheme.encode("ascii"),
        host=url.host.encode("ascii"),
        port=url.port,
        target=url.target.encode("ascii"),
    )


def _joined(headers: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    """Return the headers by lower-case name; values are UTF-8 where they can be, as sites send them in `Location`."""
    joined: dict[str, str] = {}
    for raw_name, raw_value in headers:
        name, value = raw_name.decode("ascii").lower(), _text(raw_value)
        joined[name] = f"{joined[name]}, {value}" if name in joined else value
    return joined


def _text(value: bytes) -> str:
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")


@contextmanager
def _translated(host: str) -> Iterator[None]:
    """Turn the failures of the network into problems of ours."""
    try:
        yield
    except (httpcore2.TimeoutException, httpcore2.NetworkError, httpcore2.ProtocolError, OSError) as error:
        # httpcore2 keeps the failure that it translates as the only argument.
        if any(isinstance(cause, ssl.SSLError) for cause in (error, *error.args)):
            raise SiteTlsError(f"The certificate of {host} cannot be trusted.") from None
        raise unreachable(host) from None
