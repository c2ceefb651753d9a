"""ChatOpenAI's short way: what it sends, what it makes of the stream, and what it leaves to LangChain."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from langchain_core.messages import AIMessageChunk
from langchain_core.runnables import RunnableLambda

from core.llm.chat import ChatDoor
from core.llm.openai import StreamingOpenAI
from evals.model_server.reply import Reply
from evals.model_server.server import ModelServer

pytestmark = pytest.mark.anyio

Serve = Callable[..., Awaitable[ModelServer]]
DoorTo = Callable[..., ChatDoor]


async def test_a_message_has_the_metadata_of_langchains_own_model(serve: Serve, door_to: DoorTo) -> None:
    server = await serve(Reply(content="Good morning."))
    message = await door_to(server.url).model.ainvoke("Say good morning.")
    assert message.text == "Good morning."
    assert message.usage_metadata is not None
    about = message.response_metadata
    assert (about["finish_reason"], about["model_name"], about["model_provider"]) == ("stop", "m1", "openai")


async def test_it_asks_for_a_stream_with_usage_and_the_newer_limit(serve: Serve, door_to: DoorTo) -> None:
    server = await serve(Reply(content="Hi"))
    await door_to(server.url).model.ainvoke("Hi", max_tokens=7)
    (request,) = server.requests
    assert request["stream"] is True
    assert request["stream_options"] == {"include_usage": True}
    assert request["max_completion_tokens"] == 7


async def test_a_stream_without_its_end_is_incomplete(serve: Serve, door_to: DoorTo) -> None:
    server = await serve(Reply(content="Good morning.", cut_after=5, cut="reset", pause=0.01))
    message = await door_to(server.url).model.ainvoke("Say good morning.")
    assert message.response_metadata["finish_reason"] == "incomplete"


async def test_a_stream_with_another_content_type_is_understood(serve: Serve, door_to: DoorTo) -> None:
    body = 'data: {"choices": [{"delta": {"content": "Hi"}, "finish_reason": "stop"}]}\n\ndata: [DONE]\n\n'
    server = await serve(Reply(body=body, content_type="text/plain"))
    message = await door_to(server.url).model.ainvoke("Hi")
    assert message.text == "Hi"


async def test_streams_of_langchain_get_message_chunks(serve: Serve, door_to: DoorTo) -> None:
    server = await serve(Reply(content="Good morning to you."), chunks=4, spread=0.2)
    model = door_to(server.url).model

    async def node(said: str) -> str:
        return (await model.ainvoke(said)).text

    chunks = [
        event["data"]["chunk"]
        async for event in RunnableLambda(node).astream_events("Hi", version="v2")
        if event["event"] == "on_chat_model_stream"
    ]
    assert len(chunks) > 1
    assert all(isinstance(chunk, AIMessageChunk) for chunk in chunks)
    assert "".join(chunk.text for chunk in chunks) == "Good morning to you."


async def test_the_key_goes_to_the_configured_address_only(serve: Serve, door_to: DoorTo) -> None:
    other = await serve()
    server = await serve(Reply(status=307, body="", headers={"Location": f"{other.url}/chat/completions"}))
    model: Any = door_to(server.url).model
    with pytest.raises(Exception, match="307"):
        await model.ainvoke("Hi")
    assert other.count == 0


async def test_it_is_langchains_model_and_does_not_retry(door_to: DoorTo) -> None:
    model = door_to("http://127.0.0.1:1/v1").model
    assert isinstance(model, StreamingOpenAI)
    assert model.max_retries == 0
    assert "sk-secret" not in repr(model)
