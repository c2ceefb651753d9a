"""Load what the first assignment and the first results would otherwise wait for."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

AFTER_SECONDS = 1.0  # so that the requests of a process that has just started have it for themselves


@asynccontextmanager
async def warming(after_seconds: float = AFTER_SECONDS) -> AsyncIterator[None]:
    """Load it in a thread, soon after the block has begun."""
    task = asyncio.create_task(_warm(after_seconds))
    try:
        yield
    finally:
        task.cancel()
        await asyncio.wait({task})


async def _warm(after_seconds: float) -> None:
    await asyncio.sleep(after_seconds)
    await asyncio.to_thread(_load)


def _load() -> None:
    """Import the statistics and GrowthBook's SDK: four seconds of work."""
    import experiments.assignment
    import experiments.recommendation  # noqa: F401
