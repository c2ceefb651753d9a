"""Work that goes on beside the requests for as long as the service lives."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from server.telemetry.exceptions import told
from server.telemetry.logs import logger_of

log = logger_of(__name__)

PAUSE_SECONDS = 1.0  # after a fault of ours, so that it does not fill the log


@asynccontextmanager
async def in_background(*works: Callable[[], Awaitable[None]]) -> AsyncIterator[None]:
    """Do works that never end while the block lasts; one that breaks is told to the operator and begun anew."""
    tasks = [asyncio.create_task(_for_ever(work)) for work in works]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _for_ever(work: Callable[[], Awaitable[None]]) -> None:
    while True:
        try:
            await work()
        except Exception as error:
            log.error("background work broke", **told(error))
        await asyncio.sleep(PAUSE_SECONDS)
