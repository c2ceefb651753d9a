"""Runs as tasks of this process: for one command in a terminal, and for tests. Nothing outlives the process."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field

from server.jobs.seam import Perform, job_name
from server.store.rows import RunRef, Waiting


@dataclass(frozen=True)
class InlineJobs:
    """Performs every run at once."""

    perform: Perform
    _tasks: dict[str, "asyncio.Task[None]"] = field(default_factory=dict)

    async def start(self, run: Waiting) -> None:
        """Perform a run."""
        name = job_name(run)
        task = self._tasks[name] = asyncio.ensure_future(self.perform(run.ref, run.epoch))
        task.add_done_callback(lambda _: self._tasks.pop(name, None))

    async def enqueue(self, runs: Sequence[Waiting]) -> None:
        """Perform runs."""
        for run in runs:
            await self.start(run)

    async def cancel(self, runs: Sequence[Waiting]) -> None:
        """Stop runs."""
        for run in runs:
            if task := self._tasks.get(job_name(run)):
                task.cancel()

    async def lost(self, runs: Sequence[Waiting], alive: Sequence[str]) -> set[RunRef]:
        """Return the runs that have no task."""
        return {run.ref for run in runs if job_name(run) not in self._tasks}

    async def left_by(self, executors: Sequence[str]) -> list[Waiting]:
        """Return nothing: what a process had was gone with it."""
        return []

    async def forget(self, before: float) -> None:
        """Nothing is kept."""

    async def stop(self) -> None:
        """Stop everything and wait until it is over."""
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
