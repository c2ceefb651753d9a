"""One of several runs asks, whatever process it is in; whoever waits for one that died goes on after its lease."""

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

import pytest

from core.pack import Email, ModelCall
from graph.caching import StepCache
from graph.leases import Leases
from server.caches.shelf import Shelf
from server.caches.text_store import TextStore

pytestmark = pytest.mark.anyio

KEY = (("writes", "", "outreach"), "digest")
ANSWER = [("outreach", Email(body="Hi")), ("calls", (ModelCall(step="outreach", model="m"),))]
LEADER = """
import asyncio, sys
from pathlib import Path
from core.pack import Email, ModelCall
from graph.caching import StepCache
from server.caches.text_store import TextStore

async def lead():
    shelf = TextStore(Path(sys.argv[1]), max_bytes=2**20).of("acme", "bayfold.example")
    cache = StepCache(shelf, version="1", max_age=60, lease_seconds=float(sys.argv[2]))
    key = (("writes", "", "outreach"), "digest")
    assert await cache.aget([key]) == {}
    print("leads", flush=True)
    sys.stdin.readline()
    calls = (ModelCall(step="outreach", model="m"),)
    await cache.aset({key: ([("outreach", Email(body="Hi")), ("calls", calls)], None)})

asyncio.run(lead())
"""


class Leader:
    """A process that asks its model and answers when it is told to."""

    def __init__(self, folder: Path, lease_seconds: float) -> None:
        command = [sys.executable, "-c", LEADER, str(folder), str(lease_seconds)]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout
        assert self.process.stdout.readline() == "leads\n"

    def answer(self) -> None:
        assert self.process.stdin
        self.process.stdin.write("\n")
        self.process.stdin.flush()

    def die(self) -> None:
        self.process.kill()
        self.process.communicate()


@pytest.fixture
def leaders() -> Iterator[list[Leader]]:
    started: list[Leader] = []
    yield started
    for leader in started:
        leader.die()


def cache_in(folder: Path, lease_seconds: float = 30, tenant: str = "acme", run: str = "") -> StepCache:
    shelf = TextStore(folder, max_bytes=2**20).of(tenant, "bayfold.example")
    return StepCache(shelf, version="1", max_age=60, lease_seconds=lease_seconds, run=run)


async def test_a_run_waits_for_the_answer_that_another_process_asks_for(tmp_path: Path, leaders: list[Leader]) -> None:
    leaders.append(Leader(tmp_path / "steps", 30))
    waiting = asyncio.create_task(cache_in(tmp_path / "steps").aget([KEY]))
    await asyncio.sleep(0.2)
    assert not waiting.done()
    leaders[0].answer()
    async with asyncio.timeout(10):
        assert await waiting == {KEY: (("outreach", Email(body="Hi")),)}


async def test_a_run_that_waits_for_a_process_that_was_killed_goes_on_after_its_lease(
    tmp_path: Path, leaders: list[Leader]
) -> None:
    leaders.append(Leader(tmp_path / "steps", 1.0))
    leaders[0].die()
    begun = monotonic()
    follower = cache_in(tmp_path / "steps")
    async with asyncio.timeout(10):
        assert await follower.aget([KEY]) == {}
    assert monotonic() - begun < 3
    late = cache_in(tmp_path / "steps", lease_seconds=0.2)
    assert await late.aget([KEY]) == {}, "the follower leads now, and this one has waited in vain"
    await follower.release()


async def test_runs_that_need_several_answers_do_not_wait_for_each_other(tmp_path: Path) -> None:
    other_key = (("writes", "", "subject_lines"), "digest")
    one, other = cache_in(tmp_path / "steps"), cache_in(tmp_path / "steps")

    async def run(cache: StepCache, keys: list[tuple[tuple[str, ...], str]]) -> int:
        found = await cache.aget(keys)
        await asyncio.sleep(0.05)
        await cache.aset({key: (ANSWER, None) for key in keys if key not in found})
        return len(found)

    async with asyncio.timeout(5):
        found = await asyncio.gather(run(one, [KEY, other_key]), run(other, [other_key, KEY]))
    assert sorted(found) == [0, 2]


@dataclass(frozen=True)
class Noted(Shelf):
    """A shelf that notes in which order leases are asked for."""

    order: list[str] = field(default_factory=list)

    def lease(self, name: str, holder: str, seconds: float) -> bool:
        self.order.append(name)
        return super().lease(name, holder, seconds)


async def test_every_run_leases_in_the_same_order_whatever_it_is_asked_for_first(tmp_path: Path) -> None:
    other_key, orders = (("writes", "", "subject_lines"), "digest"), []
    for keys in ([KEY, other_key], [other_key, KEY]):
        store = TextStore(tmp_path / "steps", max_bytes=2**20)
        shelf = Noted(store, store.tallies, "acme", "bayfold.example")
        cache = StepCache(shelf, version="1", max_age=60, lease_seconds=30)
        await cache.aget(keys)
        await cache.release()
        orders.append(shelf.order)
    assert orders[0] == orders[1]
    assert len(orders[0]) == 2


async def test_an_answer_that_is_not_kept_holds_nobody_up(tmp_path: Path) -> None:
    leader, follower = cache_in(tmp_path / "steps"), cache_in(tmp_path / "steps")
    assert await leader.aget([KEY]) == {}
    await leader.aset({KEY: ([("judgement", None), ANSWER[1]], None)})
    async with asyncio.timeout(5):
        assert await follower.aget([KEY]) == {}
    await follower.release()


async def test_a_run_that_ends_gives_its_leases_back(tmp_path: Path) -> None:
    leader, follower = cache_in(tmp_path / "steps"), cache_in(tmp_path / "steps")
    assert await leader.aget([KEY]) == {}
    await leader.release()
    async with asyncio.timeout(5):
        assert await follower.aget([KEY]) == {}
    await follower.release()


async def test_a_run_that_goes_on_after_a_crash_does_not_wait_for_itself(tmp_path: Path) -> None:
    assert await cache_in(tmp_path / "steps", run="cmp_1").aget([KEY]) == {}
    again = cache_in(tmp_path / "steps", run="cmp_1")
    async with asyncio.timeout(5):
        assert await again.aget([KEY]) == {}
    await again.release()
    async with asyncio.timeout(5):
        assert await cache_in(tmp_path / "steps", run="cmp_2").aget([KEY]) == {}


async def test_another_tenant_waits_for_nobody(tmp_path: Path) -> None:
    assert await cache_in(tmp_path / "steps").aget([KEY]) == {}
    async with asyncio.timeout(5):
        assert await cache_in(tmp_path / "steps", tenant="zenith").aget([KEY]) == {}


async def test_an_answer_is_forgotten_after_its_time(tmp_path: Path) -> None:
    cache = cache_in(tmp_path / "steps")
    await cache.aset({KEY: (ANSWER, -1)})
    assert await cache.aget([KEY]) == {}
    await cache.aset({KEY: (ANSWER, None)})
    assert list(await cache.aget([KEY])) == list(cache.get([KEY])) == [KEY]
    await cache.aclear()
    assert cache.get([KEY]) == {}


def test_after_the_end_nothing_is_leased_any_more(tmp_path: Path) -> None:
    shelf = TextStore(tmp_path / "steps", max_bytes=2**20).of("acme", "bayfold.example")
    leases = Leases(shelf, 30)
    assert leases.take("a")
    leases.end()
    assert not leases.take("b")
    assert shelf.lease("a", "somebody else", 30)
