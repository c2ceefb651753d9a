"""Close what may take its time, and wait only for so long."""

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress

LAST_QUARTER = 0.25


async def close_within(seconds: float, close: Callable[[], object], otherwise: Callable[[], object]) -> None:
    """Call `close` in a thread that ends with the process; where three quarters are over, `otherwise` cuts it short.

    The thread is none of the event loop's: a job engine that was closed before has taken those with it.
    """
    loop, closed = asyncio.get_running_loop(), asyncio.Event()

    def closing() -> None:
        try:
            close()
        finally:
            with suppress(RuntimeError):  # the loop is closed: nobody waits any more
                loop.call_soon_threadsafe(closed.set)

    threading.Thread(target=closing, name="close telemetry", daemon=True).start()
    if not await _comes(closed, seconds * (1 - LAST_QUARTER)):
        otherwise()
        await _comes(closed, seconds * LAST_QUARTER)


async def _comes(event: asyncio.Event, seconds: float) -> bool:
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await event.wait()
    return event.is_set()
