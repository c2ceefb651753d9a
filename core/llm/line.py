"""What all calls to one model share: the model, its limits and prices, and what was learned about its server."""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from langchain_core.language_models import BaseChatModel

from core.llm.circuit import Circuit
from core.llm.cost import Prices
from core.llm.modes import Modes
from core.llm.pace import Pace, Unpaced

_FIRST_BACKOFF, _LONGEST_BACKOFF = 0.5, 8.0
"""Seconds; the figures of OpenAI's own client, here with full jitter."""


@dataclass(frozen=True)
class Limits:
    """How long one call may take in seconds, its retries included, and how many tokens its answer."""

    seconds: float = 60
    answer_tokens: int = 2_000


@dataclass
class Line:
    """A chat model that takes OpenAI's `response_format`, `tools`, `max_tokens` and `temperature`, or ignores them."""

    model: BaseChatModel
    name: str
    limits: Limits = field(default_factory=Limits)
    prices: Prices = field(default_factory=Prices)
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    chance: Callable[[], float] = random.random
    """A number from 0 up to 1, anew each time."""
    modes: Modes = field(default_factory=Modes)
    pace: Pace = field(default_factory=Unpaced)
    circuit: Circuit = field(init=False)

    def __post_init__(self) -> None:
        """Give the circuit the line's clock."""
        self.circuit = Circuit(self.clock)

    def pause(self, retries: int, told: float | None) -> float:
        """Return the seconds to wait before the next retry: what the provider told and a little more, or a backoff.

        The backoff is uniform between zero and 0.5 s doubled with each retry; so many calls that failed together do
        not come back together.
        """
        if told is not None:
            return told + self.chance() * _FIRST_BACKOFF
        return self.chance() * min(_LONGEST_BACKOFF, _FIRST_BACKOFF * 2.0**retries)
