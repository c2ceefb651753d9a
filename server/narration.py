"""Tell what a graph does, as native events."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from core.pack import ModelCall, Pack
from core.problems import ModelProblem, Problem
from graph.timing import plain
from server.event_log import EventLog
from server.events import NodeDelta, NodeFailed, NodeFinished, NodeStarted
from server.problems import RunCancelled, as_problem
from server.site_state import SiteState

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


class Narration:
    """Turns the parts of LangGraph's v2 stream (modes updates, custom, tasks) into events of a log.

    `tasks` says when a step begins, ends and fails. `custom` brings texts while they are written, and from
    `read_website` the state of the site. `updates` is needed for one case: a step whose result came from the graph's
    own cache begins in `tasks` but ends only there.
    """

    def __init__(self, log: EventLog) -> None:
        self.pack: Pack | None = None
        self.site: SiteState | None = None
        """The site as it was read, if the graph tells it."""
        self.problem: Problem | None = None
        """What the first step to fail has failed of."""
        self._log = log
        self._open: dict[str, OpenNode] = {}
        self._rounds: Counter[str] = Counter()

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

    def _begin(self, task: str, name: str) -> None:
        self._rounds[name] += 1
        self._open[task] = OpenNode(name, self._rounds[name], perf_counter())
        self._log.append(NodeStarted(name, self._rounds[name]))

    def _end(self, task: str, update: Mapping[str, Any], *, cached: bool = False) -> None:
        node = self._open.pop(task)
        update = plain(update)
        calls = () if cached else update.get("calls", ())
        self.pack = update.get("pack", self.pack)
        self._log.append(
            NodeFinished(
                node=node.name,
                round=node.round,
                output={name: value for name, value in update.items() if name not in UNTOLD},
                milliseconds=node.milliseconds,
                model_calls=len(calls),
                tokens=tokens_of(calls),
                cached=cached,
            )
        )

    def _fail(self, task: str, error: BaseException) -> None:
        problem = as_problem(error)
        self.problem = self.problem or problem
        self._tell_failed(task, problem)

    def _tell_failed(self, task: str, problem: Problem) -> None:
        node = self._open.pop(task)
        calls = problem.calls if isinstance(problem, ModelProblem) else ()
        self._log.append(
            NodeFailed(node.name, node.round, node.milliseconds, len(calls), tokens_of(calls), problem.body())
        )

    def _end_cached(self, updates: Mapping[str, Any]) -> None:
        for name, update in updates.items():
            task = next((task for task, node in self._open.items() if node.name == name), None)
            if task is not None:
                self._end(task, update or {}, cached=True)

    def _tell_custom(self, data: Any) -> None:
        match data:
            case {"event": "delta", "node": str(node), "field": str(field), "text": str() | None as text}:
                self._log.append(NodeDelta(node, self._rounds[node], field, text))
            case {"event": "site", "digest": str(digest), "fresh_until": float() | int() as fresh_until}:
                self.site = SiteState(digest, float(fresh_until))


def tokens_of(calls: Sequence[ModelCall]) -> int:
    """Return the tokens of these calls, in and out."""
    return sum(call.input_tokens + call.output_tokens for call in calls)
