"""Read the body of a response, decoded, within a budget."""

import zlib
from collections.abc import AsyncGenerator, Iterator, Mapping
from contextlib import aclosing
from dataclasses import dataclass

import httpcore2

from nodes.website.problems import SiteNotHtml, SiteTooLarge

# Decoded bytes made at once: a coded megabyte can stand for a gigabyte (deflate's ratio is up to 1032 to 1).
PIECE_BYTES = 64 * 1024
_GZIP = 16 + zlib.MAX_WBITS
_GZIP_MAGIC = b"\x1f\x8b"


@dataclass
class Allowance:
    """Decoded bytes that may still be read, within a larger allowance."""

    left: int
    within: "Allowance | None" = None

    def spend(self, size: int) -> None:
        """Take bytes off, or say that there are none left."""
        if size > self.left:
            raise SiteTooLarge
        self.left -= size
        if self.within is not None:
            self.within.spend(size)


async def read_body(
    response: httpcore2.Response, headers: Mapping[str, str], allowance: Allowance, cut: int | None = None
) -> bytes:
    """Return the decoded body, or its first `cut` bytes; stop reading once the allowance is spent."""
    body = bytearray()
    async with aclosing(_pieces(response, headers)) as pieces:
        async for piece in pieces:
            allowance.spend(len(piece))
            body += piece
            if cut is not None and len(body) >= cut:
                break
    del body[len(body) if cut is None else cut :]
    return bytes(body)


async def drain(response: httpcore2.Response) -> None:
    """Pass over the body of an error or redirect, as it is coded, so that the connection serves the next request too.

    Few are longer than 64 KiB; for those, closing the connection is cheaper.
    """
    passed = 0
    async with aclosing(response.aiter_stream()) as chunks:
        async for chunk in chunks:
            passed += len(chunk)
            if passed > PIECE_BYTES:
                break


async def _pieces(response: httpcore2.Response, headers: Mapping[str, str]) -> AsyncGenerator[bytes]:
    """Yield the decoded body in pieces of at most 64 KiB."""
    decoder = _decoder(headers.get("content-encoding", ""))
    try:
        async with aclosing(response.aiter_stream()) as chunks:
            async for chunk in chunks:
                for piece in decoder.decode(chunk):
                    yield piece
    except zlib.error:
        raise SiteNotHtml("The page's compression is broken.") from None


class _Identity:
    """A body sent as it is."""

    def decode(self, chunk: bytes) -> Iterator[bytes]:
        """Yield the chunk; the client reads at most 64 KiB at once."""
        yield chunk


class _Gzip:
    """A gzipped body: one or more members (RFC 1952 2.2)."""

    def __init__(self) -> None:
        self._member = zlib.decompressobj(_GZIP)

    def decode(self, chunk: bytes) -> Iterator[bytes]:
        """Yield what the chunk decodes to; what follows the last member is ignored, as browsers do."""
        while chunk:
            if self._member.eof:
                if not chunk.startswith(_GZIP_MAGIC):
                    return
                self._member = zlib.decompressobj(_GZIP)
            yield self._member.decompress(chunk, PIECE_BYTES)
            chunk = self._member.unused_data or self._member.unconsumed_tail


def _decoder(coding: str) -> _Identity | _Gzip:
    """Return the decoder for the one coding that was asked for; several codings multiply a bomb's ratio."""
    match coding.strip().lower():
        case "" | "identity":
            return _Identity()
        case "gzip" | "x-gzip":
            return _Gzip()
        case _:
            raise SiteNotHtml("The page is compressed in a way that was not asked for.")
