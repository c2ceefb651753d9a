"""A run through the real OpenAI client, over HTTP, with a local server: whatever it knows of structured output."""

from collections import Counter
from typing import Any

import pytest

from core.context import Context
from core.llm.choose import language_model
from core.pack import Pack
from core.request import CampaignRequest
from core.settings import Settings
from evals.model_server.compose import OfflineComposer
from evals.model_server.server import Knows, ModelServer
from graph.builder import build_graph
from graph.services import Services, open_services
from nodes.website.sources import website_source
from prompts.library import Prompts

pytestmark = pytest.mark.anyio

WEBSITE = "https://tarrowby-springs.example"


async def pack_of(settings: Settings, deltas: list[dict[str, Any]] | None = None) -> Pack:
    llm = language_model(settings)
    graph = build_graph(Services(llm, Prompts.load(), website_source(settings)))
    pack: Pack | None = None
    try:
        async for part in graph.astream(
            {"request": CampaignRequest(website=WEBSITE)},
            context=Context(campaign_id="cmp_1"),
            stream_mode=["updates", "custom"],
            version="v2",
        ):
            if part["type"] == "custom" and deltas is not None:
                deltas.append(part["data"])
            elif part["type"] == "updates" and "assemble_pack" in part["data"]:
                pack = part["data"]["assemble_pack"]["pack"]
    finally:
        await llm.aclose()
    assert pack is not None
    return pack


@pytest.mark.parametrize("knows", ["json_schema", "tools", "text"])
async def test_a_server_of_any_kind_gives_the_pack_that_its_model_writes(knows: Knows) -> None:
    async with ModelServer(OfflineComposer(), knows=knows) as server:
        settings = Settings(openai_base_url=server.url, model="local", input_price=1, output_price=2)
        pack = await pack_of(settings)
    offline = await pack_of(Settings())
    left_out = {"model", "usage"}
    assert pack.model_dump(exclude=left_out) == offline.model_dump(exclude=left_out)
    assert (pack.model, pack.usage.calls) == ("local", 5)
    assert pack.usage.cost
    assert pack.usage.tokens > 1000


async def test_the_judge_is_one_more_call_and_its_opinions_stand_in_the_pack() -> None:
    async with ModelServer(OfflineComposer()) as server:
        settings = Settings(openai_base_url=server.url, model="local", judge_model="another", max_revisions=0)
        services = open_services(settings, website_source(settings))
        try:
            result = await build_graph(services).ainvoke(
                {"request": CampaignRequest(website=WEBSITE, max_revisions=0)}, context=Context()
            )
        finally:
            await services.aclose()
    pack = result["pack"]
    assert pack.usage.calls == 6
    assert pack.warnings == ()
    assert pack.quality.judgement.model == "another"
    assert len(pack.quality.judgement.opinions) == 12
    assert [check.verdict for check in pack.quality.outreach.checks if check.name == "judge"] == ["pass"]


@pytest.mark.parametrize(
    ("settings", "judge"),
    [
        ({}, None),
        ({"judge_model": "gpt-x"}, None),
        ({"openai_api_key": "sk-x"}, "gpt-4.1-mini"),
        ({"openai_api_key": "sk-x", "judge_model": "gpt-x"}, "gpt-x"),
        ({"openai_api_key": "sk-x", "judge_model": "off"}, None),
        ({"openai_api_key": "sk-x", "model": "offline"}, None),
    ],
)
async def test_a_judge_reads_only_where_a_real_model_is_configured(settings: dict[str, Any], judge: str | None) -> None:
    services = open_services(Settings.model_validate(settings), website_source(Settings()))
    try:
        assert (services.judge.name if services.judge else None) == judge
    finally:
        await services.aclose()


async def test_text_streams_while_it_is_written_and_adds_up_to_what_was_written() -> None:
    deltas: list[dict[str, Any]] = []
    async with ModelServer(OfflineComposer(), chunks=20, spread=0.1) as server:
        pack = await pack_of(Settings(openai_base_url=server.url, model="local"), deltas)
    texts = [event for event in deltas if event["event"] == "delta"]
    counts = Counter((event["node"], event["field"]) for event in texts)
    assert counts["outreach", "body"] > 3
    assert {field for node, field in counts if node == "subject_lines"} == {
        f"subject_lines.{index}.text" for index in range(3)
    }
    told = [event["text"] for event in texts if (event["node"], event["field"]) == ("calibrate_tone", "outreach.body")]
    assert "".join(told).strip() == pack.outreach.body


async def test_the_shared_part_of_the_prompt_is_the_same_in_every_call_of_a_run() -> None:
    async with ModelServer(OfflineComposer()) as server:
        await pack_of(Settings(openai_base_url=server.url, model="local"))
        systems = {request["messages"][0]["content"] for request in server.requests}
    assert len(server.requests) == 5
    assert len(systems) == 1
