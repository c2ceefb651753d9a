"""How the command line shows a campaign: as JSON, as events, or to be read."""

from contextlib import AbstractContextManager, nullcontext
from typing import Protocol

import click
import orjson
from rich.console import Console
from rich.live import Live

from core.problems import Problem
from server.cli_pack import pack_view
from server.cli_steps import Steps
from server.events import read_event
from server.runs.event_log import LoggedEvent


class Output(Protocol):
    """Where a campaign goes; standard output carries what was asked for and nothing else."""

    def steps(self) -> AbstractContextManager[object]:
        """Return what is entered while events come."""
        ...

    def show(self, logged: LoggedEvent) -> None:
        """Show an event."""
        ...

    def show_pack(self, pack: str) -> None:
        """Show the pack, given as JSON."""
        ...


class PackJson:
    """The pack as JSON."""

    def steps(self) -> AbstractContextManager[object]:
        """Enter nothing."""
        return nullcontext()

    def show(self, logged: LoggedEvent) -> None:
        """Show no events."""

    def show_pack(self, pack: str) -> None:
        """Print it, indented."""
        click.echo(orjson.dumps(orjson.loads(pack), option=orjson.OPT_INDENT_2))


class JsonLines:
    """Every event as a line of JSON."""

    def steps(self) -> AbstractContextManager[object]:
        """Enter nothing."""
        return nullcontext()

    def show(self, logged: LoggedEvent) -> None:
        """Print it at once."""
        line = {"id": logged.id, "event": logged.name, "data": orjson.Fragment(logged.json)}
        click.echo(orjson.dumps(line))

    def show_pack(self, pack: str) -> None:
        """Nothing is left to show: the last event has carried it."""


class Readable:
    """The steps while they run, on a terminal only, then the pack as a page of text."""

    def __init__(self) -> None:
        self._board = Steps()
        self._errors = Console(stderr=True)
        self._live: Live | None = None

    def steps(self) -> AbstractContextManager[object]:
        """Show the steps on standard error, so that a redirected pack stays clean."""
        if not self._errors.is_terminal:
            return nullcontext()
        self._live = Live(self._board, console=self._errors, refresh_per_second=12, transient=False)
        return self._live

    def show(self, logged: LoggedEvent) -> None:
        """Keep the step list up to date."""
        self._board.take(read_event(logged.name, logged.json))

    def show_pack(self, pack: str) -> None:
        """Print it to be read."""
        Console().print(pack_view(pack))


def print_problem(problem: Problem) -> None:
    """Say on standard error what went wrong and which fields are concerned."""
    said = problem.body()  # not its attributes: a run's problem comes out of the store as a document
    click.echo(f"{said['title']} ({said['code']})", err=True)
    if said["detail"] != said["title"]:
        click.echo(said["detail"], err=True)
    for error in said.get("errors", ()):
        click.echo(f"  {error['pointer'] or '/'}: {error['detail']}", err=True)
    if "retry_after" in said:
        click.echo(f"  Try again in {said['retry_after']} seconds.", err=True)
