"""The command line."""

import json
import socket
from collections.abc import Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from core.problems import ModelOverloaded
from core.settings import Settings
from server.cli import main, request_for
from server.cli_pack import plain

WEBSITE = "https://quillmark.example"


@pytest.fixture
def run(assembly: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Call the command line on the small graph."""
    monkeypatch.setenv("OVERTURE_DATA_DIR", str(tmp_path / "data"))
    opened: list[Path | None] = []

    @asynccontextmanager
    async def with_folder(settings: Settings, *, folder: Path | None = None) -> Any:
        opened.append(folder)
        async with assembly(settings) as rooms:
            yield rooms

    def call(*arguments: str) -> Result:
        return CliRunner().invoke(main, arguments, obj=with_folder)

    call.opened = opened  # type: ignore[attr-defined]
    return call


def test_json_prints_the_pack_and_nothing_else(run: Callable[..., Result]) -> None:
    result = run("generate", WEBSITE, "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["id"].startswith("cmp_")
    assert result.stderr == ""


def test_stream_prints_every_event_as_a_line(run: Callable[..., Result]) -> None:
    lines = [json.loads(line) for line in run("generate", WEBSITE, "--stream").stdout.splitlines()]
    assert [line["id"] for line in lines] == list(range(1, len(lines) + 1))
    assert lines[0]["event"] == "run.started"
    assert lines[-1]["event"] == "run.finished"
    assert lines[-1]["data"]["pack"]["status"] == "finished"


def test_a_pack_is_shown_to_be_read(run: Callable[..., Result]) -> None:
    text = run("generate", WEBSITE).stdout
    for expected in (
        "Quillmark",
        "Subject lines",
        "Hi {{first_name}},",
        "Follow-up after 3 days",
        "Quality",
        "A/B test",
    ):
        assert expected in text


def test_the_cache_answers_unless_a_new_one_is_wanted(run: Callable[..., Result], script: Any) -> None:
    for arguments in ((), (), ("--fresh",)):
        assert run("generate", WEBSITE, "--json", *arguments).exit_code == 0
    assert [context.fresh for context in script.contexts] == [False, True]


def test_wishes_reach_the_request(run: Callable[..., Result], script: Any, tmp_path: Path) -> None:
    profile = tmp_path / "icp.json"
    profile.write_text('{"industries": ["Ports"]}')
    wishes = ("--tone", "warm", "--language", "de", "--goal", "a call", "--sender-name", "Dana", "--icp", str(profile))
    assert run("generate", WEBSITE, "--json", *wishes).exit_code == 0
    run("generate", WEBSITE, "--json")
    assert script.runs == 2


@pytest.mark.parametrize("tone", [(), ("--tone", "formal"), ("--tone", "plain and dry")])
def test_a_sample_goes_beside_the_tone(tone: tuple[str, ...], tmp_path: Path) -> None:
    sample = tmp_path / "sample.txt"
    sample.write_text("Hi Sam,\n\nthanks.\n\nDana", "utf-8")
    with sample.open() as text:
        request = request_for(WEBSITE, icp=None, sender_name=None, tone=tone[-1] if tone else None, sample=text)
    assert request.voice.sample == "Hi Sam,\n\nthanks.\n\nDana"
    assert request.voice.asked == (tone[-1] if tone else None)


def test_a_wrong_threshold_is_named_before_anything_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OVERTURE_RUBRIC", '{"outreach_words": [90, 40]}')
    result = CliRunner().invoke(main, ["generate", WEBSITE])
    assert result.exit_code == 2
    assert "outreach_words" in result.stderr


def test_a_folder_is_read_as_the_site_it_is_named_after(run: Any, tmp_path: Path) -> None:
    folder = tmp_path / "quillmark.example"
    folder.mkdir()
    (folder / "index.html").write_text("<h1>Quillmark</h1>")
    assert run("generate", str(folder), "--json").exit_code == 0
    assert run.opened == [folder]


def test_a_problem_goes_to_standard_error(run: Callable[..., Result], script: Any) -> None:
    script.error = ModelOverloaded("The provider is busy.", retry_after=9)
    result = run("generate", WEBSITE, "--json")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        "The language model is rate limited (llm_overloaded)\nThe provider is busy.\n  Try again in 9 seconds.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("http://127.0.0.1/",), "url_not_allowed"),
        ((WEBSITE, "--language", "German"), "/language"),
    ],
)
def test_a_wrong_wish_is_a_problem(run: Callable[..., Result], arguments: tuple[str, ...], said: str) -> None:
    result = run("generate", *arguments)
    assert result.exit_code == 1
    assert said in result.stderr


@pytest.mark.parametrize(
    "arguments", [(), (WEBSITE, "--json", "--stream"), (WEBSITE, "--icp", "nowhere.json"), (WEBSITE, "--what")]
)
def test_wrong_usage_exits_with_two(run: Callable[..., Result], arguments: tuple[str, ...]) -> None:
    assert run("generate", *arguments).exit_code == 2


def test_a_profile_that_is_no_json_is_wrong_usage(run: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "icp.json").write_text("{")
    result = run("generate", WEBSITE, "--icp", str(tmp_path / "icp.json"))
    assert result.exit_code == 2
    assert "not valid JSON" in result.stderr


def test_wrong_settings_are_named_without_their_value(
    run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OVERTURE_RUN_SECONDS", "secret")
    result = run("generate", WEBSITE)
    assert result.exit_code == 2
    assert "run_seconds" in result.stderr.lower()
    assert "secret" not in result.output


def test_the_version_is_told(run: Callable[..., Result]) -> None:
    assert run("--version").stdout.startswith("overture, version ")


def test_a_taken_port_is_refused_aloud(run: Callable[..., Result]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = run("serve", "--port", str(port))
    assert result.exit_code == 1
    assert str(port) in result.stderr


def test_text_of_a_site_cannot_steer_the_terminal() -> None:
    assert plain({"a": ["x\x1b[2Jy\x9b2J\n"]}) == {"a": ["x[2Jy2J\n"]}
