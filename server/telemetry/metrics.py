"""What the service counts and measures, for Prometheus.

Labels are bounded: a route is its template, a model is one of those configured, and the values of any label beyond
the first hundred become `other`. So no client can make the service or a Prometheus keep series without end.
"""

import asyncio
import math
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Literal

from prometheus_client import CollectorRegistry, GCCollector, PlatformCollector, ProcessCollector

from server.telemetry.families import Families, KnownNames
from server.telemetry.logs import logger_of
from server.version import VERSION

RunStatus = Literal["finished", "failed", "cancelled", "interrupted"]
"""`interrupted`: this process let go of the run before its end; another goes on with it."""
Outcome = Literal["ok", "failed"]

FAST = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)
"""Seconds; a read takes about a millisecond, a request that waits for a pack or streams it tens of seconds."""
SLOW = (0.01, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 3.0, 5.0, 8.0, 13.0, 21.0, 34.0, 60.0, 120.0, 240.0)
"""Seconds; a run takes a tenth of one offline and 2 to 20 with common models, and its deadline is 240."""
FIGURES_SECONDS = 2.0
"""Prometheus gives a scrape ten seconds; figures that take longer than this are left out."""

log = logger_of(__name__)


@dataclass(frozen=True)
class RunFigures:
    """How many runs there are at this moment, in all processes that share a database."""

    queued: int
    active: int


@dataclass(frozen=True)
class CacheFigures:
    """How often something was looked for in a cache since this process started."""

    hits: int
    misses: int


