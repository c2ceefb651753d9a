"""Names become connections to public servers only."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any

import httpcore2
import pytest

from nodes.website.connect import Address, PublicNetwork, TcpConnector, order_attempts
from nodes.website.doubles import PUBLIC_ADDRESS, FakeInternet
from nodes.website.network import NetworkSites
from nodes.website.problems import SiteTlsError, SiteUnreachable, UrlNotAllowed

pytestmark = pytest.mark.anyio

OTHER_ADDRESS = "93.184.215.15"
SIXTH_ADDRESS = "2606:4700::1111"


class Silent:
    """A name server that never answers."""

    async def resolve(self, host: str) -> Sequence[str]:
        await asyncio.sleep(60)
        return ()


class Claiming(httpcore2.AsyncNetworkStream):
    """A real connection that claims to end at a public address."""

    def __init__(self, stream: httpcore2.AsyncNetworkStream) -> None:
        self._stream = stream

    async def aclose(self) -> None:
        await self._stream.aclose()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109
    ) -> httpcore2.AsyncNetworkStream:
        return await self._stream.start_tls(ssl_context, server_hostname, timeout)

    def get_extra_info(self, info: str) -> Any:
        return (PUBLIC_ADDRESS, 443) if info == "server_addr" else None


@dataclass
class Rerouted:
    """The real connector, with every public address at a server of this machine."""

    port: int
    claims: bool = False

    async def connect(self, address: Address, port: int) -> httpcore2.AsyncNetworkStream:
        stream = await TcpConnector().connect(ip_address("127.0.0.1"), self.port)
        return Claiming(stream) if self.claims else stream


@asynccontextmanager
async def local_server(answer: bytes) -> AsyncIterator[int]:
    """Serve one answer to everyone on a port of this machine."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1000)
        writer.write(answer)
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        yield server.sockets[0].getsockname()[1]


def network_on(internet: FakeInternet) -> PublicNetwork:
    return PublicNetwork(internet, internet)


async def test_the_connection_goes_to_the_address_that_was_checked() -> None:
    internet = FakeInternet()
    await network_on(internet).connect_tcp("example.com", 443)

    assert internet.lookups == ["example.com"]
    assert internet.connects == [(PUBLIC_ADDRESS, 443)]


async def test_one_private_answer_spoils_all_public_ones() -> None:
    internet = FakeInternet(names={"example.com": [[PUBLIC_ADDRESS, OTHER_ADDRESS, "10.0.0.1"]]})

    with pytest.raises(SiteUnreachable):
        await network_on(internet).connect_tcp("example.com", 443)
    assert internet.connects == []


async def test_an_answer_that_is_no_address_spoils_it_too() -> None:
    internet = FakeInternet(names={"example.com": [[PUBLIC_ADDRESS, "localhost"]]})

    with pytest.raises(SiteUnreachable):
        await network_on(internet).connect_tcp("example.com", 443)


async def test_other_addresses_of_the_same_answer_are_tried_without_another_lookup() -> None:
    internet = FakeInternet(names={"example.com": [[PUBLIC_ADDRESS, OTHER_ADDRESS], ["127.0.0.1"]]}, refused=1)
    await network_on(internet).connect_tcp("example.com", 443)

    assert internet.connects == [(PUBLIC_ADDRESS, 443), (OTHER_ADDRESS, 443)]
    assert internet.lookups == ["example.com"]


async def test_no_more_than_three_addresses_are_tried() -> None:
    addresses = [f"93.184.215.{last}" for last in range(10, 20)]
    internet = FakeInternet(names={"example.com": [addresses]}, refused=9)

    with pytest.raises(SiteUnreachable):
        await network_on(internet).connect_tcp("example.com", 443)
    assert len(internet.connects) == 3


def test_the_second_attempt_is_of_the_other_family() -> None:
    ordered = order_attempts([ip_address(text) for text in (SIXTH_ADDRESS, "2606:4700::2", PUBLIC_ADDRESS)])

    assert [str(address) for address in ordered] == [SIXTH_ADDRESS, PUBLIC_ADDRESS, "2606:4700::2"]


async def test_a_connection_that_ends_elsewhere_is_dropped() -> None:
    with pytest.raises(SiteUnreachable):
        await network_on(FakeInternet(peer="10.0.0.1")).connect_tcp("example.com", 443)


@pytest.mark.parametrize("port", [0, 22, 8080])
async def test_other_ports_are_refused_without_a_lookup(port: int) -> None:
    internet = FakeInternet()

    with pytest.raises(UrlNotAllowed):
        await network_on(internet).connect_tcp("example.com", port)
    assert internet.lookups == []


async def test_sockets_of_this_machine_are_refused() -> None:
    with pytest.raises(UrlNotAllowed):
        await network_on(FakeInternet()).connect_unix_socket("/run/docker.sock")


async def test_a_name_server_that_never_answers_is_waited_for_only_so_long() -> None:
    network = PublicNetwork(Silent(), FakeInternet(), lookup_seconds=0.05)

    with pytest.raises(SiteUnreachable):
        await network.connect_tcp("example.com", 443)


async def test_a_real_connection_knows_where_it_ends() -> None:
    async with local_server(b"") as port:
        stream = await TcpConnector().connect(ip_address("127.0.0.1"), port)
        assert stream.get_extra_info("server_addr") == ("127.0.0.1", port)
        await stream.aclose()

        with pytest.raises(SiteUnreachable):
            await PublicNetwork(FakeInternet(), Rerouted(port)).connect_tcp("example.com", 443)


async def test_a_server_without_tls_fails_as_a_certificate_does() -> None:
    async with local_server(b"HTTP/1.1 400 Bad Request\r\n\r\n") as port:
        sites = NetworkSites(PublicNetwork(FakeInternet(), Rerouted(port, claims=True)))
        async with sites.site("https://example.com") as site:
            with pytest.raises(SiteTlsError):
                await site.page(site.start)
