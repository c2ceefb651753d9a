"""Connect to public servers only.

This is the one place where a name becomes a connection: below redirects, retries and the connection pool, so nothing
above it can reach an address that was not checked. The name is looked up once, every answer must be public, and the
connection goes to the very address that was checked. TLS comes after it and still proves the host's name.
"""

import asyncio
from collections.abc import Iterable, Sequence
from ipaddress import IPv4Address, IPv6Address
from typing import Protocol

import httpcore2

from nodes.website.address import is_public, parse_address
from nodes.website.problems import SiteUnreachable, UrlNotAllowed
from nodes.website.resolve import Resolver
from nodes.website.steady import SteadyStream
from nodes.website.url import PORTS

Address = IPv4Address | IPv6Address

LOOKUP_SECONDS = 4.0  # a healthy lookup takes under 1 s; resolv.conf's default of 5 s per try would eat the page's 10 s
CONNECT_SECONDS = 3.0  # one lost SYN is sent again after 1 s (RFC 6298)
MAX_ATTEMPTS = 3  # 3 attempts of 3 s fit in a page's 10 s


class Connector(Protocol):
    """The door to TCP."""

    async def connect(self, address: Address, port: int) -> httpcore2.AsyncNetworkStream:
        """Return a connection to exactly this address."""
        ...


class TcpConnector:
    """Connect by TCP."""

    async def connect(self, address: Address, port: int) -> httpcore2.AsyncNetworkStream:
        """Return a connection to exactly this address; a literal address is never looked up."""
        return await httpcore2.AnyIOBackend().connect_tcp(str(address), port)


class PublicNetwork(httpcore2.AsyncNetworkBackend):
    """The network as the HTTP client sees it: public servers, ports 80 and 443."""

    def __init__(self, resolver: Resolver, connector: Connector, lookup_seconds: float = LOOKUP_SECONDS) -> None:
        self._resolver = resolver
        self._connector = connector
        self._lookup_seconds = lookup_seconds

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 the client's interface; the page's deadline is what bounds it
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        """Return a connection to a public address of the host."""
        if port not in PORTS.values():
            raise UrlNotAllowed("Only the ports 80 and 443 are read.")
        for address in order_attempts(await self._public_addresses(host)):
            stream = await self._attempt(address, port)
            if stream is not None:
                return SteadyStream(stream)
        raise unreachable(host)

    async def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,  # noqa: ASYNC109 the client's interface
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        """Refuse: no website is behind a socket of this machine."""
        raise UrlNotAllowed

    async def sleep(self, seconds: float) -> None:
        """Wait as the client asks."""
        await asyncio.sleep(seconds)

    async def _public_addresses(self, host: str) -> list[Address]:
        """Return the host's addresses; one that is not public makes the whole answer suspect (DNS rebinding)."""
        try:
            async with asyncio.timeout(self._lookup_seconds):
                answers = await self._resolver.resolve(host)
        except (OSError, UnicodeError):  # TimeoutError is an OSError
            raise unreachable(host) from None
        public = [address for answer in answers if (address := parse_address(answer)) and is_public(address)]
        if not public or len(public) < len(answers):
            raise unreachable(host)
        return public

    async def _attempt(self, address: Address, port: int) -> httpcore2.AsyncNetworkStream | None:
        """Return a connection that is proved to end at this address, or nothing when there is none."""
        try:
            async with asyncio.timeout(CONNECT_SECONDS):
                stream = await self._connector.connect(address, port)
        except (OSError, httpcore2.NetworkError, httpcore2.TimeoutException):
            return None
        if _peer(stream) != address:
            await stream.aclose()
            return None
        return stream


def order_attempts(addresses: Sequence[Address]) -> list[Address]:
    """Return at most three addresses, the second of the other family: where one does not work, the other may."""
    first, *rest = addresses
    rest.sort(key=lambda address: address.version == first.version)
    return [first, *rest][:MAX_ATTEMPTS]


def unreachable(host: str) -> SiteUnreachable:
    """Return the one problem for names that do not exist, are private, or do not answer."""
    return SiteUnreachable(f"No public web server could be reached at {host}.")


def _peer(stream: httpcore2.AsyncNetworkStream) -> Address | None:
    """Return the address at the other end."""
    peer = stream.get_extra_info("server_addr")
    return parse_address(str(peer[0])) if peer else None
