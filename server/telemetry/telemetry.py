"""Everything by which the service is seen from outside, opened and closed together."""

import asyncio
from collections.abc import AsyncGenerator, Iterator
from contextlib import ExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass

from core.settings import Settings
from server.telemetry.langsmith import LangSmith
from server.telemetry.logs import bind
from server.telemetry.metrics import Metrics
from server.telemetry.observed_run import ObservedRun
from server.telemetry.traces import Traces, open_traces

CLOSING_SECONDS = 1.8
"""So that a collector that does not answer holds up a stop for less than two seconds."""


@dataclass(frozen=True)
class Telemetry:
    """One app's figures and traces."""

    metrics: Metrics
    traces: Traces
    langsmith: LangSmith

    @contextmanager
    def run(
        self, id: str, *, kind: str, tenant: str, cause: str | None = None, recovered: bool = False
    ) -> Iterator[ObservedRun]:
        """Watch a run while this process works on it, and put its ids into every line that is logged meanwhile.

        `cause` is `traces.traceparent()` of the moment at which the run was asked for.
        """
        with ExitStack() as stack:
            stack.enter_context(bind(run_id=id, tenant=tenant))
            stack.enter_context(self.langsmith.traced())
            span = stack.enter_context(self.traces.run(id, kind, cause))
            run = ObservedRun(kind, self.metrics, span, recovered=recovered)
            stack.callback(run.let_go)
            yield run


@asynccontextmanager
async def open_telemetry(settings: Settings) -> AsyncGenerator[Telemetry]:
    """Open what the settings and the environment name; at the end send what is left, for two seconds at most."""
    models = {settings.model_name, settings.judge_name} - {None}
    telemetry = Telemetry(Metrics(tuple(str(name) for name in models)), open_traces(), LangSmith(settings))
    try:
        yield telemetry
    finally:
        await asyncio.gather(telemetry.traces.close(CLOSING_SECONDS), telemetry.langsmith.close(CLOSING_SECONDS))
