"""LangSmith is told of runs exactly where its key is set."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.server.telemetry.collector import Collector, collecting

pytestmark = pytest.mark.anyio

ROOT = Path(__file__).parents[3]
SCRIPT = Path(__file__).with_name("traced_graph.py")
KEY = "lsv2_pt_0123456789abcdef"
PROMPT, ANSWER = b"words of a prompt", b"words of an answer"


@pytest.fixture
async def langsmith() -> AsyncIterator[Collector]:
    """Stand in for LangSmith."""
    async with collecting() as collector:
        yield collector


async def tried(how: str, langsmith: Collector, **environment: str) -> list[str]:
    """Run the graph in a process of its own; return the connections that it tried."""
    return [line for line in await printed(how, langsmith, **environment) if line.startswith("network")]


async def printed(how: str, langsmith: Collector, **environment: str) -> list[str]:
    """Run the graph in a process of its own; return the lines that it printed."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        str(SCRIPT),
        how,
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "LANGSMITH_ENDPOINT": langsmith.address,
            "LANGSMITH_DISABLE_RUN_COMPRESSION": "true",  # so that what is sent can be read here
            **environment,
        },
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    output, errors = await process.communicate()
    assert process.returncode == 0, errors.decode()
    return output.decode().splitlines()


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"LANGSMITH_TRACING": "true"},
        {"LANGCHAIN_TRACING_V2": "true", "LANGSMITH_PROJECT": "p"},
        {"LANGSMITH_TRACING": "true", "LANGSMITH_API_KEY": " "},
        {"LANGSMITH_TRACING": "false", "LANGSMITH_API_KEY": KEY},
    ],
    ids=str,
)
async def test_without_a_key_or_against_a_refusal_not_one_connection_is_tried(
    langsmith: Collector, environment: dict[str, str]
) -> None:
    assert await tried("wrapped", langsmith, **environment) == []
    assert langsmith.bodies == []


async def test_langgraph_alone_would_have_tried(langsmith: Collector) -> None:
    assert await tried("bare", langsmith, LANGSMITH_TRACING="true") != []


@pytest.mark.parametrize("name", ["LANGSMITH_API_KEY", "LANGCHAIN_API_KEY"])
async def test_with_a_key_runs_go_to_langsmith_and_nowhere_else(langsmith: Collector, name: str) -> None:
    connections = await tried("wrapped", langsmith, **{name: KEY})
    sent = b"".join(body for _, body in langsmith.bodies)
    port = langsmith.address.rpartition(":")[2]
    assert PROMPT in sent
    assert ANSWER in sent
    assert connections
    assert all("127.0.0.1" in connection for connection in connections)
    assert all(port in connection for connection in connections if "(" in connection)


async def test_texts_stay_here_where_langsmith_is_told_to_hide_them(langsmith: Collector) -> None:
    hidden = {"LANGSMITH_HIDE_INPUTS": "true", "LANGSMITH_HIDE_OUTPUTS": "true"}
    await tried("wrapped", langsmith, LANGSMITH_API_KEY=KEY, **hidden)
    sent = b"".join(body for _, body in langsmith.bodies)
    assert b"GenericFakeChatModel" in sent
    assert PROMPT not in sent
    assert ANSWER not in sent


async def test_a_dead_langsmith_holds_up_a_stop_for_less_than_two_seconds(langsmith: Collector) -> None:
    dead = {"LANGSMITH_API_KEY": KEY, "LANGSMITH_ENDPOINT": "http://127.0.0.1:9"}
    (stop,) = [line for line in await printed("wrapped", langsmith, **dead) if line.startswith("stop")]
    assert float(stop.removeprefix("stop ")) < 2
