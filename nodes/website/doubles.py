"""An internet in memory, for tests: names, addresses and servers without a socket."""

import ssl
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import httpcore2

from nodes.website.connect import Address

PUBLIC_ADDRESS = "93.184.215.14"


@dataclass(frozen=True)
class Request:
    """A request as a server of the fake internet sees it."""

    url: str
    headers: Mapping[str, str]


Server = Callable[[Request], AsyncIterator[bytes]]


def respond(
    body: bytes = b"", status: int = 200, headers: Mapping[str, str] | None = None, content_type: str = "text/html"
) -> bytes:
    """Return a whole HTTP response."""
    given = {"Content-Type": content_type, "Content-Length": str(len(body)), **(headers or {})}
    lines = [f"HTTP/1.1 {status} Status", *(f"{name}: {value}" for name, value in given.items() if value), "", ""]
    return "\r\n".join(lines).encode("utf-8") + body


@dataclass
class FakeInternet:
    """Resolver and connector in one; it records what was looked up, connected and asked for."""

    pages: Mapping[str, bytes | Server] = field(default_factory=dict)
    """Responses by URL; any other URL answers 404."""
    default: Server | None = None
    """What answers instead of 404."""
    names: Mapping[str, Sequence[Sequence[str]]] = field(default_factory=dict)
    """Addresses by host, one list per successive lookup; the last is repeated. Any other host is public."""
    refused: int = 0
    """How many connections are refused before one is accepted."""
    peer: str | None = None
    """The address that connections claim to end at, where it is not the one asked for."""
    certificate_error: ssl.SSLError | None = None
    lookups: list[str] = field(default_factory=list)
    connects: list[tuple[str, int]] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)
    tls_hosts: list[str | None] = field(default_factory=list)

    async def resolve(self, host: str) -> Sequence[str]:
        """Answer as the table of names says; no addresses mean that the name does not exist."""
        answers = self.names.get(host, ((PUBLIC_ADDRESS,),))
        turn = min(self.lookups.count(host), len(answers) - 1)
        self.lookups.append(host)
        if not answers or not answers[turn]:
            raise OSError("Name or service not known")
        return answers[turn]

    async def connect(self, address: Address, port: int) -> httpcore2.AsyncNetworkStream:
        """Record the connection and accept it."""
        self.connects.append((str(address), port))
        if len(self.connects) <= self.refused:
            raise ConnectionRefusedError
        return _Stream(self, self.peer or str(address), port)

    def serve(self, request: Request) -> AsyncIterator[bytes]:
        """Answer a request."""
        self.requests.append(request)
        page = self.pages.get(request.url)
        if page is None:
            return self.default(request) if self.default else _whole(respond(status=404))
        return _whole(page) if isinstance(page, bytes) else page(request)


async def _whole(response: bytes) -> AsyncGenerator[bytes]:
    yield response


class _Stream(httpcore2.AsyncNetworkStream):
    """One connection to the fake internet."""

    def __init__(self, internet: FakeInternet, address: str, port: int) -> None:
        self._internet = internet
        self._peer = (address, port)
        self._asked = b""
        self._answer: AsyncIterator[bytes] | None = None
        self._waiting = b""

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109
        """Take a part of a request; at its end, begin to answer."""
        self._asked += buffer
        if self._asked.endswith(b"\r\n\r\n"):
            self._answer = self._internet.serve(self._request(self._asked.decode("ascii").splitlines()))
            self._asked = b""

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109
        """Return the next part of the answer; nothing once the server has said all. Never waits by itself."""
        while not self._waiting:
            if self._answer is None:
                return b""
            try:
                self._waiting = await anext(self._answer)
            except StopAsyncIteration:
                self._answer = None
        part, self._waiting = self._waiting[:max_bytes], self._waiting[max_bytes:]
        return part

    async def aclose(self) -> None:
        """Hang up."""
        self._answer = None

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109
    ) -> httpcore2.AsyncNetworkStream:
        """Trust the server, or fail as the real network does."""
        self._internet.tls_hosts.append(server_hostname)
        if self._internet.certificate_error is not None:
            raise httpcore2.ConnectError(self._internet.certificate_error)
        return self

    def get_extra_info(self, info: str) -> Any:
        """Return the address at the other end; nothing else is known of a connection in memory."""
        return self._peer if info == "server_addr" else None

    def _request(self, lines: Iterable[str]) -> Request:
        """Read a request's head."""
        first, *rest = lines
        headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in rest if line)}
        scheme = "https" if self._peer[1] == 443 else "http"
        return Request(f"{scheme}://{headers['host']}{first.split(' ')[1]}", headers)
