"""Event logs of real offline runs, and what can be made of them: a failure, a second try."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LOGS = Path(__file__).parent / "logs"

BAYFOLD, SKELDERGATE, THIN = "bayfold", "skeldergate-lifting", "thin"
"""English with a warm tone and a sender; three rounds of writing; a website that says too little."""

TIMEOUT = {
    "type": "/problems/llm_timeout",
    "title": "The language model took too long",
    "status": 504,
    "detail": "No full answer within 60 seconds.",
    "code": "llm_timeout",
}
CANCELLED = {
    "type": "/problems/run_cancelled",
    "title": "The run was stopped before its end",
    "status": 503,
    "detail": "The run was stopped before its end",
    "code": "run_cancelled",
}


@dataclass(frozen=True)
class Event:
    """One event of a log."""

    name: str
    data: Mapping[str, Any]

    def frame(self, at: int, campaign: str) -> bytes:
        """Return the event as it goes over the wire, told of the campaign given."""
        data = {**self.data, **({"id": campaign} if "id" in self.data else {})}
        if "pack" in data:
            data["pack"] = {**data["pack"], "id": campaign}
        return f"id: {at}\nevent: {self.name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n".encode()


Log = tuple[Event, ...]


def read_log(name: str) -> Log:
    """Read a recorded stream."""
    frames = (LOGS / f"{name}.sse").read_text("utf-8").strip().split("\n\n")
    told = [dict(line.split(": ", 1) for line in frame.splitlines()) for frame in frames if not frame.startswith(":")]
    return tuple(Event(one["event"], json.loads(one["data"])) for one in told)


def pack_of(log: Log) -> dict[str, Any]:
    """Return the pack that a log ends with."""
    return dict(log[-1].data["pack"])


def failing(log: Log, node: str, problem: Mapping[str, Any]) -> Log:
    """Return a log that fails at a node, after some of its text."""
    at = min(_start_of(log, node) + 3, _end_of(log, node))
    failed = {"node": node, "round": 1, "milliseconds": 60_012.0, "model_calls": 1, "tokens": 900, "problem": problem}
    return (*log[:at], Event("node.failed", failed), Event("run.failed", {"id": "", "problem": problem}))


def resumed(log: Log, node: str) -> Log:
    """Return the log of a second try that begins with a node."""
    return (log[0], *log[_start_of(log, node) :])


def cancelled(log: Log, seen: int) -> Log:
    """Return a log that was stopped after so many events."""
    return (*log[:seen], Event("run.failed", {"id": "", "problem": CANCELLED}))


def _end_of(log: Log, node: str) -> int:
    return next(at for at, event in enumerate(log) if event.name == "node.finished" and event.data["node"] == node)


def _start_of(log: Log, node: str) -> int:
    return next(at for at, event in enumerate(log) if event.name == "node.started" and event.data["node"] == node)
