"""The local model server, as an OpenAI client sees it."""

import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from evals.model_server.compose import CannedComposer
from evals.model_server.reply import Reply
from evals.model_server.server import ModelServer

pytestmark = pytest.mark.anyio

ANSWER = '{"body": "Hello"}'
ASKED = {"model": "m1", "messages": [{"role": "user", "content": "Write."}]}
SCHEMA = {"response_format": {"type": "json_schema", "json_schema": {"name": "Draft", "schema": {}}}}
TOOLS = {
    "tools": [{"type": "function", "function": {"name": "Draft", "parameters": {}}}],
    "tool_choice": {"type": "function", "function": {"name": "Draft"}},
}


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as opened:
        yield opened


def server(*script: Reply, **settings: Any) -> ModelServer:
    return ModelServer(CannedComposer({"Draft": ANSWER}, otherwise="Hello."), script=script, **settings)


async def post(session: aiohttp.ClientSession, url: str, **more: Any) -> dict[str, Any]:
    async with session.post(f"{url}/chat/completions", json=ASKED | more) as response:
        return {"status": response.status, **await response.json()}


async def events(session: aiohttp.ClientSession, url: str, **more: Any) -> list[dict[str, Any]]:
    body = ASKED | {"stream": True, "stream_options": {"include_usage": True}} | more
    async with session.post(f"{url}/chat/completions", json=body) as response:
        lines = (await response.text()).split("\n\n")
    assert lines[-2:] == ["data: [DONE]", ""]
    return [json.loads(line.removeprefix("data: ")) for line in lines[:-2]]


async def test_it_answers_with_one_document(session: aiohttp.ClientSession) -> None:
    async with server() as running:
        completion = await post(session, running.url, **SCHEMA)
    (choice,) = completion["choices"]
    assert (choice["message"]["content"], choice["finish_reason"]) == (ANSWER, "stop")
    assert completion["usage"]["total_tokens"] > 0
    assert completion["model"] == "m1"


async def test_it_streams_in_as_many_chunks_as_told(session: aiohttp.ClientSession) -> None:
    async with server(chunks=5) as running:
        found = await events(session, running.url, **SCHEMA)
    pieces = [event["choices"][0]["delta"].get("content") for event in found if event["choices"]]
    assert "".join(piece or "" for piece in pieces) == ANSWER
    assert len([piece for piece in pieces if piece]) == 5
    assert found[-1]["usage"]["completion_tokens"] > 0


async def test_a_function_is_called_where_one_must_be(session: aiohttp.ClientSession) -> None:
    async with server() as running:
        completion = await post(session, running.url, **TOOLS)
        found = await events(session, running.url, **TOOLS)
    assert completion["choices"][0]["message"]["tool_calls"][0]["function"] == {"name": "Draft", "arguments": ANSWER}
    deltas = [event["choices"][0]["delta"] for event in found if event["choices"]]
    assert "".join(d["tool_calls"][0]["function"]["arguments"] for d in deltas if "tool_calls" in d) == ANSWER


@pytest.mark.parametrize(
    ("knows", "asked", "status"),
    [
        ("json_schema", SCHEMA, 200),
        ("tools", SCHEMA, 400),
        ("tools", TOOLS, 200),
        ("text", TOOLS, 400),
        ("text", {}, 200),
    ],
)
async def test_it_refuses_what_it_is_told_not_to_know(
    session: aiohttp.ClientSession, knows: Any, asked: dict[str, Any], status: int
) -> None:
    async with server(knows=knows) as running:
        assert (await post(session, running.url, **asked))["status"] == status


async def test_the_shape_may_be_named_in_the_text(session: aiohttp.ClientSession) -> None:
    messages = [{"role": "user", "content": 'Valid against: {"title":"Draft","type":"object"}'}]
    async with server(knows="text") as running:
        completion = await post(session, running.url, messages=messages)
    assert completion["choices"][0]["message"]["content"] == ANSWER


async def test_it_does_what_the_script_says_and_then_answers_well(session: aiohttp.ClientSession) -> None:
    async with server(Reply(status=503, error={"message": "busy"}), Reply(content="Own words.")) as running:
        assert (await post(session, running.url))["status"] == 503
        assert (await post(session, running.url))["choices"][0]["message"]["content"] == "Own words."
        assert (await post(session, running.url))["choices"][0]["message"]["content"] == "Hello."
        assert running.count == len(running.requests) == 3


async def test_it_counts_its_requests(session: aiohttp.ClientSession) -> None:
    async with server() as running:
        await post(session, running.url)
        async with session.get(running.url.removesuffix("/v1") + "/requests") as response:
            assert await response.json() == {"requests": 1, "dropped": 0}
