"""Choose among equals: always the same for the same company, spread evenly over companies."""

from collections.abc import Sequence
from typing import TypeVar
from zlib import crc32

T = TypeVar("T")


def chance(*keys: str) -> float:
    """Return a number from 0 to 1 that only depends on the keys."""
    return crc32("\x1f".join(keys).encode()) / 0xFFFFFFFF


def pick(options: Sequence[T], *keys: str) -> T:
    """Return one of the options."""
    return options[min(int(chance(*keys) * len(options)), len(options) - 1)]


def shuffled(options: Sequence[T], *keys: str) -> list[T]:
    """Return the options in an order of the keys' own."""
    return sorted(options, key=lambda option: (chance(*keys, repr(option)), repr(option)))
