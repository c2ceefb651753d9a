"""Look-ups by the operating system."""

import pytest

from nodes.website.resolve import SystemResolver

pytestmark = pytest.mark.anyio


async def test_a_name_that_cannot_be_asked_for_has_no_addresses() -> None:
    resolver = SystemResolver(threads=1)
    try:
        with pytest.raises(OSError, match=r"\[Errno"):
            await resolver.resolve("a" * 64 + ".example")  # too long a label to leave this machine
    finally:
        resolver.close()
