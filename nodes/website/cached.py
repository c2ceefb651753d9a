"""Keep pages that were read, and ask whether they have changed instead of reading them again."""

import asyncio
import json
import time
from collections.abc import AsyncGenerator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import asdict, dataclass
from typing import Protocol

from core.context import Context
from nodes.website.pages import Page
from nodes.website.url import check_url

# How long a page is kept for the question whether it has changed.
KEEP_SECONDS = 24 * 3600


class TextCache(Protocol):
    """A store of text; called in threads."""

    def get(self, key: str) -> str | None:
        """Return the text, or nothing when there is none or it has expired."""
        ...

    def set(self, key: str, text: str, expire_seconds: float) -> None:
        """Keep the text for so long."""
        ...


class TextCaches(Protocol):
    """Stores of text that are kept apart."""

    def of(self, tenant: str, subject: str) -> TextCache:
        """Return what is kept for this tenant about this subject."""
        ...


class RevalidatingSite(Protocol):
    """A website that can be asked whether a page has changed."""

    @property
    def start(self) -> str:
        """Return the canonical URL of the page that the job was given."""
        ...

    async def page(self, url: str, *, known: Page | None = None) -> Page:
        """Return the page, or the known one with new times when it has not changed."""
        ...


class RevalidatingSource(Protocol):
    """Where such websites are read from."""

    def site(self, website: str, *, fresh: bool = False) -> AbstractAsyncContextManager[RevalidatingSite]:
        """Open the website."""
        ...


@dataclass(frozen=True)
class CachedSite:
    """One website whose pages are kept."""

    site: RevalidatingSite
    cache: TextCache
    clock: Callable[[], float]
    fresh: bool

    @property
    def start(self) -> str:
        """Return the canonical URL of the page that the job was given."""
        return self.site.start

    async def page(self, url: str) -> Page:
        """Return the kept page while it is fresh, and otherwise what its server says now."""
        key = f"page:{check_url(url)}"
        known = _parse(await asyncio.to_thread(self.cache.get, key))
        if known is not None and not self.fresh and self.clock() < known.fresh_until:
            return known
        page = await self.site.page(url, known=known)
        if _is_worth_keeping(page):
            await asyncio.to_thread(self.cache.set, key, json.dumps(asdict(page)), KEEP_SECONDS)
        return page


@dataclass(frozen=True)
class CachedPages:
    """Keep the pages of another source, for each tenant and website apart."""

    source: RevalidatingSource
    caches: TextCaches
    clock: Callable[[], float] = time.time

    @asynccontextmanager
    async def site(
        self, website: str, *, fresh: bool = False, tenant: str = Context.tenant
    ) -> AsyncGenerator[CachedSite]:
        """Open a website; `fresh` asks its server about every page again."""
        async with self.source.site(website, fresh=fresh) as site:
            yield CachedSite(site, self.caches.of(tenant, site_name(website)), self.clock, fresh)


def site_name(website: str) -> str:
    """Return the subject that a website's entries are kept under: its host, with and without `www` the same.

    Raise UrlInvalid or UrlNotAllowed for what is no public website's address.
    """
    return check_url(website).host.removeprefix("www.")


def _parse(text: str | None) -> Page | None:
    """Return the kept page, or nothing when another version of this code kept it in another shape."""
    if text is None:
        return None
    try:
        return Page(**json.loads(text))
    except (TypeError, ValueError):
        return None


def _is_worth_keeping(page: Page) -> bool:
    """Tell whether the page can be used again: it is fresh for a while, or its server can confirm it."""
    return page.fresh_until > page.fetched_at or page.etag is not None or page.last_modified is not None
