"""Tell whether this process can take work: named checks, each with little time, none of which asks a model."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from server.telemetry.logs import logger_of

CheckState = Literal["ok", "failed"]
ReadyState = Literal["ok", "failed", "shutting_down"]
Check = Callable[[], Awaitable[bool]]
"""Returns whether something works; raising says the same as False."""

CHECK_SECONDS = 2.0
"""Less than the usual patience of whoever asks (Kubernetes: 1 s by default, 3 to 5 s in practice)."""

log = logger_of(__name__)


@dataclass(frozen=True)
class Report:
    """What the checks say."""

    status: ReadyState
    checks: Mapping[str, CheckState]

    @property
    def http_status(self) -> int:
        """Return 200 or 503."""
        return 200 if self.status == "ok" else 503


@dataclass
class Readiness:
    """The checks of one app. Those who ask at the same moment share them, so that asking often costs no more.

    A check that does not end is not begun again before it has: a dead disk must not fill the process with threads.
    """

    checks: Mapping[str, Check]
    seconds: float = CHECK_SECONDS
    shutting_down: bool = False
    """Set at the beginning of a stop: who balances load sends nothing more, while what is under way ends."""
    _running: dict[str, "asyncio.Task[bool]"] = field(default_factory=dict)

    async def report(self) -> Report:
        """Run every check side by side and tell how each went."""
        tasks = {name: self._task(name) for name in self.checks}
        if tasks:
            await asyncio.wait(tasks.values(), timeout=self.seconds)
        checks: dict[str, CheckState] = {name: "ok" if _is_fine(task) else "failed" for name, task in tasks.items()}
        failed = [name for name, state in checks.items() if state == "failed"]
        if failed:
            log.warning("not ready", failed=failed)
        return Report("shutting_down" if self.shutting_down else "failed" if failed else "ok", checks)

    async def aclose(self) -> None:
        """Stop the checks that have not ended."""
        running = tuple(self._running.values())
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)

    def _task(self, name: str) -> "asyncio.Task[bool]":
        if name not in self._running:
            task = self._running[name] = asyncio.create_task(_asked(self.checks[name]))
            task.add_done_callback(lambda _: self._running.pop(name))
        return self._running[name]


async def _asked(check: Check) -> bool:
    try:
        return await check()
    except Exception as error:
        log.warning("check failed", error=type(error).__name__)
        return False


def _is_fine(task: "asyncio.Task[bool]") -> bool:
    return task.done() and not task.cancelled() and task.result()
