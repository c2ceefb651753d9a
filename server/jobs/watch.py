"""Notice the dead: every process beats, and every process looks after the runs of those that do not.

A process whose event loop hangs does not beat either. It finds its runs taken when it comes back: what it writes is
refused (see `server/store/runs.py`), and its own next look here stops it.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from server.jobs.seam import Jobs
from server.store import executors, runs
from server.store.database import Database
from server.store.problems import StoreUnavailable
from server.store.rows import RunRef, Waiting
from server.telemetry.logs import logger_of

log = logger_of(__name__)

MISSED_BEATS = 4  # a loaded machine stalls a loop for one or two; four in a row are a death or as bad as one
HANDOVER_SECONDS = 3.0  # a process hands a new run to the engine itself; one that has waited so long was forgotten
LOOK_AT_LINE_SECONDS = 30.0  # a run in line that the engine has lost is rare: a restored backup, a dropped table
LAST_DEEDS_SECONDS = 20.0  # what a process did so long before it was noticed to be dead is looked through
AT_ONCE = 200  # runs handed over in one go: a batch of 10,000 gets going while the rest is still being handed over


@dataclass
class Watch:
    """One process's part in the watching."""

    database: Database
    jobs: Jobs
    executor: str
    held: Callable[[], Sequence[RunRef]]
    """Returns the runs that this process performs."""
    stop: Callable[[RunRef], None]
    """Stops performing one."""
    lost_one: Callable[[], None] = lambda: None
    """Is told of each run that was taken from this process."""
    beat_seconds: float = 1.0
    recovered: int = 0
    """Runs brought back into line since this process began."""
    _wanted: asyncio.Event = field(default_factory=asyncio.Event)
    _beaten_at: float = 0.0
    _idle: set[RunRef] = field(default_factory=set)

    async def enter(self) -> None:
        """Begin to beat."""
        async with self.database.writing() as connection:
            await executors.enter(connection, self.executor, await executors.time_of(connection))
        self._beaten_at = asyncio.get_running_loop().time()

    async def leave(self) -> None:
        """Hand over what this process still has, and be gone."""
        async with self.database.writing() as connection:
            await runs.give_back(connection, self.executor)
            await executors.leave(connection, self.executor)

    @property
    def silent_for(self) -> float:
        """Return for how many seconds this process has not beaten."""
        return asyncio.get_running_loop().time() - self._beaten_at

    async def watch_for_ever(self) -> None:
        """Beat and look, until cancelled; while the database does not answer, nobody can."""
        looked_at_line = asyncio.get_running_loop().time()
        while True:
            try:
                buried = await self._beat()
                await self._drop_what_is_lost()
                await self._bring_back(HANDOVER_SECONDS)
                if buried:
                    await self._take_from(buried)
                if asyncio.get_running_loop().time() - looked_at_line > LOOK_AT_LINE_SECONDS:
                    looked_at_line = asyncio.get_running_loop().time()
                    await self._look_at_line(0, LOOK_AT_LINE_SECONDS)
            except StoreUnavailable as problem:
                log.warning("no heartbeat", reason=problem.detail)
            await asyncio.sleep(self.beat_seconds)

    async def hand_over_for_ever(self) -> None:
        """Hand new runs to the engine whenever told that there are some, until cancelled."""
        while True:
            await self._wanted.wait()
            self._wanted.clear()
            try:
                more = True
                while more:
                    more = await self._bring_back(0)
            except StoreUnavailable as problem:
                log.warning("runs wait to be handed over", reason=problem.detail)  # the next look finds them

    def hand_over(self) -> None:
        """Have new runs handed over soon."""
        self._wanted.set()

    async def _beat(self) -> list[str]:
        """Say that this process lives, and return those that have ceased to say so."""
        async with self.database.writing() as connection:
            now = await executors.time_of(connection)
            if not await executors.beat(connection, self.executor, now):
                await executors.enter(connection, self.executor, now)  # taken for dead meanwhile
            buried = await executors.bury(connection, now - MISSED_BEATS * self.beat_seconds)
        self._beaten_at = asyncio.get_running_loop().time()
        for dead in buried:
            log.warning("a process is silent; its runs go on elsewhere", process=dead)
        return buried

    async def _drop_what_is_lost(self) -> None:
        """Stop performing what another process has taken or somebody has cancelled.

        The other way round, a run that stands as this process's for two looks without being performed was dropped by a
        fault: it is given back.
        """
        before = set(self.held())
        async with self.database.reading() as connection:
            mine = await runs.held_by(connection, self.executor)
            lost = await runs.not_ended(connection, before - mine)
        for ref in lost:
            self.lost_one()
            self.stop(ref)
        idle = mine - before - set(self.held())
        if stuck := idle & self._idle:
            async with self.database.writing() as connection:
                await runs.give_back(connection, self.executor, stuck)
            for ref in stuck:
                self.stop(ref)
        self._idle = idle

    async def _bring_back(self, age: float) -> bool:
        """Hand over some of the runs that no living process has; tell whether there may be more."""
        async with self.database.reading() as connection:
            now = await executors.time_of(connection)
            alive = await executors.alive(connection)
            found = await runs.unclaimed(connection, alive, now - age, AT_ONCE)
        await self._hand(found, now)
        return len(found) == AT_ONCE

    async def _take_from(self, buried: Sequence[str]) -> None:
        """Hand out anew what dead processes had taken out of a line and not claimed, or were about to put into one."""
        left = await self.jobs.left_by(buried)
        async with self.database.reading() as connection:
            now = await executors.time_of(connection)
        await self._hand(left, now)
        await self._look_at_line(now - LAST_DEEDS_SECONDS, 0)  # what a living one is about to enqueue is handed twice

    async def _look_at_line(self, after: float, age: float) -> None:
        """Hand out anew what the engine has lost, of what was put in line after a moment and waits for so long."""
        async with self.database.reading() as connection:
            now = await executors.time_of(connection)
            alive = await executors.alive(connection)
            found = await runs.in_line(connection, after, now - age, AT_ONCE)
        lost = await self.jobs.lost(found, alive) if found else set()
        await self._hand([run for run in found if run.ref in lost], now)

    async def _hand(self, found: Sequence[Waiting], now: float) -> None:
        """Put runs in line in a new epoch; whatever had them before is dropped."""
        if not found:
            return
        async with self.database.writing() as connection:
            handed = await runs.hand_out(connection, found, now)
        begun_before = [run for run in handed if run.epoch > 1 or run.kind == "interactive"]
        await self.jobs.cancel([replace(run, epoch=run.epoch - 1) for run in begun_before])
        await self.jobs.enqueue(handed)
        self.recovered += len(begun_before)
