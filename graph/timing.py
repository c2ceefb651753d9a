"""Measure how long each step takes."""

from collections.abc import Awaitable, Mapping
from dataclasses import dataclass
from time import perf_counter
from typing import Any, ClassVar, Protocol

from langgraph.runtime import Runtime

from core.context import Context
from core.pack import StepTime
from core.value import Value


class Step(Protocol):
    """What every node is: it declares what it reads and writes, and is called with it."""

    reads: ClassVar[type[Value]]
    writes: ClassVar[type]

    def __call__(self, state: Any, runtime: Runtime[Context]) -> Awaitable[Mapping[str, Any]]:
        """Read the state, return the update."""
        ...


@dataclass(frozen=True)
class Timed:
    """A step that adds its own wall time to its update."""

    name: str
    step: Step

    async def __call__(self, state: Any, runtime: Runtime[Context]) -> dict[str, Any]:
        """Run the step and add a `times` entry."""
        started = perf_counter()
        update = await self.step(state, runtime)
        return {**update, "times": (StepTime(step=self.name, milliseconds=(perf_counter() - started) * 1000),)}
