"""Measure how long each step takes, and start every run's ledger at zero."""

from collections.abc import Awaitable, Mapping
from dataclasses import dataclass
from time import perf_counter
from typing import Any, ClassVar, Protocol

from langgraph.runtime import Runtime
from langgraph.types import Overwrite

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
    starts_run: bool = False
    """The first step forgets calls, times and warnings of an earlier run in the same thread, as Studio makes them."""

    async def __call__(self, state: Any, runtime: Runtime[Context]) -> dict[str, Any]:
        """Run the step and add a `times` entry."""
        started = perf_counter()
        update = await self.step(state, runtime)
        times = (StepTime(step=self.name, milliseconds=(perf_counter() - started) * 1000),)
        if not self.starts_run:
            return {**update, "times": times}
        ledger = {"calls": update.get("calls", ()), "times": times, "warnings": update.get("warnings", ())}
        return {**update, **{channel: Overwrite(entries) for channel, entries in ledger.items()}}


def plain(update: Mapping[str, Any]) -> dict[str, Any]:
    """Return an update with the values themselves where it replaces what a channel held."""
    return {name: value.value if isinstance(value, Overwrite) else value for name, value in update.items()}
