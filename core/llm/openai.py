"""LangChain's OpenAI chat model with a short way through the SDK.

It is ChatOpenAI (payload, settings, tracing) over the SDK's own client (key, address, errors, transport), without the
SDK's Pydantic model per chunk and with aiohttp beneath, whose cost per call does not grow with the connections. It
always streams, so that a server that stalls is noticed, and says what the stream was missing.
"""

import time
from collections.abc import AsyncIterator, Mapping
from typing import Any

import httpx2
import openai
import orjson
from langchain_core.callbacks import AsyncCallbackManagerForLLMRun
from langchain_core.messages import AIMessageChunk, BaseMessage
from langchain_core.messages.tool import ToolCallChunk
from langchain_core.outputs import ChatGenerationChunk, ChatResult
from langchain_openai import ChatOpenAI
from langchain_openai.chat_models.base import OpenAIConnectionError, OpenAITimeoutError
from pydantic import PrivateAttr, SecretStr

from core.llm.chat import ChatDoor
from core.llm.completion import Completion
from core.llm.cost import Prices
from core.llm.events import EventReader, json_object
from core.llm.line import Limits
from core.llm.reading import MAX_CHARACTERS
from core.settings import Settings

MAX_BYTES = 20_000_000
"""Most bytes of one response: the characters of the longest answer, each in an event of its own."""
OPENAI = "https://api.openai.com/v1"
_ADAPTABLE = ("temperature", "stream_options", "max_completion_tokens")
"""Parameters that some servers refuse and that can be left out or renamed."""


class StreamingOpenAI(ChatOpenAI):
    """ChatOpenAI that streams from the wire to the callbacks' `on_llm_new_token` itself."""

    disable_streaming: bool = True  # LangChain's own way of streaming is not taken
    stall_seconds: float = 30
    """Silence, keep-alive comments included, after which a stream is given up."""
    _refused: set[str] = PrivateAttr(default_factory=set)

    async def aclose(self) -> None:
        """Close the connections."""
        await self.root_async_client.close()

    async def _agenerate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: AsyncCallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        payload = self._get_request_payload(messages, stop=stop, **{**kwargs, "stream": True})
        response = await self._accepted(payload | {"stream_options": {"include_usage": True}})
        completion = Completion()
        try:
            await self._follow(response, completion, run_manager)
        except httpx2.TimeoutException as error:
            raise OpenAITimeoutError(response.request) from error
        except httpx2.HTTPError as error:
            if not completion.begun:
                raise OpenAIConnectionError(request=response.request) from error
        finally:
            await response.aclose()
        if not completion.begun:
            raise ValueError("no completion in the response")
        return completion.result()

    async def _accepted(self, payload: dict[str, Any]) -> httpx2.Response:
        """Send the request, once more without a parameter that the server refuses, and remember what it refused."""
        while True:
            sent = _adapted(payload, self._refused)
            try:
                return await self._post(sent)
            except openai.APIStatusError as error:
                if (refused := _refused_parameter(error, sent)) is None:
                    raise
                self._refused.add(refused)

    async def _post(self, payload: dict[str, Any]) -> httpx2.Response:
        """Return the response, its body not read yet; raise the SDK's errors, LangChain's for the connection."""
        try:
            response: httpx2.Response = await self.root_async_client.post(
                "/chat/completions",
                cast_to=httpx2.Response,
                content=orjson.dumps(payload),
                options={"headers": {"Content-Type": "application/json"}},
                stream=True,
                stream_cls=openai.AsyncStream[object],
            )
            return response
        except openai.APITimeoutError as error:
            raise OpenAITimeoutError(error.request) from error
        except openai.APIConnectionError as error:
            raise OpenAIConnectionError(request=error.request) from error

    async def _follow(
        self, response: httpx2.Response, completion: Completion, run_manager: AsyncCallbackManagerForLLMRun | None
    ) -> None:
        """Put the completion together and tell the callbacks, once per read from the wire, what came."""
        async for events in self._events(response):
            content = arguments = ""
            for event in events:
                if event.get("error"):
                    raise openai.APIError("the provider reports an error", response.request, body=event["error"])
                more_content, more_arguments = completion.take(event)
                content += more_content
                arguments += more_arguments
            if completion.characters > MAX_CHARACTERS:
                raise ValueError("the answer is too long")
            if run_manager and (content or arguments):
                await _tell(run_manager, content, arguments)

    async def _events(self, response: httpx2.Response) -> AsyncIterator[list[dict[str, Any]]]:
        """Yield the events of each read; a server that answers with one document gives one event."""
        if "json" in response.headers.get("content-type", ""):
            yield [json_object(b"".join([data async for data in _capped(response)]))]
            return
        reader, heard = EventReader(), time.monotonic()
        async for data in _capped(response):
            if events := list(reader.feed(data)):
                heard = time.monotonic()
                yield events
            elif time.monotonic() - heard > self.stall_seconds:
                raise OpenAITimeoutError(response.request) from TimeoutError("nothing but keep-alives")
            if reader.done:
                return
        yield list(reader.end())


