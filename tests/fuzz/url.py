"""Whatever the check of an address lets pass is a public web server's name, however it was written."""

from contextlib import suppress
from ipaddress import ip_address
from urllib.parse import urlsplit

from nodes.website.problems import WebsiteProblem
from nodes.website.url import PORTS, SiteUrl, check_url

BASE = check_url("https://example.com/a/b?c")


def one(data: bytes) -> None:
    """Check the bytes as an address, and as a link on a page."""
    text = data.decode("utf-8", "surrogateescape")  # what is no UTF-8 is a lone surrogate then
    with suppress(WebsiteProblem):
        holds(check_url(text))
    with suppress(WebsiteProblem):
        holds(BASE.join(text))


def holds(url: SiteUrl) -> None:
    """Assert all that the rest of the service relies on."""
    text = str(url)
    seen = urlsplit(text)
    assert url.scheme in ("http", "https")
    assert url.port in PORTS.values()
    assert (seen.scheme, seen.hostname, seen.port or PORTS[seen.scheme]) == (url.scheme, url.host, url.port)
    assert (seen.username, seen.password, seen.fragment) == (None, None, "")
    assert not is_address(url.host)
    assert len(url.host.split(".")) > 1
    assert not url.host.split(".")[-1].isdigit()
    assert text.isascii()
    assert text.isprintable()
    assert " " not in text
    assert "\\" not in text
    assert url.target.startswith("/")
    assert ".." not in url.target.split("?")[0].split("/")
    assert check_url(text) == url


def is_address(host: str) -> bool:
    """Tell whether a host is an IP address in any way that a library takes for one."""
    try:
        return bool(ip_address(host.strip("[]")))
    except ValueError:
        return False
