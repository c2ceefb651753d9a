"""What a model has answered once is not paid twice, and nothing else changes by it."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from core.context import Context
from core.pack import Pack
from core.problems import ModelMisconfigured
from core.request import CampaignRequest
from core.settings import Settings
from evals.model_server.compose import OfflineComposer
from evals.model_server.reply import Reply
from evals.model_server.server import Composer, ModelServer
from graph.builder import build_graph, steps
from graph.caching import StepCache, cache_policy
from graph.services import Services, open_services
from nodes.website.sources import website_source
from prompts.library import Prompts
from server.caches.text_store import TextStore

pytestmark = pytest.mark.anyio

WEBSITE = "https://tarrowby-springs.example"
WRITERS = ("infer_icp", "subject_lines", "outreach", "follow_up", "calibrate_tone")


@dataclass
class SlowOnce:
    """A model that never ends its first answer."""

    compose: Composer
    begun: asyncio.Event = field(default_factory=asyncio.Event)

    async def __call__(self, body: dict[str, Any], shape: str) -> str:
        if not self.begun.is_set():
            self.begun.set()
            await asyncio.Event().wait()
        return await self.compose(body, shape)


@dataclass
class Kitchen:
    """The real graph, a model behind HTTP that counts what it is asked, and a store on disk."""

    server: ModelServer
    store: TextStore
    tenant: str = "acme"
    version: str = "1"
    lease_seconds: float = 20
    settings: dict[str, Any] = field(default_factory=dict)
    prompts: Prompts | None = None
    cached: list[str] = field(default_factory=list)
    """Steps of the last run that were not written but found."""

    def services(self) -> Services:
        given = {"model": "local", "judge_model": "off", "input_price": 1, "output_price": 2, **self.settings}
        settings = Settings(openai_base_url=self.server.url, **given)
        services = open_services(settings, website_source(settings))
        return replace(services, prompts=self.prompts) if self.prompts else services

    async def run(self, *, fresh: bool = False, **asked: Any) -> Pack:
        """Write a pack as one run does."""
        self.cached = []
        services = self.services()
        cache = StepCache(
            self.store.of(self.tenant, "tarrowby-springs.example"),
            version=self.version,
            max_age=600,
            lease_seconds=self.lease_seconds,
            fresh=fresh,
        )
        graph = build_graph(services).copy(update={"cache": cache})
        request = CampaignRequest(**{"website": WEBSITE, "max_revisions": 0, **asked})
        pack: Pack | None = None
        try:
            async for update in graph.astream(
                {"request": request}, context=Context(campaign_id="cmp_1"), stream_mode="updates"
            ):
                if update.get("__metadata__", {}).get("cached"):
                    self.cached += [name for name in update if name != "__metadata__"]
                if "assemble_pack" in update:
                    pack = update["assemble_pack"]["pack"]
        finally:
            await cache.release()
            await services.aclose()
        assert pack is not None
        return pack

    def asked(self) -> int:
        """Return how many answers were asked for since the last time."""
        count, self.server.count = self.server.count, 0
        return count


@pytest.fixture
async def kitchen(tmp_path: Path) -> AsyncIterator[Kitchen]:
    async with ModelServer(OfflineComposer()) as server:
        yield Kitchen(server, TextStore(tmp_path / "steps", max_bytes=16 * 1024 * 1024))


async def test_a_second_run_finds_every_answer_and_delivers_the_same_pack(kitchen: Kitchen) -> None:
    first = await kitchen.run()
    assert (kitchen.asked(), kitchen.cached) == (5, [])
    second = await kitchen.run()
    assert kitchen.asked() == 0
    assert sorted(kitchen.cached) == sorted(WRITERS)
    assert second.model_dump(exclude={"usage"}) == first.model_dump(exclude={"usage"})
    assert second == first.model_copy(update={"usage": second.usage})


async def test_usage_counts_only_what_the_run_itself_has_paid(kitchen: Kitchen) -> None:
    paid = (await kitchen.run()).usage
    found = (await kitchen.run()).usage
    assert (paid.calls, paid.tokens > 1000, (paid.cost or 0) > 0) == (5, True, True)
    assert (found.calls, found.tokens, found.cost) == (0, 0, 0)
    assert set(WRITERS) & set(found.milliseconds) == set()


async def test_another_request_pays_only_for_the_steps_that_it_changes(kitchen: Kitchen) -> None:
    await kitchen.run(min_quality=1)
    kitchen.asked()
    await kitchen.run(min_quality=2, max_revisions=1)
    assert kitchen.asked() == 0
    pack = await kitchen.run(min_quality=1, goal="a call about one drawing")
    assert kitchen.asked() == pack.usage.calls == 5


async def test_a_revision_is_an_answer_of_its_own(kitchen: Kitchen) -> None:
    await kitchen.run(min_quality=100)
    kitchen.asked()
    revised = await kitchen.run(min_quality=100, max_revisions=1)
    paid = kitchen.asked()
    assert 0 < paid == revised.usage.calls
    assert sorted(kitchen.cached) == sorted(WRITERS)
    again = await kitchen.run(min_quality=100, max_revisions=1)
    assert (kitchen.asked(), again.quality.rounds) == (0, revised.quality.rounds)


@pytest.mark.parametrize(
    "change",
    [
        {"tenant": "zenith"},
        {"version": "2"},
        {"settings": {"model": "another"}},
    ],
    ids=str,
)
async def test_another_tenant_version_or_model_pays_again(kitchen: Kitchen, change: dict[str, Any]) -> None:
    await kitchen.run()
    kitchen.asked()
    await replace(kitchen, **change).run()
    assert kitchen.asked() == 5


async def test_another_prompt_pays_again(kitchen: Kitchen) -> None:
    await kitchen.run()
    kitchen.asked()
    files = dict(Prompts.load().by_name)
    files["outreach"] = replace(files["outreach"], text=files["outreach"].text + "\nBe brief.")
    await replace(kitchen, prompts=Prompts(files)).run()
    assert kitchen.asked() == 5


async def test_a_fresh_run_asks_anew_and_what_it_is_answered_is_kept(kitchen: Kitchen) -> None:
    await kitchen.run()
    kitchen.asked()
    await kitchen.run(fresh=True)
    assert (kitchen.asked(), kitchen.cached) == (5, [])
    kitchen.store.clear("acme")
    await kitchen.run(fresh=True)
    kitchen.asked()
    await kitchen.run()
    assert kitchen.asked() == 0


async def test_an_answer_is_kept_as_json_text_and_one_in_another_shape_is_asked_for_anew(kitchen: Kitchen) -> None:
    await kitchen.run()
    kitchen.asked()
    texts = sorted(kitchen.store.texts("acme"))
    assert len(texts) == 5
    assert all(text.startswith('{"edges":[') and "input_tokens" not in text for text in texts)
    shelf = kitchen.store.of("acme", "tarrowby-springs.example")
    for key in list(kitchen.store._cache):
        shelf.set(key.split("\n", 2)[2], '{"edges": [], "state": {"colour": "red"}}', 600)
    await kitchen.run()
    assert kitchen.asked() == 5


async def test_two_runs_at_once_pay_once(kitchen: Kitchen) -> None:
    kitchen.server.latency = 0.1
    one, other = await asyncio.gather(replace(kitchen).run(), replace(kitchen).run())
    assert kitchen.asked() == 5
    assert one.usage.calls + other.usage.calls == 5
    assert one.outreach == other.outreach


async def test_when_the_run_that_asks_is_stopped_the_one_that_waits_goes_on_at_once(kitchen: Kitchen) -> None:
    slow = kitchen.server.compose = SlowOnce(kitchen.server.compose)
    first = asyncio.create_task(replace(kitchen).run())
    await slow.begun.wait()
    second = asyncio.create_task(replace(kitchen).run())
    await asyncio.sleep(0.2)
    assert kitchen.asked() == 1
    first.cancel()
    async with asyncio.timeout(kitchen.lease_seconds / 2):
        assert (await second).usage.calls == 5


async def test_a_run_waits_no_longer_than_the_lease_for_one_that_is_gone(kitchen: Kitchen) -> None:
    kitchen.lease_seconds = 0.3
    shelf = kitchen.store.of("acme", "tarrowby-springs.example")
    await kitchen.run()
    names = [key.split("\n", 2)[2] for key in kitchen.store._cache]
    shelf.clear()
    kitchen.asked()
    for name in names:
        assert shelf.lease(name, "somebody who is gone", 60)
    assert (await kitchen.run()).usage.calls == 5
    await kitchen.run()
    assert kitchen.asked() == 5


async def test_no_lease_is_left_behind(kitchen: Kitchen) -> None:
    await kitchen.run()
    assert not any(key.startswith("\nlease") for key in kitchen.store._cache)
    kitchen.store.clear("acme")
    kitchen.server._script = [Reply(status=401, error={"message": "no"})]
    with pytest.raises(ModelMisconfigured):
        await kitchen.run()
    assert not any(key.startswith("\nlease") for key in kitchen.store._cache)


async def test_a_judge_that_failed_is_asked_again(kitchen: Kitchen) -> None:
    judged = replace(kitchen, settings={"judge_model": "another"})
    kitchen.server._script = [Reply()] * 5 + [Reply(status=400, error={"message": "no"})]
    assert (await judged.run()).quality.judgement is None
    kitchen.asked()
    assert (await judged.run()).quality.judgement is not None
    assert (kitchen.asked(), "judge" in judged.cached) == (1, False)
    assert (await judged.run()).quality.judgement is not None
    assert (kitchen.asked(), "judge" in judged.cached) == (0, True)


@pytest.mark.parametrize(("model", "judge", "cached"), [("offline", None, set()), ("local", "off", set(WRITERS))])
async def test_only_steps_that_ask_a_real_model_are_kept(model: str, judge: str | None, cached: set[str]) -> None:
    settings = Settings(openai_base_url="http://127.0.0.1:9/v1", model=model, judge_model=judge)
    services = open_services(settings, website_source(settings))
    assert {name for name, step in steps(services).items() if cache_policy(name, step)} == cached
    await services.aclose()
