"""Read the slow sites with the real deadlines, which takes over a minute: `python -m tests.faults.hostile.real`."""

import asyncio
import json
import sys

from nodes.website.network import Limits
from tests.faults.test_hostile_sites import MOST_GROWTH, TIMEOUT, read_all


async def main() -> int:
    """Print what each site took; return 1 if one took too much."""
    taken = await read_all([*TIMEOUT, "drip-inside"], Limits().site_seconds)
    sys.stdout.writelines(f"{json.dumps(one)}\n" for one in taken)
    return int(any(one["seconds"] > Limits().site_seconds + 1 or one["growth"] > MOST_GROWTH for one in taken))


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
