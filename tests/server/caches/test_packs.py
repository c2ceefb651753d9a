"""Packs are kept for each tenant apart, for a while, and dropped by what they are about."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from server.caches.packs import Packs
from server.caches.text_store import TextStore
from server.runs.finished_pack import FinishedPack
from server.runs.site_state import SiteState

pytestmark = pytest.mark.anyio

SITE, STATE = "bayfold.example", SiteState("d1", 2e9)
PACK = FinishedPack("cmp_1", '{"id":"cmp_1"}', STATE)


@dataclass
class Clock:
    """A clock that stands still until it is set."""

    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def packs(tmp_path: Path, clock: Clock) -> Packs:
    return Packs(TextStore(tmp_path / "packs", max_bytes=1024 * 1024), 60, clock)


async def test_a_pack_is_found_by_its_tenant_only(packs: Packs) -> None:
    await packs.of("acme", SITE).keep("key", PACK, STATE)
    found = packs.of("acme", SITE).find("key")
    assert found is not None
    assert (found.id, found.json, found.site) == (PACK.id, PACK.json, STATE)
    assert packs.of("zenith", SITE).find("key") is None
    assert packs.of("acme", "quillmark.example").find("key") is None


async def test_a_confirmed_pack_is_no_younger(packs: Packs, clock: Clock) -> None:
    shelf = packs.of("acme", SITE)
    await shelf.keep("key", PACK, STATE)
    clock.now += 59
    found = shelf.find("key")
    assert found is not None
    await shelf.confirm("key", found, STATE)
    clock.now += 1
    assert shelf.find("key") is None


async def test_a_pack_is_dropped_with_its_subject(packs: Packs) -> None:
    for subject in (SITE, "quillmark.example"):
        await packs.of("acme", subject).keep("key", PACK, STATE)
    assert packs.store.of("acme", SITE).clear() == 1
    assert packs.of("acme", SITE).find("key") is None
    assert packs.of("acme", "quillmark.example").find("key") is not None