class Metrics:
    """The figures of one app: each has its own, so that a process may hold several."""

    def __init__(self, models: tuple[str, ...] = (), *, figures_seconds: float = FIGURES_SECONDS) -> None:
        """Start at zero; `models` are the configured names that may appear as labels."""
        self._figures_seconds = figures_seconds
        self.registry = CollectorRegistry()
        for collector in (ProcessCollector, PlatformCollector, GCCollector):
            collector(registry=self.registry)
        self._models = KnownNames(models)
        self._run_figures: Callable[[], Awaitable[RunFigures]] | None = None
        self._caches: dict[str, tuple[Callable[[], CacheFigures], CacheFigures]] = {}
        made = self._families = Families(self.registry)
        self.described = made.described

        made.gauge("build_info", "Always 1; the label says which version runs", ("version",)).labels(VERSION).set(1)
        self._active = made.gauge("runs_active", "Runs that are being worked on now, by all processes together")
        self._queued = made.gauge("runs_queued", "Runs that wait for a place now, in all processes together")
        self._started = made.counter("runs_started", "Runs that this process began, or went on with", ("kind",))
        self._ended = made.counter(
            "runs_ended", "Runs that this process ended; code is the problem's", ("kind", "status", "code")
        )
        self._run_seconds = made.histogram("run_seconds", "How long this process had a run", ("kind", "status"), SLOW)
        self._recovered = made.counter("runs_recovered", "Runs taken over from a process that has gone", ("kind",))
        self._lost = made.counter("heartbeats_lost", "Runs given up because another process had taken them over")
        self._steps = made.counter(
            "steps", "Executions of a step; outcome is ok or the problem's code", ("step", "outcome", "cached")
        )
        self._step_seconds = made.histogram("step_seconds", "Duration of a step that was executed", ("step",), SLOW)
        self._calls = made.counter(
            "model_calls", "Model calls that were paid; failed where the step failed", ("step", "model", "outcome")
        )
        self._call_seconds = made.histogram("model_call_seconds", "Duration of a paid model call", ("model",), SLOW)
        self._tokens = made.counter("model_tokens", "Tokens of paid model calls", ("step", "model", "direction"))
        self._cost = made.counter("model_cost_dollars", "US dollars, where prices are configured", ("step", "model"))
        self._events = made.counter("events_written", "Events of runs that were written to the database")
        self._write_seconds = made.histogram("event_write_seconds", "Duration of one write of events", (), FAST)
        self._cache = made.counter("cache_requests", "Look-ups in a cache; result is hit or miss", ("cache", "result"))
        self._http = made.histogram(
            "http_request_seconds", "Duration of a request up to its last byte", ("route", "method", "status"), FAST
        )
        self._limited = made.counter("rate_limited", "Requests refused because there were too many", ("limit",))
        self._replays = made.counter("idempotent_replays", "Requests answered as an earlier one with the same key was")

    def run_started(self, kind: str, *, recovered: bool = False) -> None:
        """Count a run that this process begins, or goes on with after another process."""
        self._started.add(1, kind)
        if recovered:
            self._recovered.add(1, kind)

    def run_ended(self, kind: str, status: RunStatus, code: str, seconds: float) -> None:
        """Count a run's end; `code` is its problem's, empty where there is none."""
        self._ended.add(1, kind, status, code)
        self._run_seconds.take(seconds, kind, status)

    def heartbeat_lost(self) -> None:
        """Count a run that another process has taken from this one."""
        self._lost.add(1)

    def step_ended(self, step: str, outcome: str, seconds: float, *, cached: bool = False) -> None:
        """Count a step; `outcome` is ok or its problem's code."""
        self._steps.add(1, step, outcome, "true" if cached else "false")
        if not cached:
            self._step_seconds.take(seconds, step)

    def model_called(
        self,
        step: str,
        model: str,
        tokens_in: int,
        tokens_out: int,
        cost: float | None,
        seconds: float,
        outcome: Outcome = "ok",
    ) -> None:
        """Count a call that was paid; `model` may be the provider's own name for a configured one."""
        name = self._models.of(model)
        self._calls.add(1, step, name, outcome)
        self._call_seconds.take(seconds, name)
        self._tokens.add(tokens_in, step, name, "input")
        self._tokens.add(tokens_out, step, name, "output")
        self._cost.add(cost or 0, step, name)

    def event_written(self, events: int, seconds: float) -> None:
        """Count the events that one write took to the database."""
        self._events.add(events)
        self._write_seconds.take(seconds)

    def cache_asked(self, cache: str, *, hits: int = 0, misses: int = 0) -> None:
        """Count look-ups."""
        self._cache.add(hits, cache, "hit")
        self._cache.add(misses, cache, "miss")

    def http_answered(self, route: str, method: str, status: int, seconds: float) -> None:
        """Count a request under its route's template, never its path."""
        self._http.take(seconds, route, method, str(status))

    def rate_limited(self, limit: str) -> None:
        """Count a request that a limit has refused."""
        self._limited.add(1, limit)

    def idempotent_replay(self) -> None:
        """Count a request that was answered as an earlier one was."""
        self._replays.add(1)

    def watch_runs(self, figures: Callable[[], Awaitable[RunFigures]]) -> None:
        """Ask at every scrape how many runs there are."""
        self._run_figures = figures

    def watch_cache(self, name: str, figures: Callable[[], CacheFigures]) -> None:
        """Ask at every scrape how often a cache was asked."""
        self._caches[name] = (figures, CacheFigures(0, 0))

    async def refresh(self) -> None:
        """Bring what is asked for at a scrape up to date; what cannot be had in time is no number."""
        for name, (ask, before) in self._caches.items():
            now = ask()
            self.cache_asked(name, hits=now.hits - before.hits, misses=now.misses - before.misses)
            self._caches[name] = (ask, now)
        runs = await self._runs_now()
        self._active.set(runs.active if runs else math.nan)
        self._queued.set(runs.queued if runs else math.nan)

    async def _runs_now(self) -> RunFigures | None:
        if self._run_figures is None:
            return None
        try:
            async with asyncio.timeout(self._figures_seconds):
                return await self._run_figures()
        except Exception as error:
            log.warning("scrape without run figures", error=type(error).__name__)
            return None
