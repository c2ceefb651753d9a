"""One experiment's life in a terminal, on the database that the service uses."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from server.cli import main

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("OVERTURE_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("COLUMNS", "110")

    def invoke(*arguments: str, given: str | None = None) -> Result:
        return CliRunner().invoke(main, ["experiment", *arguments], input=given)

    return invoke


@pytest.fixture
def running(run: Run) -> str:
    made = run("create", "Lines", "--subject-line", "One?", "--subject-line", "Two", "--baseline", "0.05", "--start")
    assert made.exit_code == 0, made.output
    return made.stdout.strip()


def events(recipients: list[str], type: str) -> str:
    told = [{"id": f"{type} {one}", "recipient": one, "type": type, "at": "2026-11-02T09:00:00Z"} for one in recipients]
    return "\n".join(map(json.dumps, told)) + "\n\n"


def test_an_experiment_is_created_assigned_recorded_and_judged(run: Run, running: str) -> None:
    people = [f"r{n}@northwind.example" for n in range(40)]
    given = run("assign", running, given="\ufeff" + "\n".join(people) + "\n")
    rows = list(csv.DictReader(io.StringIO(given.stdout)))
    assert [row["recipient"] for row in rows] == people
    assert (
        run("record", running, given=events([*people, "nobody"], "sent")).stdout == "40 accepted, 1 unknown recipient\n"
    )
    first = [row["recipient"] for row in rows if row["variant"] == "A"]
    assert run("record", running, given=events(first[:5], "replied")).stdout == "5 accepted\n"

    shown = run("results", running)
    assert "running, as of" in shown.stdout
    assert "█" in shown.stdout
    assert f"{5 / len(first):.2%}" in shown.stdout
    assert "Too little to say anything" in shown.stdout
    content = json.loads(run("results", running, "--json").stdout)
    assert content["recommendation"]["verdict"] == "collecting"
    assert content["results"]["plan"]["baseline_rate"] == 0.05


def test_a_file_is_read_as_well_as_standard_input(run: Run, running: str, tmp_path: Path) -> None:
    (tmp_path / "people").write_text("ada\nbo\n")
    (tmp_path / "events").write_text(events(["ada"], "sent") + '{"id": "x", "recipient": "ada"}\n')
    assert run("assign", running, str(tmp_path / "people")).stdout.count("\n") == 3
    told = run("record", running, str(tmp_path / "events"))
    assert (told.stdout, told.stderr) == ("1 accepted, 1 refused\n", "x is refused: /type: Field required.\n")


def test_experiments_are_listed_stopped_and_started(run: Run, running: str) -> None:
    assert f"{running}  running" in run("list").stdout
    assert run("stop", running, "--reason", "the list is used up").stderr == f"{running} is stopped.\n"
    again = run("start", running)
    assert (again.exit_code, "wrong_transition" in again.stderr) == (1, True)
    assert run("list", "--tenant", "another").stdout == ""


def test_sizes_are_planned_before_anything_is_sent(run: Run) -> None:
    shown = run("plan", "--list", "500").stdout
    (doubled,) = (line for line in shown.splitlines() if "+100%" in line)
    assert [cell.strip() for cell in doubled.strip("│").split("│")] == ["+100%", "6.86%", "650", "1,300"]
    assert "A list of 500 shows an uplift of 180%." in shown


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["create", "x"], "Give variants"),
        (["create", "x", "--subject-line", "One"], "/variants"),
        (["create", "x", "--campaign", "cmp_none"], "/campaign"),
        (["results", "exp_none"], "no experiment"),
        (["start", "exp_none"], "no experiment"),
    ],
)
def test_what_is_wrong_is_said(run: Run, arguments: list[str], said: str) -> None:
    result = run(*arguments)
    assert (result.exit_code, said in result.stderr) == (1, True)


def test_a_line_that_is_no_json_is_named(run: Run, running: str) -> None:
    result = run("record", running, given='{"id": 1}\nsent\n')
    assert (result.exit_code, "line 2" in result.stderr) == (2, True)
