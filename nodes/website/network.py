"""Read websites from the internet."""

import asyncio
import ssl
import time
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace

import httpcore2

from core.context import Context
from nodes.website.body import Allowance
from nodes.website.connect import PublicNetwork
from nodes.website.fetch import Fetcher, Order, Reply
from nodes.website.freshness import fresh_seconds, may_store
from nodes.website.pages import Page
from nodes.website.problems import PageNotFound, SiteEmpty, SiteRefused, SiteTimeout, SiteTooLarge
from nodes.website.robots import PRODUCT, Robots
from nodes.website.text import html_text
from nodes.website.url import SiteUrl, check_url

USER_AGENT = f"{PRODUCT}/0.1 (reads a company's public pages on request)"
PAGE_MAX_AGE = 600.0  # seconds


@dataclass(frozen=True)
class Limits:
    """What reading one website may cost."""

    page_seconds: float = 10.0
    page_bytes: int = 2 * 1024 * 1024  # decoded
    site_seconds: float = 25.0
    site_bytes: int = 6 * 1024 * 1024  # decoded, robots.txt included
    site_pages: int = 8
    pages_at_once: int = 2  # requests that one host sees at the same time
    connections: int = 4  # two more than requests: redirects lead to hosts of their own


class NetworkSite:
    """One website while one job reads it, within one budget."""

    def __init__(self, start: SiteUrl, fetcher: Fetcher, limits: Limits, clock: Callable[[], float], max_age: float):
        self.start = str(start)
        self._fetcher = fetcher
        self._limits = limits
        self._clock = clock
        self._max_age = max_age
        self._allowance = Allowance(limits.site_bytes)
        self._robots = Robots(fetcher, self._allowance)
        self._places = asyncio.Semaphore(limits.pages_at_once)
        self._pages_left = limits.site_pages
        self._deadline = time.monotonic() + limits.site_seconds

    async def page(self, url: str, *, known: Page | None = None) -> Page:
        """Return the page, or the known one when its server says that it has not changed."""
        checked = check_url(url)
        self._take_page()
        async with self._places:
            reply = await self._fetcher.fetch(self._order(checked, known), self._robots.permit)
        return self._read(reply, known)

    def _take_page(self) -> None:
        """Count a page, or say that there were enough."""
        if self._pages_left <= 0:
            raise SiteTooLarge(f"At most {self._limits.site_pages} pages of one website are read.")
        self._pages_left -= 1

    def _order(self, url: SiteUrl, known: Page | None) -> Order:
        """Return what to fetch, within what is left of the site's budget."""
        seconds = min(self._limits.page_seconds, self._deadline - time.monotonic())
        if seconds <= 0:
            raise SiteTimeout(f"{url.host} could not be read in time.")
        allowance = Allowance(self._limits.page_bytes, within=self._allowance)
        if known is None:
            return Order(url, seconds, allowance)
        return Order(url, seconds, allowance, conditions=_conditions(known), conditions_for=known.url)

    def _read(self, reply: Reply, known: Page | None) -> Page:
        """Return the page that the reply brings or confirms."""
        now = self._clock()
        fresh_until = now + fresh_seconds(reply.headers, self._max_age)
        if reply.status == 304 and known is not None:
            return replace(known, fetched_at=now, fresh_until=fresh_until)
        _refuse_errors(reply)
        html = html_text(reply.body, reply.headers.get("content-type"))
        page = Page(str(reply.url), html, fetched_at=now, fresh_until=fresh_until)
        if not may_store(reply.headers):
            return page
        return replace(page, etag=reply.headers.get("etag"), last_modified=reply.headers.get("last-modified"))


def _conditions(known: Page) -> dict[str, str]:
    """Return the headers that ask for the page only if it has changed."""
    headers = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
    return {name: value for name, value in headers.items() if value is not None and value.isascii()}


def _refuse_errors(reply: Reply) -> None:
    """Raise for a status that brings no page."""
    if reply.status in (404, 410):
        raise PageNotFound
    if not 200 <= reply.status < 300:
        raise SiteRefused(f"{reply.url.host} answered with status {reply.status}.")
    if not reply.body:
        raise SiteEmpty


@dataclass(frozen=True)
class NetworkSites:
    """Read websites from the internet, each job with connections of its own."""

    network: PublicNetwork
    user_agent: str = USER_AGENT
    limits: Limits = Limits()
    page_max_age: float = PAGE_MAX_AGE
    clock: Callable[[], float] = time.time
    tls: ssl.SSLContext = field(default_factory=httpcore2.default_ssl_context)

    @asynccontextmanager
    async def site(
        self, website: str, *, fresh: bool = False, tenant: str = Context.tenant
    ) -> AsyncGenerator[NetworkSite]:
        """Open a website; nothing is connected before the first page is asked for. Always fresh, for every tenant."""
        start = check_url(website)
        async with self._pool() as pool:
            fetcher = Fetcher(pool, self.user_agent)
            yield NetworkSite(start, fetcher, self.limits, self.clock, self.page_max_age)

    def _pool(self) -> httpcore2.AsyncConnectionPool:
        """Return connections without proxy, retries or anything from the environment."""
        return httpcore2.AsyncConnectionPool(
            ssl_context=self.tls, max_connections=self.limits.connections, network_backend=self.network
        )
