"""Read from a connection in small steps, so that a flood from one server does not hold up everything else."""

import asyncio
import ssl
from typing import Any

import httpcore2

# The client asks for 64 KiB at once. Made of one-byte chunks, those took 0.28 s to parse without a break; 8 KiB take
# 0.03 s, and an honest page of 2 MiB only 256 steps.
READ_BYTES = 8 * 1024


class SteadyStream(httpcore2.AsyncNetworkStream):
    """A connection that gives way to other work before every small read."""

    def __init__(self, stream: httpcore2.AsyncNetworkStream) -> None:
        self._stream = stream

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109 the client's interface
        """Return the next few bytes."""
        await asyncio.sleep(0)
        return await self._stream.read(min(max_bytes, READ_BYTES), timeout)

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109 the client's interface
        """Send the bytes."""
        await self._stream.write(buffer, timeout)

    async def aclose(self) -> None:
        """Hang up."""
        await self._stream.aclose()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109 the client's interface
    ) -> "SteadyStream":
        """Return the connection with TLS on it, read in small steps as well."""
        return SteadyStream(await self._stream.start_tls(ssl_context, server_hostname, timeout))

    def get_extra_info(self, info: str) -> Any:
        """Return what is known of the connection."""
        return self._stream.get_extra_info(info)
