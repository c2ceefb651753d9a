"""How fast requests to a provider may follow each other."""

from dataclasses import dataclass
from typing import Protocol


class Pace(Protocol):
    """Lets requests go as the provider's rate limit allows."""

    async def admit(self, tokens: int, seconds: float) -> None:
        """Wait until a request of so many tokens, its answer included, may be sent.

        Raise ModelOverloaded as soon as it is clear that this takes longer than so many seconds.
        """
        ...


@dataclass(frozen=True)
class Unpaced:
    """Sets no limit: the provider itself says when there are too many."""

    async def admit(self, tokens: int, seconds: float) -> None:
        """Let it go."""
