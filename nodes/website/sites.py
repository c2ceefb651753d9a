"""Read every website from where it is: saved ones from their folders, all others from the network."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from core.context import Context
from nodes.website.pages import Site, SiteSource
from nodes.website.saved import SavedSites
from nodes.website.url import SiteUrl, check_url


@dataclass(frozen=True)
class Sites:
    """Choose by host between saved websites and the network."""

    saved: SavedSites
    network: SiteSource

    @asynccontextmanager
    async def site(self, website: str, *, fresh: bool = False, tenant: str = Context.tenant) -> AsyncGenerator[Site]:
        """Open the website where its host is."""
        async with self._source(check_url(website)).site(website, fresh=fresh, tenant=tenant) as site:
            yield site

    def _source(self, url: SiteUrl) -> SiteSource:
        """Return the folders for a saved host, and the network for any other."""
        return self.saved if self.saved.holds(url.host) else self.network
