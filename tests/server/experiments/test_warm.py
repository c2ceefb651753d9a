"""What takes seconds to load is loaded beside the first requests, and never keeps a process from ending."""

import time

import pytest

from server.experiments.warm import warming

pytestmark = pytest.mark.anyio


async def test_a_process_that_ends_at_once_waits_for_nothing() -> None:
    began = time.monotonic()
    async with warming(after_seconds=60):
        pass
    assert time.monotonic() - began < 30
