"""A process that sends requests as fast as a shared pace lets it, and prints when each went.

Arguments: settings as JSON, seconds of a window, number of requests, tokens of each. It begins at a line on its input.
"""

import asyncio
import json
import sys
import time

from core.settings import Settings
from server.pace import shared_pace


async def main(settings: str, window: str, requests: str, tokens: str) -> None:
    pace = shared_pace(Settings.model_validate_json(settings), float(window))
    assert pace
    await pace.admit(1, 30)  # opens the places: one place more, from before the others
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    await asyncio.to_thread(sys.stdin.readline)
    went: list[float] = []
    stalled = asyncio.create_task(_longest_stall())

    async def send() -> None:
        await pace.admit(int(tokens), 60)
        went.append(time.time())

    await asyncio.gather(*(send() for _ in range(int(requests))))
    stalled.cancel()
    await pace.aclose()
    sys.stdout.write(json.dumps({"went": went, "stall": await stalled}))


async def _longest_stall() -> float:
    """Return for how long the event loop stood still at most."""
    longest = 0.0
    try:
        while True:
            began = time.monotonic()
            await asyncio.sleep(0.005)
            longest = max(longest, time.monotonic() - began - 0.005)
    except asyncio.CancelledError:
        return longest


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
