"""Work with experiments for one command."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from server.cli_database import on_database
from server.experiments.room import Experiments, open_experiments

T = TypeVar("T")


def work(task: Callable[[Experiments], Awaitable[T]]) -> T:
    """Return what a task comes to; print a problem and leave where it fails."""
    return on_database(lambda settings, database: task(open_experiments(settings, database)))