async def _capped(response: httpx2.Response) -> AsyncIterator[bytes]:
    """Yield the response's bytes; raise ValueError if they are too many."""
    size = 0
    async for data in response.aiter_bytes():
        if (size := size + len(data)) > MAX_BYTES:
            raise ValueError("the response is too long")
        yield data


async def _tell(run_manager: AsyncCallbackManagerForLLMRun, content: str, arguments: str) -> None:
    """Tell the callbacks what came; those of LangChain's own streams want it as a message chunk."""
    chunk = None
    if arguments or any(hasattr(handler, "tap_output_aiter") for handler in run_manager.handlers):
        calls = (
            [ToolCallChunk(type="tool_call_chunk", name=None, args=arguments, id=None, index=0)] if arguments else []
        )
        message = AIMessageChunk(content=content, id=f"lc_run--{run_manager.run_id}", tool_call_chunks=calls)
        chunk = ChatGenerationChunk(message=message)
    await run_manager.on_llm_new_token(content, chunk=chunk)


def _adapted(payload: dict[str, Any], refused: set[str]) -> dict[str, Any]:
    """Return the payload without the parameters that the server refused; the limit of tokens gets its older name."""
    adapted = {name: value for name, value in payload.items() if name not in refused}
    if "max_completion_tokens" in refused:
        adapted["max_tokens"] = payload["max_completion_tokens"]
    return adapted


def _refused_parameter(error: openai.APIStatusError, sent: Mapping[str, Any]) -> str | None:
    """Return the parameter that the server says it does not take, if the request can do without it."""
    if error.status_code not in (400, 422):
        return None
    said = error.param or f"{error.message} {error.body}"
    return next((name for name in _ADAPTABLE if name in sent and name in said), None)


def openai_door(settings: Settings) -> ChatDoor:
    """Return the door to OpenAI or a compatible server; a server without keys is given a placeholder."""
    seconds = settings.call_seconds
    silence = seconds / 2  # a server that says nothing leaves time for one more attempt
    key = settings.openai_api_key.get_secret_value().strip() if settings.openai_api_key else "none"
    client = openai.DefaultAioHttpClient(
        timeout=httpx2.Timeout(silence, connect=min(5.0, silence)),
        limits=httpx2.Limits(max_connections=256, keepalive_expiry=30),
        follow_redirects=False,  # the key goes to the configured address and nowhere else
        trust_env=False,
    )
    model = StreamingOpenAI(
        model=settings.model_name,
        api_key=SecretStr(key),
        base_url=settings.openai_base_url or OPENAI,
        http_async_client=client,
        timeout=client.timeout,
        stall_seconds=silence,
        max_retries=0,
        use_responses_api=False,
        openai_proxy="",
        cache=False,
    )
    limits = Limits(seconds=seconds, answer_tokens=settings.max_answer_tokens)
    return ChatDoor(model, settings.model_name, limits, Prices(settings.input_price, settings.output_price))
