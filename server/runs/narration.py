"""Tell what a graph does, as native events."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any, Protocol

import orjson

from core.pack import ModelCall, Pack
from core.problems import ModelProblem, Problem
from graph.timing import plain
from server.events import Event, NodeDelta, NodeFailed, NodeFinished, NodeStarted
from server.problems import as_problem
from server.runs.problems import RunCancelled
from server.runs.site_state import SiteState
from server.store.problems import StoreUnavailable
from server.store.rows import StoredEvent

UNTOLD = frozenset(("calls", "times", "best", "pack"))
"""Channels that a node's output leaves out: summed up beside it, the graph's own bookkeeping, or told at the end."""


@dataclass(frozen=True, slots=True)
class OpenNode:
    """A step that is running."""

    name: str
    round: int
    began: float

    @property
    def milliseconds(self) -> float:
        """Return for how long it has run."""
        return round((perf_counter() - self.began) * 1000, 1)


class Recording(Protocol):
    """What takes the events."""

    def append(self, event: Event, task: str | None = None) -> None:
        """Add an event, and the execution of a step that it tells of."""
        ...

    def paid(self, calls: Sequence[ModelCall], problem: str | None = None) -> None:
        """Take note of a step's paid calls; `problem` is the code of what it failed of."""
        ...


@dataclass
class Earlier:
    """What a run has told before this process took it."""

    rounds: Counter[str] = field(default_factory=Counter)
    """The last round of each step."""
    tasks: dict[str, int] = field(default_factory=dict)
    """The round of each execution, by LangGraph's id of it, which stays the same when it is run again."""
    open: dict[str, str] = field(default_factory=dict)
    """The executions that had begun and not ended, with their step."""

    @classmethod
    def of(cls, told: Sequence[StoredEvent]) -> "Earlier":
        """Read it from the run's log."""
        earlier = cls()
        for event in told:
            if event.task is None:
                continue
            data = orjson.loads(event.data)
            earlier.rounds[data["node"]] = max(earlier.rounds[data["node"]], data["round"])
            earlier.tasks[event.task] = data["round"]
            if event.name == NodeStarted.name:
                earlier.open[event.task] = data["node"]
            else:
                earlier.open.pop(event.task, None)
        return earlier


class Narration:
    """Turns the parts of LangGraph's v2 stream (modes updates, custom, tasks) into events of a run's log.

    `tasks` says when a step begins, ends and fails. `custom` brings texts while they are written, and from
    `read_website` the state of the site. `updates` is needed for one case: a step whose result came from the graph's
    own cache begins in `tasks` but ends only there.
    """

    def __init__(self, recording: Recording, earlier: Earlier | None = None) -> None:
        self.pack: Pack | None = None
        self.site: SiteState | None = None
        """The site as it was read, if the graph tells it."""
        self.problem: Problem | None = None
        """What the first step to fail has failed of."""
        self._recording = recording
        self._open: dict[str, OpenNode] = {}
        self._earlier = earlier or Earlier()
        self._rounds = self._earlier.rounds

    def tell(self, part: Mapping[str, Any]) -> None:
        """Add the events that this part of the stream amounts to."""
        data = part["data"]
        match part["type"]:
            case "custom":
                self._tell_custom(data)
            case "tasks" if "input" in data:
                self._begin(data["id"], data["name"])
            case "tasks" if data["error"] is None:
                self._end(data["id"], data["result"] or {})
            case "tasks":
                self._fail(data["id"], data["error"])
            case "updates" if data.get("__metadata__", {}).get("cached"):
                self._end_cached({name: update for name, update in data.items() if name != "__metadata__"})

    def fail_open_nodes(self, problem: Problem) -> None:
        """Tell that the steps which still run are stopped: by the deadline, or because another step has failed."""
        stopped = RunCancelled("Stopped because another step failed.") if self.problem else problem
        for task in tuple(self._open):
            self._tell_failed(task, stopped)

    def get_over(self, problem: Problem) -> None:
        """Tell that the steps beside a failed one are stopped, and go on: the run does not fail with it."""
        self.fail_open_nodes(problem)
        self.problem = None

    def end_lost_nodes(self) -> None:
        """Tell the end of steps whose result was stored although the process died before it could tell so."""
        for task, name in self._earlier.open.items():
            end = NodeFinished(name, self._earlier.tasks[task], output={}, milliseconds=0, model_calls=0, tokens=0)
            self._recording.append(end, task)
        self._earlier.open.clear()

    def _begin(self, task: str, name: str) -> None:
        self._earlier.open.pop(task, None)
        round = self._earlier.tasks.get(task)  # an execution that is run again is not one more round
        if round is None:
            self._rounds[name] += 1
            round = self._rounds[name]
        self._open[task] = OpenNode(name, round, perf_counter())
        self._recording.append(NodeStarted(name, round), task)

    def _end(self, task: str, update: Mapping[str, Any], *, cached: bool = False) -> None:
        node = self._open.pop(task)
        update = plain(update)
        calls = () if cached else update.get("calls", ())
        self.pack = update.get("pack", self.pack)
        self._recording.paid(calls)
        finished = NodeFinished(
            node=node.name,
            round=node.round,
            output={name: value for name, value in update.items() if name not in UNTOLD},
            milliseconds=node.milliseconds,
            model_calls=len(calls),
            tokens=tokens_of(calls),
            cached=cached,
        )
        self._recording.append(finished, task)

    def _fail(self, task: str, error: BaseException) -> None:
        if isinstance(error, StoreUnavailable):
            self._open.pop(task)  # the run waits for the database and runs the step again
            return
        problem = as_problem(error)
        self.problem = self.problem or problem
        self._tell_failed(task, problem)

    def _tell_failed(self, task: str, problem: Problem) -> None:
        node = self._open.pop(task)
        calls = problem.calls if isinstance(problem, ModelProblem) else ()
        self._recording.paid(calls, problem.code)
        failed = NodeFailed(node.name, node.round, node.milliseconds, len(calls), tokens_of(calls), problem.body())
        self._recording.append(failed, task)

    def _end_cached(self, updates: Mapping[str, Any]) -> None:
        for name, update in updates.items():
            task = next((task for task, node in self._open.items() if node.name == name), None)
            if task is not None:
                self._end(task, update or {}, cached=True)

    def _tell_custom(self, data: Any) -> None:
        match data:
            case {"event": "delta", "node": str(node), "field": str(field), "text": str() | None as text}:
                self._recording.append(NodeDelta(node, self._rounds[node], field, text))
            case {"event": "site", "digest": str(digest), "fresh_until": float() | int() as fresh_until}:
                self.site = SiteState(digest, float(fresh_until))


def tokens_of(calls: Sequence[ModelCall]) -> int:
    """Return the tokens of these calls, in and out."""
    return sum(call.input_tokens + call.output_tokens for call in calls)
