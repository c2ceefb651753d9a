"""Put together where websites are read from, as the settings say."""

from pathlib import Path

from core.settings import Settings
from nodes.website.cached import CachedPages, TextCaches
from nodes.website.connect import PublicNetwork, TcpConnector
from nodes.website.network import NetworkSites
from nodes.website.pages import SiteSource
from nodes.website.resolve import SystemResolver
from nodes.website.saved import SavedSites
from nodes.website.sites import Sites

EXAMPLES = Path(__file__).parent / "examples"
"""The bundled example companies, one folder per host."""


def website_source(settings: Settings, caches: TextCaches | None = None, folder: Path | None = None) -> SiteSource:
    """Return the examples, the settings' folders of saved sites and the internet as one source.

    `caches` keep fetched pages between runs; `folder` is the folder of one saved site, which then goes first.
    """
    single = SavedSites.single(folder).named if folder else {}
    network = NetworkSites(PublicNetwork(SystemResolver(), TcpConnector()), page_max_age=settings.page_max_age)
    saved = SavedSites(folders=settings.sites, bundled=EXAMPLES, named=single)
    return Sites(saved, CachedPages(network, caches) if caches else network)
