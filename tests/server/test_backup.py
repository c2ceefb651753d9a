"""Backing up the SQLite database and putting a copy back, as an operator does it."""

import asyncio
import sqlite3
import time
from pathlib import Path

import pytest
import sqlalchemy as sa
from click.testing import CliRunner

from server.cli import main
from server.store import executors
from server.store.backup import BackupRefused, back_up, restore
from server.store.database import open_database
from server.store.migrate import migrate


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A database with one key in it, closed as a stopped service leaves it."""
    path = tmp_path / "overture.db"

    async def make() -> None:
        async with open_database(f"sqlite:///{path}") as opened:
            await migrate(opened)

    asyncio.run(make())
    put(path, "first")
    return path


def put(path: Path, name: str) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute(
            "INSERT INTO keys (id, tenant, name, digest, scopes, created_at) VALUES (?, 't', ?, '', '', 0)",
            (name, name),
        )
    connection.close()


def names(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    found = [row[0] for row in connection.execute("SELECT name FROM keys ORDER BY name")]
    connection.close()
    return found


@pytest.mark.anyio
async def test_a_copy_taken_while_the_service_writes_is_whole_and_can_be_put_back(database: Path) -> None:
    copy = database.parent / "copy.db"
    async with open_database(f"sqlite:///{database}") as opened:
        async with opened.writing() as connection:
            await connection.execute(sa.text("UPDATE keys SET scopes = 'read'"))
        assert back_up(database, copy) == copy.stat().st_size
    put(database, "second")

    aside = restore(copy, database)

    assert names(database) == ["first"]
    assert aside is not None
    assert names(aside) == ["first", "second"]
    assert copy.stat().st_mode & 0o777 == 0o600


@pytest.mark.anyio
async def test_a_running_service_keeps_its_database(database: Path) -> None:
    copy = database.parent / "copy.db"
    back_up(database, copy)
    async with open_database(f"sqlite:///{database}") as opened, opened.writing() as connection:
        await executors.enter(connection, "exe_1", time.time())

    with pytest.raises(BackupRefused, match="running"):
        restore(copy, database)
    assert names(database) == ["first"]


def test_a_damaged_database_is_replaced_and_kept_beside(database: Path) -> None:
    copy = database.parent / "copy.db"
    back_up(database, copy)
    database.write_bytes(b"no database at all" * 400)

    aside = restore(copy, database)

    assert names(database) == ["first"]
    assert aside is not None
    assert aside.read_bytes().startswith(b"no database")


@pytest.mark.parametrize("content", [b"", b"not a database" * 100, b"SQLite format 3\0" + b"\xff" * 5000])
def test_what_is_no_copy_is_not_put_in_place(database: Path, content: bytes) -> None:
    copy = database.parent / "copy.db"
    copy.write_bytes(content)

    with pytest.raises(BackupRefused):
        restore(copy, database)
    assert names(database) == ["first"]


def test_a_copy_never_overwrites_a_file(database: Path) -> None:
    with pytest.raises(BackupRefused, match="already"):
        back_up(database, database)


def test_the_commands_do_it_by_the_settings(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OVERTURE_DATA_DIR", str(database.parent))
    copy = database.parent / "copy.db"

    made = CliRunner().invoke(main, ["backup", str(copy)])
    put(database, "second")
    back = CliRunner().invoke(main, ["restore", str(copy)])

    assert (made.exit_code, back.exit_code) == (0, 0), (made.output, back.output)
    assert names(database) == ["first"]


def test_for_postgresql_the_commands_name_its_own_tools(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("OVERTURE_DATABASE", "postgresql://somebody@127.0.0.1/overture")

    result = CliRunner().invoke(main, ["backup", str(tmp_path / "copy.db")])

    assert result.exit_code != 0
    assert "pg_dump" in result.output
