"""The offline model: a chat model that needs no key and no network, and composes from the facts in its prompt."""

import json
from collections.abc import AsyncIterator, Iterator, Sequence
from typing import Any

from langchain_core.callbacks import AsyncCallbackManagerForLLMRun, CallbackManagerForLLMRun
from langchain_core.language_models.chat_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.messages.ai import UsageMetadata
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult

from core.llm.offline.compose import SHAPES, compose
from core.llm.prompt import fenced_data
from core.problems import ModelMisconfigured

NAME = "offline"
_PIECE = 24
"""Characters per streamed piece: a few words."""
_CHARACTERS_PER_TOKEN = 4
"""OpenAI's rule of thumb for English text; nothing is charged, so an estimate will do."""


class OfflineModel(BaseChatModel):
    """A deterministic chat model that answers the shapes this service asks for.

    It reads the data marks of the prompt, and the shape's name from `response_format` or the first of `tools`.
    Raises ModelMisconfigured for a shape it does not know.
    """

    model_name: str = NAME

    @property
    def _llm_type(self) -> str:
        return NAME

    @property
    def _identifying_params(self) -> dict[str, Any]:
        return {"model_name": self.model_name}

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        answer = _answer(messages, kwargs)
        if run_manager:
            for piece in _pieces(str(answer.content)):
                run_manager.on_llm_new_token(piece, chunk=_chunk(piece))
        return ChatResult(generations=[ChatGeneration(message=answer)])

    async def _agenerate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: AsyncCallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        answer = _answer(messages, kwargs)
        if run_manager:
            for piece in _pieces(str(answer.content)):
                await run_manager.on_llm_new_token(piece, chunk=_chunk(piece))
        return ChatResult(generations=[ChatGeneration(message=answer)])

    def _stream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> Iterator[ChatGenerationChunk]:
        yield from _chunks(_answer(messages, kwargs))

    async def _astream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: AsyncCallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> AsyncIterator[ChatGenerationChunk]:
        for chunk in _chunks(_answer(messages, kwargs)):
            yield chunk


def _answer(messages: Sequence[BaseMessage], kwargs: dict[str, Any]) -> AIMessage:
    """Return the whole answer as one message."""
    prompt = "\n\n".join(message.text for message in messages)
    shape = _shape_name(kwargs)
    if shape not in SHAPES:
        raise ModelMisconfigured(f"The offline model cannot answer in the shape “{shape}”.")
    answer = compose(shape, fenced_data(prompt))
    content = json.dumps(answer, ensure_ascii=False)
    calls = [{"name": shape, "args": answer, "id": f"call_{shape}", "type": "tool_call"}] if kwargs.get("tools") else []
    return AIMessage(
        content=content,
        tool_calls=calls,
        usage_metadata=_usage(prompt, content),
        response_metadata={"finish_reason": "stop", "model_name": NAME},
    )


def _shape_name(kwargs: dict[str, Any]) -> str:
    """Return the name of the shape that is asked for, or nothing."""
    wanted = kwargs.get("response_format")
    if isinstance(wanted, dict) and "json_schema" in wanted:
        return str(wanted["json_schema"].get("name", ""))
    tools = kwargs.get("tools") or [{}]
    return str(tools[0].get("function", tools[0]).get("name", ""))


def _usage(prompt: str, content: str) -> UsageMetadata:
    read, written = (max(1, len(text) // _CHARACTERS_PER_TOKEN) for text in (prompt, content))
    return UsageMetadata(input_tokens=read, output_tokens=written, total_tokens=read + written)


def _pieces(text: str) -> Iterator[str]:
    """Yield a text in pieces of a few words; together they are the text."""
    start = 0
    while start < len(text):
        space = text.find(" ", start + _PIECE)
        end = len(text) if space < 0 else space + 1
        yield text[start:end]
        start = end


def _chunk(piece: str) -> ChatGenerationChunk:
    return ChatGenerationChunk(message=AIMessageChunk(content=piece))


def _chunks(answer: AIMessage) -> Iterator[ChatGenerationChunk]:
    """Yield an answer as a stream: its text, then what is known at its end."""
    for piece in _pieces(str(answer.content)):
        yield _chunk(piece)
    calls = [
        {"name": call["name"], "args": json.dumps(call["args"], ensure_ascii=False), "id": call["id"], "index": 0}
        for call in answer.tool_calls
    ]
    last = AIMessageChunk(
        content="",
        tool_call_chunks=calls,
        usage_metadata=answer.usage_metadata,
        response_metadata=answer.response_metadata,
        chunk_position="last",
    )
    yield ChatGenerationChunk(message=last)
