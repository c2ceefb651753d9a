"""A dead, slow, lying or huge website ends in time and in little memory, as a process of its own shows.

The deadlines of slow sites are a 25th of the real ones; sizes are real. With the real deadlines:
`python -m tests.faults.hostile.real`.
"""

import asyncio
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.faults.hostile.sites import serving, sites

pytestmark = pytest.mark.anyio

SITE_SECONDS = 1.0
SLACK = 2.0
"""Seconds beyond the deadline: what is being parsed at that moment is parsed to its end, on a machine that is busy."""
MOST_GROWTH = 32
"""MiB of memory that one site may take, and that all of them together may leave behind."""
COMPANY_OR_NOTHING = ("company", "insufficient_information")

TIMEOUT = ("silent", "drip-header", "drip-body", "drip-robots", "early-hints", "tiny-chunks")
OUTCOMES = {
    **dict.fromkeys(TIMEOUT, "site_timeout"),
    **dict.fromkeys(("bomb", "chunks", "endless", "huge-robots"), "site_too_large"),
    **dict.fromkeys(("bomb-redirect", "loop"), "site_refused"),
    **dict.fromkeys(("brotli", "nested", "elf"), "site_not_html"),
    **dict.fromkeys(("long-header", "many-headers", "short", "no-http", "hangs-up"), "site_unreachable"),
    **dict.fromkeys(("honest", "drip-inside"), "company"),
    "deep": "insufficient_information",
}
"""The rest is honest text in heaps of markup: what is found in it depends on how many pages fit into the time."""


async def read_all(names: list[str], seconds: float) -> list[dict[str, Any]]:
    """Read the sites in a child process; return what each took."""
    async with serving() as port:
        child = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "tests.faults.hostile", str(port), str(seconds), *names),
            cwd=Path(__file__).parents[2],
            stdout=asyncio.subprocess.PIPE,
        )
        said, _ = await child.communicate()
    assert child.returncode == 0
    return [json.loads(line) for line in said.splitlines()]


async def test_every_hostile_site_ends_in_time_and_in_little_memory() -> None:
    names = list(sites())
    taken = await read_all(names, SITE_SECONDS)
    assert [one["site"] for one in taken] == names
    assert {one["site"]: one["outcome"] for one in taken if one["site"] in OUTCOMES} == OUTCOMES
    assert [one for one in taken if one["outcome"] not in (OUTCOMES.get(one["site"]), *COMPANY_OR_NOTHING)] == []
    assert [one for one in taken if one["growth"] > MOST_GROWTH] == []
    assert [one for one in taken if one["site"] in OUTCOMES and one["seconds"] > SITE_SECONDS + SLACK] == []
    assert [one for one in taken if one["seconds"] > 25] == []
    assert taken[-1]["kept"] <= MOST_GROWTH
