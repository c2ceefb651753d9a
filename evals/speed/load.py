"""Closed loops of work, and what they took."""

import asyncio
from collections.abc import Awaitable, Callable
from statistics import median
from time import perf_counter


async def per_second(work: Callable[[], Awaitable[object]], *, at_once: int, times: int) -> float:
    """Return how often per second the work gets done when so many do it at once, `times` in all."""
    left = iter(range(times))

    async def worker() -> None:
        for _ in left:
            await work()

    started = perf_counter()
    await asyncio.gather(*(worker() for _ in range(at_once)))
    return times / (perf_counter() - started)


async def seconds_each(work: Callable[[], Awaitable[object]], *, times: int) -> float:
    """Return the median wall time of the work, one after the other."""
    taken = []
    for _ in range(times):
        started = perf_counter()
        await work()
        taken.append(perf_counter() - started)
    return median(taken)
