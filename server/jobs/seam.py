"""What the service asks of whatever engine performs its runs."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Protocol

from server.store.rows import RunRef, Waiting

Perform = Callable[[RunRef, int], Awaitable[None]]
"""Performs a run in this process, in the epoch it was handed out in; returns at once if there is nothing to do."""


class Jobs(Protocol):
    """Gets runs performed. The truth about a run is our own row; a run is performed once in each epoch."""

    async def start(self, run: Waiting) -> None:
        """Perform a run in this process, at once."""
        ...

    async def enqueue(self, runs: Sequence[Waiting]) -> None:
        """Put runs in line, for whichever process has room."""
        ...

    async def cancel(self, runs: Sequence[Waiting]) -> None:
        """Drop runs: those in line are not begun; those that are performed are stopped."""
        ...

    async def lost(self, runs: Sequence[Waiting], alive: Sequence[str]) -> set[RunRef]:
        """Return those of these runs that the engine does not know, has put away, or left with none of the living."""
        ...

    async def left_by(self, executors: Sequence[str]) -> list[Waiting]:
        """Return the runs that these processes had taken out of a line and not brought to an end."""
        ...

    async def forget(self, before: float) -> None:
        """Drop what the engine keeps of runs that were over before a moment (seconds since 1970)."""
        ...


def job_name(run: Waiting) -> str:
    """Return the name of a run's work in this epoch."""
    return f"{run.ref.tenant}:{run.ref.campaign}:{run.ref.number}:{run.epoch}"


def run_named(name: str) -> tuple[RunRef, int]:
    """Return the run and the epoch that a name stands for."""
    tenant, campaign, number, epoch = name.rsplit(":", 3)
    return RunRef(tenant, campaign, int(number)), int(epoch)
