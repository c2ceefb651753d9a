"""Text on disk, and nothing but text."""

import contextlib
import os
import pickle
import sqlite3
import stat
from pathlib import Path

import diskcache
import pytest

from server.caches.text_disk import NotText
from server.caches.text_store import TextStore, make_private

MEGABYTE = 1024 * 1024


class Payload:
    """An object that leaves a file behind when it is unpickled."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return os.mkdir, (str(self.mark),)


@pytest.fixture
def store(tmp_path: Path) -> TextStore:
    return TextStore(tmp_path / "packs", max_bytes=MEGABYTE)


def plant(store: TextStore, value: object, *, key: object = "planted", file: bool = False) -> None:
    """Write a row as diskcache itself would, with its own Disk, that pickles."""
    with diskcache.Cache(str(store.folder), disk_min_file_size=0 if file else MEGABYTE) as cache:
        cache[key] = value


def test_text_is_kept(store: TextStore) -> None:
    store.set("a", "text", 60)
    assert store.get("a") == "text"
    assert store.get("b") is None


def test_text_is_kept_after_a_restart(store: TextStore) -> None:
    store.set("a", "text", 60)
    store.close()
    assert TextStore(store.folder, max_bytes=MEGABYTE).get("a") == "text"


def test_text_is_forgotten_after_its_time(store: TextStore) -> None:
    store.set("a", "text", -1)
    assert store.get("a") is None


@pytest.mark.parametrize("file", [False, True], ids=["in the row", "in a file"])
def test_a_planted_pickle_is_not_run(store: TextStore, tmp_path: Path, file: bool) -> None:
    mark = tmp_path / "ran"
    plant(store, Payload(mark), file=file)

    assert store.get("planted") is None
    assert not mark.exists()


def test_a_planted_pickled_key_is_not_run(store: TextStore, tmp_path: Path) -> None:
    mark = tmp_path / "ran"
    with sqlite3.connect(store.folder / "cache.db") as rows:
        rows.execute(
            "INSERT INTO Cache (key, raw, store_time, mode, value) VALUES (?, 0, 0, 1, 'x')",
            (pickle.dumps(Payload(mark)),),
        )
    rows.close()

    store.of("acme", "bayfold.example").set("a", "text", 60)
    assert list(store.texts("acme")) == ["text"]
    assert store.clear("acme") == 1
    assert not mark.exists()


@pytest.mark.parametrize("disk", [diskcache.Disk, diskcache.JSONDisk])
def test_the_planted_pickle_is_dangerous_to_diskcache_and_its_own_json(
    store: TextStore, tmp_path: Path, disk: type[diskcache.Disk]
) -> None:
    mark = tmp_path / "ran"
    with diskcache.Cache(str(store.folder), disk=disk) as plain:
        plain["planted"] = "text"
        plain._sql("UPDATE Cache SET mode = 4, value = ?", (pickle.dumps(Payload(mark)),))
        with contextlib.suppress(TypeError, ValueError):  # JSONDisk fails only after it was run
            plain.get("planted")
    assert mark.exists()


@pytest.mark.parametrize("mode", [0, 2, 3, 4, 5, None, "4", -1])
def test_a_row_of_another_mode_is_not_there(store: TextStore, tmp_path: Path, mode: object) -> None:
    mark = tmp_path / "ran"
    store.set("a", "text", 60)
    with sqlite3.connect(store.folder / "cache.db") as rows:
        rows.execute("UPDATE Cache SET mode = ?, value = ?", (mode, pickle.dumps(Payload(mark))))
    rows.close()
    assert store.get("a") is None
    assert not mark.exists()


def test_bytes_under_the_mode_of_text_are_not_there(store: TextStore, tmp_path: Path) -> None:
    mark = tmp_path / "ran"
    store.set("a", "text", 60)
    with sqlite3.connect(store.folder / "cache.db") as rows:
        rows.execute("UPDATE Cache SET value = ?", (pickle.dumps(Payload(mark)),))
    rows.close()
    assert store.get("a") is None
    assert not mark.exists()


def test_a_planted_file_name_removes_nothing(store: TextStore, tmp_path: Path) -> None:
    bystander = tmp_path / "bystander"
    bystander.write_text("here")
    shelf = store.of("acme", "bayfold.example")
    shelf.set("a", "text", 60)
    with sqlite3.connect(store.folder / "cache.db") as rows:
        rows.execute("UPDATE Cache SET filename = '../bystander'")
    rows.close()
    assert shelf.clear() == 1
    assert bystander.exists()


def test_a_planted_file_name_is_not_read(store: TextStore) -> None:
    store.set("a", "text", 60)
    with sqlite3.connect(store.folder / "cache.db") as rows:
        rows.execute("UPDATE Cache SET mode = 3, filename = '../../../etc/passwd'")
    rows.close()
    assert store.get("a") is None


@pytest.mark.parametrize("value", [b"bytes", 1, 1.5, None, ["list"], {"a": "b"}])
def test_only_text_can_be_stored(store: TextStore, value: object) -> None:
    with pytest.raises(NotText):
        store.set("a", value, 60)  # type: ignore[arg-type]


def test_the_folder_opens_to_its_owner_only(tmp_path: Path) -> None:
    (tmp_path / "packs").mkdir(mode=0o755)
    store = TextStore(tmp_path / "packs", max_bytes=MEGABYTE)
    assert stat.S_IMODE(store.folder.stat().st_mode) == 0o700


def test_a_folder_of_somebody_else_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 12345)
    with pytest.raises(PermissionError):
        make_private(tmp_path)


def test_the_size_is_bounded(store: TextStore) -> None:
    for number in range(200):
        store.set(str(number), "x" * 20_000, 600)
    assert store.get("199") is not None
    assert store.get("0") is None
    assert sum(file.stat().st_size for file in store.folder.glob("cache.db")) < 2 * MEGABYTE


def test_an_unreadable_database_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs" / "cache.db").write_bytes(b"no database at all" * 100)
    store = TextStore(tmp_path / "packs", max_bytes=MEGABYTE)
    assert store.works()


def test_a_store_that_cannot_be_written_says_so(store: TextStore) -> None:
    with sqlite3.connect(store.folder / "cache.db") as rows:
        rows.execute("DROP TABLE Cache")
    rows.close()
    assert not store.works()
    assert store.get("a") is None
