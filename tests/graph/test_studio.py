"""`langgraph dev` starts offline with the project's langgraph.json, and the SDK gets the same pack."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from langgraph_sdk import get_client
from langgraph_sdk.client import LangGraphClient

from core.context import Context
from core.request import CampaignRequest
from graph.studio import make_graph

pytestmark = pytest.mark.anyio

ROOT = Path(__file__).parents[2]
WEBSITE = "https://bayfold.example"


@pytest.fixture
def studio() -> Iterator[str]:
    pytest.importorskip("langgraph_api", reason="pip install overture[studio] brings langgraph dev")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [str(Path(sys.executable).with_name("langgraph")), "dev", "--no-browser", "--no-reload", "--port", str(port)],
        cwd=ROOT,
        env={**os.environ, "LANGGRAPH_CLI_NO_ANALYTICS": "1", "LANGGRAPH_NO_VERSION_CHECK": "true"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(f"http://127.0.0.1:{port}/ok", process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(20)


def _wait_for(url: str, process: "subprocess.Popen[bytes]") -> None:
    for _ in range(300):
        assert process.poll() is None, "langgraph dev has ended"
        try:
            with urllib.request.urlopen(url):
                return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(url)


async def test_studio_draws_the_forms_and_runs_the_campaign(studio: str) -> None:
    async with get_client(url=studio) as client:
        await _same_pack(client)


async def _same_pack(client: LangGraphClient) -> None:
    (assistant,) = await client.assistants.search()
    schemas = await client.assistants.get_schemas(assistant["assistant_id"])
    assert "CampaignRequest" in schemas["input_schema"]["$defs"]
    assert set(schemas["output_schema"]["properties"]) == {"pack"}
    assert set(schemas["context_schema"]["properties"]) == {"campaign_id", "fresh", "tenant"}

    request = {"website": WEBSITE}
    result = await client.runs.wait(None, "campaign", input={"request": request}, context={"campaign_id": "cmp_studio"})
    assert isinstance(result, dict)
    here = await make_graph().ainvoke(
        {"request": CampaignRequest(website=WEBSITE)}, context=Context(campaign_id="cmp_studio")
    )
    mine = here["pack"].model_dump(mode="json", exclude={"usage"})
    assert {name: value for name, value in result["pack"].items() if name != "usage"} == mine
