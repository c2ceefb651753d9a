"""The service as it is delivered: the real graph, the offline model, a bundled site."""

import stat
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx2
import pytest

from core.settings import Settings
from server.app import create_app

pytestmark = pytest.mark.anyio

PATH = "/v1/campaigns/email"


@pytest.fixture
async def client(tmp_path: Path) -> AsyncIterator[httpx2.AsyncClient]:
    app = create_app(Settings(data_dir=tmp_path / "data"))
    transport = httpx2.ASGITransport(app=app)
    async with (
        app.router.lifespan_context(app),
        httpx2.AsyncClient(transport=transport, base_url="http://127.0.0.1", timeout=20) as client,
    ):
        yield client


async def test_a_bundled_site_becomes_a_pack_that_is_cached(
    client: httpx2.AsyncClient, events: Any, tmp_path: Path
) -> None:
    website = (await client.get("/v1/examples")).json()["examples"][0]["website"]
    answer = await client.post(PATH, json={"website": website}, headers={"Accept": "text/event-stream"})
    told = events(answer.text)
    nodes = [event.data["node"] for event in told if event.name == "node.started"]
    pack = told[-1].data["pack"]

    assert told[-1].name == "run.finished"
    assert nodes[:2] == ["read_website", "infer_icp"]
    assert {"subject_lines", "outreach", "follow_up", "calibrate_tone", "score_quality"} <= set(nodes)
    assert nodes[-2:] == ["plan_ab_test", "assemble_pack"]
    assert {event.data["node"] for event in told if event.name == "node.delta"} >= {"outreach", "follow_up"}
    assert pack["id"] == told[0].data["id"]

    again = await client.post(PATH, json={"website": website})
    assert (again.status_code, again.json()) == (200, pack)


async def test_what_is_kept_opens_to_its_owner_only(client: httpx2.AsyncClient, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    assert {kept.name for kept in folder.iterdir()} >= {"pages", "steps", "packs", "overture.db"}
    folders = [folder, *(kept for kept in folder.iterdir() if kept.is_dir())]
    assert {stat.S_IMODE(folder.stat().st_mode) for folder in folders} == {0o700}


async def test_the_service_is_ready(client: httpx2.AsyncClient) -> None:
    report = (await client.get("/readyz")).json()
    assert (report["status"], report["model"], set(report["checks"].values())) == ("ok", "offline", {"ok"})
