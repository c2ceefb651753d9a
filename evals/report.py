"""What a run shows: a table per step on the terminal, Markdown and JSON in a folder, and the tables of the docs."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from core.value import Value
from evals.baselines import Baseline, Change
from evals.figures import ALL, Figures
from evals.metrics import BY_KEY, METRICS, STEPS
from evals.outcome import Score

RESULTS = Path(__file__).parent / "results"
DOCS = Path(__file__).parents[1] / "docs" / "evals.md"

WIDEST = max(len(metric.name) for metric in METRICS)

Means = Mapping[str, Mapping[str, float]]


class ExampleScores(Value):
    """The scores of one example, with what the evaluators remark."""

    name: str
    language: str
    problem: str = ""
    scores: tuple[Score, ...]


class Report(Value):
    """Everything that a run found."""

    model: str
    data: str
    """Digest of datasets and sites."""
    figures: Figures
    changes: tuple[Change, ...] = ()
    """Against the baseline; empty where there is none to compare with."""
    remark: str = ""
    """Why there is nothing to compare with, or why nothing can be compared."""
    incomparable: bool = False
    """Whether the baseline is of other data."""
    examples: tuple[ExampleScores, ...]

    @property
    def failed(self) -> bool:
        """Return whether the run is no success: a figure fell, or nobody can tell."""
        return bool(self.fallen) or self.incomparable

    @property
    def fallen(self) -> tuple[Change, ...]:
        """Return the figures that fell too far."""
        return tuple(change for change in self.changes if change.fails)

    @property
    def means(self) -> Means:
        """Return the means by metric and language."""
        return {key: {name: one.mean for name, one in row.items()} for key, row in self.figures.items()}


def show(report: Report, console: Console) -> None:
    """Print a table per step, and what fell."""
    languages = languages_of(report.means)
    was = {change.metric: change.was for change in report.changes if change.language == ALL}
    for step in STEPS:
        rows = [key for key in report.means if BY_KEY[key].step == step]
        if not rows:
            continue
        table = Table(title=step, title_justify="left")
        table.add_column("metric", min_width=WIDEST)
        for heading in (*languages, "baseline"):
            table.add_column(heading, justify="right")
        for key in rows:
            _, *shown = _cells(key, report.means[key], languages)
            table.add_row(BY_KEY[key].name, *shown, _shown(key, was.get(key)))
        console.print(table)
    for line in remarks(report):
        console.print(line)


def remarks(report: Report) -> list[str]:
    """Return what is to be said below the tables."""
    lines = [f"model {report.model}, data {report.data}"]
    lines += [f"{one.name}: {one.problem}" for one in report.examples if one.problem]
    lines += [
        f"FELL {one.metric} ({one.language}): {_shown(one.metric, one.was)} -> {_shown(one.metric, one.now)}, "
        f"{one.allowed:g} allowed ({BY_KEY[one.metric].tolerance.reason if one.metric in BY_KEY else 'no metric'})"
        for one in report.fallen
    ]
    return [*lines, report.remark] if report.remark else lines


def write(report: Report, folder: Path = RESULTS) -> Path:
    """Write `MODEL.md` and `MODEL.json`; return the Markdown file."""
    folder.mkdir(parents=True, exist_ok=True)
    name = re.sub(r"[^\w.-]+", "_", report.model)
    (folder / f"{name}.json").write_text(report.model_dump_json(indent=1) + "\n", "utf-8")
    file = folder / f"{name}.md"
    told = "\n".join(f"- {line}" for line in remarks(report))
    file.write_text(f"# Evals\n\n{told}\n\n{figures_table(report.means)}\n", "utf-8")
    return file


def figures_table(means: Means) -> str:
    """Return the figures as one Markdown table."""
    languages = languages_of(means)
    return "\n".join(_markdown(("metric", *languages), (_cells(key, row, languages) for key, row in means.items())))


def metrics_table() -> str:
    """Return what every metric means, as a Markdown table."""
    heads = ("metric", "what it means", "source", "better", "may drop", "why so far")
    rows = (
        (f"`{one.key}`", one.says, one.source, one.better, f"{one.tolerance.drop:g}", one.tolerance.reason)
        if one.better != "neither"
        else (f"`{one.key}`", one.says, one.source, "neither", "", "for information: never a baseline")
        for one in METRICS
    )
    return "\n".join(_markdown(heads, rows))


def documented(text: str, offline: Baseline) -> str:
    """Return the docs with both tables as they should be; each stands between marks of its name."""
    for name, table in (("figures", figures_table(offline.means)), ("metrics", metrics_table())):
        begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
        before, _, rest = text.partition(begin)
        _, _, after = rest.partition(end)
        text = f"{before}{begin}\n{table}\n{end}{after}"
    return text


def languages_of(means: Means) -> list[str]:
    """Return the columns: every language, then all."""
    return [*sorted({name for row in means.values() for name in row} - {ALL}), ALL]


def _cells(key: str, row: Mapping[str, float], languages: Sequence[str]) -> list[str]:
    return [key, *(_shown(key, row.get(language)) for language in languages)]


def _shown(key: str, value: float | None) -> str:
    """Return a figure as a reader wants it: shares with three digits, times and grades with one."""
    if value is None:
        return ""
    coarse = key.endswith((".milliseconds", ".reading_grade", ".agreement", ".reads_like_a_person"))
    return f"{value:.1f}" if coarse else f"{value:.3f}"


def _markdown(heads: Sequence[str], rows: Iterator[Sequence[str]]) -> list[str]:
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return ["| " + " | ".join(heads) + " |", "|" + " --- |" * len(heads), *lines]
