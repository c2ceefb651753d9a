"""What the tests of reading websites share: short deadlines and an internet in memory."""

import ssl
from collections.abc import Callable

import pytest

from nodes.website.connect import PublicNetwork
from nodes.website.doubles import FakeInternet
from nodes.website.network import Limits, NetworkSites

SHORT = Limits(page_seconds=0.4, site_seconds=1.0)


@pytest.fixture
def sites_on() -> Callable[..., NetworkSites]:
    """Return what reads websites from a given internet."""
    tls = ssl.create_default_context()

    def build(
        internet: FakeInternet, limits: Limits = SHORT, clock: Callable[[], float] = lambda: 1000.0
    ) -> NetworkSites:
        network = PublicNetwork(internet, internet, lookup_seconds=0.2)
        return NetworkSites(network, limits=limits, clock=clock, tls=tls)

    return build
