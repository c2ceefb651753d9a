"""Pages that were read are kept."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from nodes.website.cached import CachedPages, site_name
from nodes.website.doubles import FakeInternet, respond
from nodes.website.network import NetworkSites
from nodes.website.pages import Page

pytestmark = pytest.mark.anyio

Build = Callable[..., NetworkSites]
START = "https://example.com/"


@dataclass
class Clock:
    """A clock that stands still until it is set."""

    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Memory:
    """A cache that forgets nothing."""

    texts: dict[str, str] = field(default_factory=dict)
    of_others: dict[tuple[str, str], "Memory"] = field(default_factory=dict)

    def of(self, tenant: str, subject: str) -> "Memory":
        return self if tenant == "local" else self.of_others.setdefault((tenant, subject), Memory())

    def get(self, key: str) -> str | None:
        return self.texts.get(key)

    def set(self, key: str, text: str, expire_seconds: float) -> None:
        self.texts[key] = text


@dataclass
class Shelf:
    """Cached pages of a website on a fake internet, with a clock to set."""

    build: Build
    internet: FakeInternet
    clock: Clock = field(default_factory=Clock)
    memory: Memory = field(default_factory=Memory)

    async def read(self, url: str = START, *, fresh: bool = False, tenant: str = "local") -> Page:
        """Read a page as one job."""
        sites = CachedPages(self.build(self.internet, clock=self.clock), self.memory, self.clock)
        async with sites.site(START, fresh=fresh, tenant=tenant) as site:
            return await site.page(url)

    def asked(self) -> int:
        """Return how often the server was asked for the page."""
        return sum(request.url == START for request in self.internet.requests)


def shelf(build: Build, **headers: str) -> Shelf:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Shelf(build, FakeInternet({START: respond(b"<p>Hi", headers=named)}))


async def test_a_fresh_page_is_not_asked_for_again_whatever_its_spelling(sites_on: Build) -> None:
    kept = shelf(sites_on)
    first = await kept.read()
    kept.clock.now += 599

    assert await kept.read("https://EXAMPLE.com:443/#top") == first
    assert kept.asked() == 1


async def test_a_page_that_is_no_longer_fresh_is_asked_for_again(sites_on: Build) -> None:
    kept = shelf(sites_on)
    await kept.read()
    kept.clock.now += 600
    await kept.read()

    assert kept.asked() == 2


async def test_an_old_page_is_confirmed_and_fresh_again(sites_on: Build) -> None:
    kept = shelf(sites_on, ETag='"v1"')
    first = await kept.read()
    kept.internet.pages = {START: respond(status=304)}
    kept.clock.now += 3600
    second = await kept.read()
    third = await kept.read()

    assert (second.html, second.fetched_at, second.fresh_until) == (first.html, 4600.0, 5200.0)
    assert third == second
    assert kept.asked() == 2


async def test_fresh_asks_the_server_even_for_a_fresh_page(sites_on: Build) -> None:
    kept = shelf(sites_on, ETag='"v1"')
    await kept.read()
    kept.internet.pages = {START: respond(status=304)}
    again = await kept.read(fresh=True)

    assert again.html == "<p>Hi"
    assert kept.internet.requests[-1].headers["if-none-match"] == '"v1"'


async def test_a_page_that_one_tenant_has_read_is_read_again_for_another(sites_on: Build) -> None:
    kept = shelf(sites_on)
    await kept.read()
    await kept.read(tenant="acme")
    await kept.read(tenant="acme")

    assert kept.asked() == 2
    assert list(kept.memory.of_others) == [("acme", "example.com")]


@pytest.mark.parametrize(
    "website", ["example.com", "https://www.example.com/about", "http://EXAMPLE.com:80/#top", "WWW.example.com"]
)
def test_a_website_has_one_name_whatever_its_spelling(website: str) -> None:
    assert site_name(website) == "example.com"


async def test_a_changed_page_replaces_the_kept_one(sites_on: Build) -> None:
    kept = shelf(sites_on, ETag='"v1"')
    await kept.read()
    kept.internet.pages = {START: respond(b"<p>New", headers={"ETag": '"v2"'})}

    assert (await kept.read(fresh=True)).html == "<p>New"
    assert (await kept.read()).html == "<p>New"


@pytest.mark.parametrize("control", ["no-store", "private", "max-age=0"])
async def test_what_can_never_be_used_again_is_not_kept(control: str, sites_on: Build) -> None:
    kept = shelf(sites_on, Cache_Control=control)
    await kept.read()

    assert kept.memory.texts == {}


async def test_a_page_that_must_be_confirmed_is_kept_for_that(sites_on: Build) -> None:
    kept = shelf(sites_on, Cache_Control="no-cache", ETag='"v1"')
    await kept.read()
    await kept.read()

    assert kept.asked() == 2
    assert kept.internet.requests[-1].headers["if-none-match"] == '"v1"'


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"url": 1, "colour": 2}', "not json"])
async def test_a_kept_text_in_another_shape_is_read_anew(text: str, sites_on: Build) -> None:
    kept = shelf(sites_on)
    kept.memory.texts[f"page:{START}"] = text

    assert (await kept.read()).html == "<p>Hi"
