"""A flood from one server does not hold up other work."""

import asyncio
from collections.abc import AsyncGenerator, Callable

import pytest

from nodes.website.doubles import FakeInternet, Request
from nodes.website.network import NetworkSites
from nodes.website.problems import SiteTimeout

pytestmark = pytest.mark.anyio


async def test_other_work_goes_on_while_a_server_floods(sites_on: Callable[..., NetworkSites]) -> None:
    given, turns = 0, 0

    async def flood(request: Request) -> AsyncGenerator[bytes]:
        nonlocal given
        while True:
            given += 1
            yield b"HTTP/1.1 103 Early Hints\r\n\r\n" * 293  # about 8 KiB

    async def work() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    worker = asyncio.create_task(work())
    async with sites_on(FakeInternet(default=flood)).site("example.com") as site:
        with pytest.raises(SiteTimeout):
            await site.page(site.start)
    worker.cancel()

    assert turns >= given > 1
