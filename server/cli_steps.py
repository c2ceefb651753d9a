"""The steps of a run, live on a terminal."""

from time import perf_counter

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from server.cli_pack import plain
from server.events import Event, NodeDelta, NodeFailed, NodeFinished, NodeStarted, RunStarted

SHOWN_LINES = 6  # of the text being written: enough to follow, little enough for a small terminal

MARKS = {"running": ("…", "cyan"), "done": ("✓", "green"), "failed": ("✗", "red")}


class Step:
    """One execution of a step."""

    def __init__(self, name: str, round: int) -> None:
        self.name = name.replace("_", " ") + (f" (round {round})" if round > 1 else "")
        self.state = "running"
        self.began = perf_counter()
        self.milliseconds: float | None = None
        self.tokens = 0
        self.texts: dict[str, str] = {}

    @property
    def seconds(self) -> float:
        """Return for how long it has run."""
        return self.milliseconds / 1000 if self.milliseconds is not None else perf_counter() - self.began

    @property
    def tail(self) -> Text:
        """Return the last lines of what was written last."""
        return Text("\n".join(next(reversed(self.texts.values())).splitlines()[-SHOWN_LINES:]), "dim italic")

    def write(self, field: str, text: str | None) -> None:
        """Add to a field's text, or take it back."""
        self.texts[field] = "" if text is None else self.texts.get(field, "") + plain(text)


class Steps:
    """A list of steps with their times, and what the running ones write."""

    def __init__(self) -> None:
        self._title = ""
        self._steps: dict[tuple[str, int], Step] = {}

    def take(self, event: Event) -> None:
        """Change the list as an event says."""
        match event:
            case RunStarted(id=id, model=model, cached=cached):
                self._title = f"{id} · {model}{' · from the cache' if cached else ''}"
            case NodeStarted(node=node, round=round):
                self._steps[node, round] = Step(node, round)
            case NodeDelta(node=node, round=round, field=field, text=text):
                self._steps[node, round].write(field, text)
            case NodeFinished():
                self._end(event, "done")
                self._steps[event.node, event.round].tokens = event.tokens
            case NodeFailed():
                self._end(event, "failed")

    def _end(self, event: NodeFinished | NodeFailed, state: str) -> None:
        step = self._steps[event.node, event.round]
        step.state, step.milliseconds = state, event.milliseconds

    def __rich__(self) -> RenderableType:
        table = Table.grid(padding=(0, 2))
        for step in self._steps.values():
            mark, colour = MARKS[step.state]
            tokens = f"{step.tokens} tokens" if step.tokens else ""
            table.add_row(Text(mark, colour), Text(step.name), Text(f"{step.seconds:.1f} s"), Text(tokens, "dim"))
        writing = [step.tail for step in self._steps.values() if step.state == "running" and step.texts]
        return Group(Text(self._title, "dim"), table, *writing)
