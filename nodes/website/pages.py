"""The door through which the pages of a website are read."""

from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Protocol

from core.context import Context


@dataclass(frozen=True, slots=True)
class Page:
    """One page as it was read. Times are seconds since 1970."""

    url: str
    """Canonical, and final: after redirects."""
    html: str
    fetched_at: float
    """When its server last sent or confirmed it."""
    fresh_until: float
    """Until when it may be used without asking its server again; no later than `fetched_at` means: always ask."""
    etag: str | None = None
    last_modified: str | None = None


class Site(Protocol):
    """One website while one job reads it."""

    @property
    def start(self) -> str:
        """Return the canonical URL of the page that the job was given."""
        ...

    async def page(self, url: str) -> Page:
        """Return the page at an absolute URL, or raise a `WebsiteProblem`."""
        ...


class SiteSource(Protocol):
    """Where websites are read from."""

    def site(
        self, website: str, *, fresh: bool = False, tenant: str = Context.tenant
    ) -> AbstractAsyncContextManager[Site]:
        """Open the website at an address as a user types it; `fresh` asks the server about every page again.

        No page that was kept for another tenant is used: what one has read, another must not be able to tell.
        """
        ...
