"""What the processes under test do, as the process that kills them sees it: it sells the answers they pay for."""

import asyncio
import random
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web

LATENCY = (0.3, 1.0)  # seconds of a paid answer: a tenth of a real one, so that a hundred kills take minutes


@dataclass(frozen=True)
class Started:
    """A step that a process began."""

    campaign: str
    step: str
    process: int
    at: float


@dataclass
class Ledger:
    """Counts steps and paid answers."""

    started: list[Started] = field(default_factory=list)
    answered: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Paid answers that went out, by campaign and step; one that met a dead process counts as well."""
    latency: tuple[float, float] = LATENCY
    url: str = ""

    @property
    def repeated(self) -> int:
        """Return how many answers were paid for again."""
        return sum(count - 1 for count in self.answered.values())

    def resumed_at(self, campaign: str, process: int, killed_at: float) -> float | None:
        """Return when another process went on with a campaign that one had which was killed."""
        elsewhere = [s.at for s in self.started if s.campaign == campaign and s.at > killed_at and s.process != process]
        return min(elsewhere, default=None)

    def held_by(self, process: int) -> set[str]:
        """Return the campaigns whose last step was begun by a process."""
        last = {started.campaign: started.process for started in self.started}
        return {campaign for campaign, holder in last.items() if holder == process}

    async def step(self, request: web.Request) -> web.Response:
        """Take note of a step."""
        said = await request.json()
        self.started.append(Started(said["campaign"], said["step"], said["process"], time.time()))
        return web.Response()

    async def answer(self, request: web.Request) -> web.Response:
        """Sell an answer."""
        said = await request.json()
        await asyncio.sleep(random.uniform(*self.latency))
        self.answered[said["campaign"], said["step"]] += 1
        return web.json_response({"text": f"{said['step']} of {said['campaign']}"})


@asynccontextmanager
async def open_ledger(latency: tuple[float, float] = LATENCY) -> AsyncIterator[Ledger]:
    """Serve a ledger on this machine."""
    ledger = Ledger(latency=latency)
    app = web.Application()
    app.router.add_post("/step", ledger.step)
    app.router.add_post("/answer", ledger.answer)
    runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=0)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    ledger.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield ledger
    finally:
        await runner.cleanup()
