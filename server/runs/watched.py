"""A run's recorder as the outside sees it: what is told is counted and traced as well."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from core.pack import ModelCall
from server.events import Event, read_event
from server.runs.recorder import Recorder
from server.store.rows import Campaign, Ending


class Observer(Protocol):
    """Takes note of what a run does."""

    def observe(self, event: Event) -> None:
        """Take note of an event."""
        ...

    def observe_calls(self, calls: Sequence[ModelCall], problem: str | None = None) -> None:
        """Take note of a step's paid calls; `problem` is the code of what it failed of."""
        ...


class Observe(Protocol):
    """Opens the observation of a run."""

    def __call__(self, campaign: Campaign, *, recovered: bool) -> AbstractContextManager[Observer]:
        """Observe a run while this process has it."""
        ...


@dataclass(frozen=True)
class Watched:
    """Tells the recorder and the observer."""

    recorder: Recorder
    observer: Observer

    def append(self, event: Event, task: str | None = None) -> None:
        """Add an event to the run's log."""
        self.recorder.append(event, task)
        self.observer.observe(event)

    def paid(self, calls: Sequence[ModelCall], problem: str | None = None) -> None:
        """Take note of paid calls."""
        self.observer.observe_calls(calls, problem)

    def ended(self, ending: Ending) -> None:
        """Take note of the run's end, once it is written."""
        self.observer.observe(read_event(ending.event.name, ending.event.data.encode()))
