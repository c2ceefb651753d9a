"""A run's events are enough to know what it did."""

from collections.abc import Callable
from typing import Any

import orjson
import pytest

from core.pack import ModelCall
from core.problems import ModelTimeout, Problem
from core.settings import Settings
from server.events import NodeDelta, NodeFailed, NodeFinished, NodeStarted, RunFailed, RunFinished, RunStarted
from server.telemetry.langsmith import LangSmith
from server.telemetry.logs import logger_of
from server.telemetry.metrics import Metrics
from server.telemetry.observed_run import ObservedRun
from server.telemetry.telemetry import Telemetry
from server.telemetry.traces import NoTraces

Value = Callable[..., float | None]

DONE = RunFinished("cmp_1", orjson.Fragment("{}"))


@pytest.fixture
def metrics() -> Metrics:
    return Metrics(("double",))


@pytest.fixture
def value(metrics: Metrics) -> Value:
    """Read one figure."""

    def read(name: str, **labels: str) -> float | None:
        return metrics.registry.get_sample_value(f"overture_{name}", labels)

    return read


@pytest.fixture
def run(metrics: Metrics) -> ObservedRun:
    times = iter((10.0, 13.5))
    return ObservedRun("campaign", metrics, NoTraces(), clock=lambda: next(times))


def failed(code: str) -> RunFailed:
    return RunFailed("cmp_1", {**Problem().body(), "code": code})


@pytest.mark.parametrize(
    ("last", "status", "code"),
    [
        (DONE, "finished", ""),
        (failed("llm_timeout"), "failed", "llm_timeout"),
        (failed("run_cancelled"), "cancelled", "run_cancelled"),
        (None, "interrupted", ""),
    ],
)
def test_a_run_ends_once_as_its_last_event_says(
    run: ObservedRun, value: Value, last: Any, status: str, code: str
) -> None:
    run.observe(RunStarted("cmp_1", "double"))
    if last:
        run.observe(last)
    run.let_go()
    assert value("runs_started_total", kind="campaign") == 1
    assert value("runs_ended_total", kind="campaign", status=status, code=code) == 1
    assert value("run_seconds_sum", kind="campaign", status=status) == 3.5


def test_steps_are_counted_by_their_outcome(run: ObservedRun, value: Value) -> None:
    for event in (
        NodeStarted("outreach", 1),
        NodeStarted("subject_lines", 1),
        NodeDelta("outreach", 1, "body", "Hi"),
        NodeFinished("outreach", 1, {}, 1500.0, 1, 15),
        NodeFailed("subject_lines", 1, 250.0, 0, 0, ModelTimeout().body()),
        NodeStarted("outreach", 2),
        NodeFinished("outreach", 2, {}, 2.0, 0, 0, cached=True),
    ):
        run.observe(event)
    assert value("steps_total", step="outreach", outcome="ok", cached="false") == 1
    assert value("steps_total", step="outreach", outcome="ok", cached="true") == 1
    assert value("steps_total", step="subject_lines", outcome="llm_timeout", cached="false") == 1
    assert value("step_seconds_sum", step="outreach") == 1.5


def test_a_step_of_an_earlier_process_is_not_counted_again(run: ObservedRun, value: Value) -> None:
    run.observe(NodeFinished("outreach", 1, {}, 0, 0, 0))
    assert value("steps_total", step="outreach", outcome="ok", cached="false") is None


@pytest.mark.parametrize(("problem", "outcome"), [(None, "ok"), ("llm_timeout", "failed")])
def test_calls_are_counted_with_what_they_cost(
    run: ObservedRun, value: Value, problem: str | None, outcome: str
) -> None:
    call = ModelCall(step="outreach", model="double", input_tokens=10, output_tokens=5, cost=0.25, milliseconds=500)
    run.observe_calls((call, call.model_copy(update={"cost": None})), problem)
    assert value("model_calls_total", step="outreach", model="double", outcome=outcome) == 2
    assert value("model_tokens_total", step="outreach", model="double", direction="input") == 20
    assert value("model_tokens_total", step="outreach", model="double", direction="output") == 10
    assert value("model_cost_dollars_total", step="outreach", model="double") == 0.25
    assert value("model_call_seconds_sum", model="double") == 1.0


def test_lines_within_a_run_carry_its_ids_and_an_error_interrupts_it(
    metrics: Metrics, value: Value, written: Any
) -> None:
    telemetry = Telemetry(metrics, NoTraces(), LangSmith(Settings()))

    def work() -> None:
        with telemetry.run("cmp_1", kind="campaign", tenant="acme", recovered=True):
            logger_of("server.runs").info("working")
            raise OSError("gone")

    with pytest.raises(OSError, match="gone"):
        work()
    assert (written.line["run_id"], written.line["tenant"]) == ("cmp_1", "acme")
    assert value("runs_recovered_total", kind="campaign") == 1
    assert value("runs_ended_total", kind="campaign", status="interrupted", code="") == 1
