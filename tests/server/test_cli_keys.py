"""Keys are made, listed, replaced and revoked by commands, in the database that the service uses."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from core.settings import Settings
from server.cli_keys import keys
from server.guard.key_ring import KeyRing
from server.guard.key_text import read_key
from server.store.database import open_database
from server.store.keys import Key

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("OVERTURE_DATA_DIR", str(tmp_path / "data"))

    def invoke(*arguments: str) -> Result:
        return CliRunner().invoke(keys, arguments)

    return invoke


@pytest.fixture
def made(run: Run) -> Callable[..., str]:
    def create(*arguments: str) -> str:
        result = run("create", "--tenant", "acme", "--name", "CRM", *arguments)
        assert result.exit_code == 0, result.output
        return result.stdout.strip()

    return create


def holder(text: str) -> Key | None:
    """Return the key as the service finds it."""

    async def find() -> Key | None:
        async with open_database(Settings().database_address) as database:
            ring = KeyRing(database)
            key = await ring.holder(text)
            await ring.close()
            return key

    return asyncio.run(find())


def id_of(text: str) -> str:
    key = read_key(text)
    assert key
    return key.id


def test_a_new_key_opens_its_tenant(made: Callable[..., str]) -> None:
    key = holder(made())
    assert key
    assert (key.tenant, key.name, key.scopes, key.expires_at) == ("acme", "CRM", "read write", None)


@pytest.mark.parametrize(
    ("given", "kept"), [("read", "read"), ("write,read", "read write"), ("operate  operate read", "read operate")]
)
def test_a_key_gets_the_scopes_that_are_asked_for(made: Callable[..., str], given: str, kept: str) -> None:
    key = holder(made("--scopes", given))
    assert key
    assert key.scopes == kept


@pytest.mark.parametrize(("span", "seconds"), [("90d", 90 * 86_400), ("24h", 86_400), ("30m", 1800), ("5s", 5)])
def test_a_key_ends_after_its_span(made: Callable[..., str], span: str, seconds: int) -> None:
    key = holder(made("--expires", span))
    assert key
    assert key.expires_at == pytest.approx(key.created_at + seconds)


def test_only_the_key_itself_goes_to_standard_output(run: Run) -> None:
    result = run("create", "--tenant", "acme", "--name", "CRM")
    assert read_key(result.stdout.removesuffix("\n"))
    assert "cannot be shown again" in result.stderr


def test_the_list_shows_everything_but_secrets(run: Run, made: Callable[..., str]) -> None:
    texts = [made(), made("--expires", "0s"), made("--scopes", "operate")]
    run("revoke", id_of(texts[2]))
    run("create", "--tenant", "umbrella", "--name", "other")
    holder(texts[0])
    lines = run("list", "--tenant", "acme").stdout.splitlines()

    assert len(lines) == 4
    assert lines[0].split() == ["id", "tenant", "name", "scopes", "created", "expires", "last", "used", "state"]
    for text, line, state in zip(texts, lines[1:], ("live", "expired", "revoked"), strict=True):
        assert line.startswith(f"{id_of(text)}  acme")
        assert line.endswith(state)
        assert text.rpartition("_")[2] not in line
    assert len(run("list").stdout.splitlines()) == 5


def test_a_revoked_key_opens_nothing(run: Run, made: Callable[..., str]) -> None:
    text = made()
    assert run("revoke", id_of(text)).exit_code == 0
    assert holder(text) is None


def test_a_successor_is_of_the_same_kind_and_both_work_for_a_while(run: Run, made: Callable[..., str]) -> None:
    old = made("--scopes", "read", "--expires", "90d")
    new = run("rotate", id_of(old), "--overlap", "1h").stdout.strip()
    before, after = holder(old), holder(new)

    assert before
    assert after
    assert (after.tenant, after.name, after.scopes, after.replaces) == ("acme", "CRM", "read", id_of(old))
    assert before.expires_at == pytest.approx(after.created_at + 3600)
    assert after.expires_at == pytest.approx(after.created_at + 90 * 86_400)


def test_without_overlap_the_old_key_ends_at_once(run: Run, made: Callable[..., str]) -> None:
    old = made()
    new = run("rotate", id_of(old), "--overlap", "0s").stdout.strip()
    assert holder(old) is None
    assert holder(new)


def test_rotation_never_makes_a_key_live_longer(run: Run, made: Callable[..., str]) -> None:
    old = made("--expires", "1h")
    run("rotate", id_of(old), "--overlap", "30d")
    key = holder(old)
    assert key
    assert key.expires_at == pytest.approx(key.created_at + 3600)


@pytest.mark.parametrize("command", ["revoke", "rotate"])
def test_an_unknown_key_is_an_error(run: Run, command: str) -> None:
    result = run(command, "AAAAAAAAAAAA")
    assert result.exit_code == 1
    assert "There is no key AAAAAAAAAAAA" in result.stderr


def test_a_key_that_has_ended_has_no_successor(run: Run, made: Callable[..., str]) -> None:
    text = made()
    run("revoke", id_of(text))
    assert run("rotate", id_of(text)).exit_code == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("--name", "a"),
        ("--tenant", "acme"),
        ("--tenant", "", "--name", "a"),
        ("--tenant", "../acme", "--name", "a"),
        ("--tenant", "Acme", "--name", "a"),
        ("--tenant", "a" * 65, "--name", "a"),
        ("--tenant", "acme", "--name", "a", "--scopes", "admin"),
        ("--tenant", "acme", "--name", "a", "--scopes", ""),
        ("--tenant", "acme", "--name", "a", "--expires", "soon"),
        ("--tenant", "acme", "--name", "a", "--expires", "-1d"),
        ("--tenant", "acme", "--name", "a", "--expires", "999999999d"),
    ],
)
def test_a_wrong_option_makes_no_key(run: Run, arguments: tuple[str, ...]) -> None:
    assert run("create", *arguments).exit_code == 2
    assert len(run("list").stdout.splitlines()) == 1


def test_a_database_that_cannot_be_opened_is_a_problem(run: Run, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "overture.db").write_bytes(b"no database" * 1000)
    result = run("list")
    assert result.exit_code == 1
    assert "damaged" in result.stderr
