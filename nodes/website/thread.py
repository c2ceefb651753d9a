"""Work on pages beside the event loop, in one thread."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import TypeVar

ResultT = TypeVar("ResultT")


async def in_thread(work: Callable[[], ResultT]) -> ResultT:
    """Return what the work returns, while the event loop goes on; work of others that came before is done first."""
    return await asyncio.get_running_loop().run_in_executor(_thread(), work)


@cache
def _thread() -> ThreadPoolExecutor:
    """Return the one thread: Python runs one at a time, and each further one would keep what its largest page took."""
    return ThreadPoolExecutor(1, thread_name_prefix="pages")
