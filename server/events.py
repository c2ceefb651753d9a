"""What is told about a run while it runs: the native events.

| event           | data                                                           | when                            |
|-----------------|----------------------------------------------------------------|---------------------------------|
| `run.started`   | id, model, cached                                              | first, always                   |
| `node.started`  | node, round                                                    | a step begins, or begins again  |
| `node.delta`    | node, round, field, text                                       | a field's text while it comes   |
| `node.finished` | node, round, output, milliseconds, model_calls, tokens, cached | a step has ended                |
| `node.failed`   | node, round, milliseconds, model_calls, tokens, problem        | a step has failed               |
| `run.finished`  | id, pack                                                       | last, if all went well          |
| `run.failed`    | id, problem                                                    | last, if not                    |

Every run tells exactly one `run.finished` or `run.failed`, and nothing after it. Steps that run side by side
interleave. Ids count up from 1 within a run, so whoever has seen `n` asks for what comes after `n`. An event is
stored before it is sent. When a run goes on in another process, `node.started` comes again for the steps whose result
was not stored yet, with the same round: such a step begins anew, and so do its texts.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, get_args

import orjson
from pydantic import BaseModel


@dataclass(frozen=True, slots=True)
class RunStarted:
    """The run, or the answer from the cache, begins."""

    name: ClassVar[str] = "run.started"
    id: str
    """The campaign's id."""
    model: str
    """Name of the model that writes."""
    cached: bool = False
    """The pack is not written anew; it comes at once."""


@dataclass(frozen=True, slots=True)
class NodeStarted:
    """A step begins."""

    name: ClassVar[str] = "node.started"
    node: str
    round: int
    """1 at first, and one more with every revision that runs the step again."""


@dataclass(frozen=True, slots=True)
class NodeDelta:
    """Some text was written. It is provisional: what counts is the step's output."""

    name: ClassVar[str] = "node.delta"
    node: str
    round: int
    field: str
    """Path of the field within the step's answer, such as `body` or `subject_lines.0.text`."""
    text: str | None
    """What came to the field; None takes back what this round has told of it, for it is being written anew."""


@dataclass(frozen=True, slots=True)
class NodeFinished:
    """A step has ended."""

    name: ClassVar[str] = "node.finished"
    node: str
    round: int
    output: Mapping[str, Any]
    """What the step wrote, by channel; the pack itself comes with `run.finished`."""
    milliseconds: float
    model_calls: int
    """Model calls paid for by this execution."""
    tokens: int
    """Tokens of these calls, in and out."""
    cached: bool = False
    """The graph took the step's result from its cache."""


@dataclass(frozen=True, slots=True)
class NodeFailed:
    """A step has failed; the run fails with it, unless a round of writing before it can be delivered."""

    name: ClassVar[str] = "node.failed"
    node: str
    round: int
    milliseconds: float
    model_calls: int
    """Model calls paid for although nothing came of them."""
    tokens: int
    problem: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class RunFinished:
    """The pack is there."""

    name: ClassVar[str] = "run.finished"
    id: str
    pack: orjson.Fragment
    """The pack, as the JSON text that is also stored and answered."""


@dataclass(frozen=True, slots=True)
class RunFailed:
    """There will be no pack."""

    name: ClassVar[str] = "run.failed"
    id: str
    problem: Mapping[str, Any]
    """The RFC 9457 problem document."""


Event = RunStarted | NodeStarted | NodeDelta | NodeFinished | NodeFailed | RunFinished | RunFailed
LAST = (RunFinished.name, RunFailed.name)
"""One of these is the last event of every run."""
_KINDS: dict[str, type[Event]] = {kind.name: kind for kind in get_args(Event)}


def event_json(event: Event) -> bytes:
    """Return the event's data as one line of JSON."""
    return orjson.dumps(event, default=_value_json)


def read_event(name: str, json: bytes) -> Event:
    """Return the event that was written so."""
    content = orjson.loads(json)
    if name == RunFinished.name:
        content["pack"] = orjson.Fragment(orjson.dumps(content["pack"]))
    event: Event = _KINDS[name](**content)
    return event


def _value_json(value: object) -> orjson.Fragment:
    if isinstance(value, BaseModel):
        return orjson.Fragment(value.model_dump_json())
    raise TypeError(type(value).__name__)
