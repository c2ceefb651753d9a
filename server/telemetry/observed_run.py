"""Watch one run by the events that it tells: count its steps and calls, and draw them in its trace."""

from collections.abc import Callable, Sequence
from time import perf_counter

from core.pack import ModelCall
from server.events import Event, NodeFailed, NodeFinished, NodeStarted, RunFailed, RunFinished
from server.telemetry.metrics import Metrics, RunStatus
from server.telemetry.traces import RunSpan

CANCELLED = "run_cancelled"
"""The problem of a run that was stopped because nobody wanted it any more: no failure."""


class ObservedRun:
    """What this process does for a run, from taking it up to letting it go."""

    def __init__(
        self,
        kind: str,
        metrics: Metrics,
        span: RunSpan,
        *,
        recovered: bool = False,
        clock: Callable[[], float] = perf_counter,
    ) -> None:
        """Begin to watch."""
        self._kind, self._metrics, self._span, self._clock = kind, metrics, span, clock
        self._open: set[tuple[str, int]] = set()
        self._over = False
        self._began = clock()
        metrics.run_started(kind, recovered=recovered)

    def observe(self, event: Event) -> None:
        """Take note of an event as it is told for the first time; a step that this process never began is not its."""
        match event:
            case NodeStarted(node, round):
                self._open.add((node, round))
                self._span.step_started(node, round)
            case NodeFinished(node, round) if self._closes(node, round):
                self._step_ended(event, None, cached=event.cached)
            case NodeFailed(node, round) if self._closes(node, round):
                self._step_ended(event, _code(event))
            case RunFinished():
                self._end("finished", None)
            case RunFailed():
                code = _code(event)
                self._end("cancelled" if code == CANCELLED else "failed", code)

    def observe_calls(self, calls: Sequence[ModelCall], problem: str | None = None) -> None:
        """Take note of a step's paid calls as it ends; `problem` is the code of what it failed of."""
        for call in calls:
            self._metrics.model_called(
                call.step,
                call.model,
                call.input_tokens,
                call.output_tokens,
                call.cost,
                call.milliseconds / 1000,
                "failed" if problem else "ok",
            )
        self._span.called(calls, problem)

    def let_go(self) -> None:
        """Stop watching; a run that has not told its end goes on elsewhere, or later."""
        if not self._over:
            self._end("interrupted", None)

    def _closes(self, node: str, round: int) -> bool:
        known = (node, round) in self._open
        self._open.discard((node, round))
        return known

    def _step_ended(self, event: NodeFinished | NodeFailed, code: str | None, *, cached: bool = False) -> None:
        self._metrics.step_ended(event.node, code or "ok", event.milliseconds / 1000, cached=cached)
        self._span.step_ended(event.node, event.round, code, cached=cached)

    def _end(self, status: RunStatus, code: str | None) -> None:
        self._over = True
        self._metrics.run_ended(self._kind, status, code or "", self._clock() - self._began)
        self._span.ended(status, code if status == "failed" else None)


def _code(event: NodeFailed | RunFailed) -> str:
    return str(event.problem.get("code", "internal_error"))
