"""What a run shows is what it found, and the docs show what was accepted."""

import io
from pathlib import Path

import pytest
from click.testing import CliRunner
from rich.console import Console

from core.settings import OFFLINE
from evals import __main__ as command
from evals.baselines import BASELINES, Baselines, Change
from evals.figures import Figure
from evals.outcome import Score
from evals.report import DOCS, ExampleScores, Report, documented, figures_table, metrics_table, show, write

FALLEN = Change(metric="pack.passed", language="all", was=1.0, now=0.5, allowed=0.07, verdict="worse")
REPORT = Report(
    model="some/model",
    data="d1",
    figures={
        "pack.passed": {"all": Figure(mean=0.5, examples=2), "de": Figure(mean=0.25, examples=1)},
        "pack.milliseconds": {"all": Figure(mean=91.26, examples=2)},
    },
    changes=(FALLEN,),
    examples=(
        ExampleScores(
            name="a.example",
            language="de",
            problem="site_refused: 403",
            scores=(Score(metric="pack.passed", value=0.0),),
        ),
    ),
)


def test_the_terminal_shows_a_table_per_step_with_languages_and_baseline() -> None:
    told = io.StringIO()
    show(REPORT, Console(file=told, width=110))
    text = told.getvalue()
    assert "passed" in text
    assert all(figure in text for figure in ("0.250", "0.500", "1.000", "91.3"))
    assert "site_refused: 403" in text
    assert "FELL pack.passed (all): 1.000 -> 0.500, 0.07 allowed" in text


def test_results_are_written_as_markdown_and_as_json_that_reads_back(tmp_path: Path) -> None:
    file = write(REPORT, tmp_path / "results")
    assert file.name == "some_model.md"
    assert "| pack.passed | 0.250 | 0.500 |" in file.read_text("utf-8")
    assert Report.model_validate_json(file.with_suffix(".json").read_text("utf-8")) == REPORT


def test_the_figures_of_the_docs_are_the_accepted_ones() -> None:
    text = DOCS.read_text("utf-8")
    accepted = Baselines.read(BASELINES).root[OFFLINE]
    assert documented(text, accepted) == text
    assert figures_table(accepted.means) in text
    assert metrics_table() in text


class OneReport:
    """A suite that found what it was given."""

    def __init__(self, report: Report) -> None:
        self.found = report

    def load(self, hosts: tuple[str, ...]) -> "OneReport":
        return self

    def report(self, settings: object) -> Report:
        return self.found


@pytest.mark.parametrize(("now", "code"), [(1.0, 0), (0.95, 0), (0.5, 1)])
def test_the_command_fails_where_a_figure_fell(
    now: float, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = Report(model="m1", data="d1", figures={"pack.passed": {"all": Figure(mean=now, examples=16)}}, examples=())
    accepted = found.model_copy(update={"figures": {"pack.passed": {"all": Figure(mean=1.0, examples=16)}}})
    monkeypatch.setattr(command, "BASELINES", tmp_path / "baselines.json")
    monkeypatch.setattr(command, "RESULTS", tmp_path / "results")
    monkeypatch.setattr(command, "Suite", OneReport(accepted))
    assert CliRunner().invoke(command.main, ["--accept"]).exit_code == 0
    monkeypatch.setattr(command, "Suite", OneReport(found))
    assert CliRunner().invoke(command.main, []).exit_code == code


def test_a_part_of_the_companies_is_never_accepted() -> None:
    told = CliRunner().invoke(command.main, ["--accept", "--host", "quadrela.example"])
    assert told.exit_code == 2
    assert "no baseline" in told.output
