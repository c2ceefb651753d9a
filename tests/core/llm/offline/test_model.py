"""The offline model as a LangChain chat model."""

import json
from typing import Any

import pytest
from langchain_core.callbacks import AsyncCallbackHandler
from langchain_core.messages import HumanMessage, SystemMessage
from pydantic import BaseModel

from core.llm.offline.model import OfflineModel
from core.llm.prompt import fence
from core.problems import ModelMisconfigured

pytestmark = pytest.mark.anyio


class Tokens(AsyncCallbackHandler):
    """Keeps what is streamed."""

    def __init__(self) -> None:
        self.pieces: list[str] = []

    async def on_llm_new_token(self, token: Any, **kwargs: Any) -> None:
        self.pieces.append(token)


def _messages(data: dict[str, Any]) -> list[Any]:
    shown = [fence(name, data[name]) for name in ("company", "brief")]
    task = [fence(name, value) for name, value in data.items() if name not in ("company", "brief")]
    return [SystemMessage("Rules.\n\n" + "\n\n".join(shown)), HumanMessage("Write.\n\n" + "\n\n".join(task))]


def _wanted(name: str) -> dict[str, Any]:
    return {"type": "json_schema", "json_schema": {"name": name, "schema": {}, "strict": True}}


async def test_it_answers_in_the_shape_that_the_response_format_names(steps: Any, companies: dict[str, Any]) -> None:
    data = steps.data(companies["Northgate"])
    answer = await OfflineModel().ainvoke(_messages(data), response_format=_wanted("OutreachDraft"))
    assert json.loads(answer.text) == steps.outreach(companies["Northgate"])


async def test_it_answers_a_tool_with_a_call_of_that_tool(steps: Any, companies: dict[str, Any]) -> None:
    tools = [{"type": "function", "function": {"name": "OutreachDraft", "parameters": {}}}]
    answer = await OfflineModel().ainvoke(_messages(steps.data(companies["Halden"])), tools=tools)
    assert answer.tool_calls[0]["args"] == steps.outreach(companies["Halden"]) == json.loads(answer.text)


async def test_it_finishes_and_counts_its_tokens_at_no_cost(steps: Any, companies: dict[str, Any]) -> None:
    messages = _messages(steps.data(companies["Halden"]))
    answer = await OfflineModel().ainvoke(messages, response_format=_wanted("SubjectLineDrafts"))
    assert answer.response_metadata["finish_reason"] == "stop"
    assert answer.usage_metadata is not None
    assert answer.usage_metadata["input_tokens"] > answer.usage_metadata["output_tokens"] > 10


async def test_its_text_comes_in_pieces_that_together_are_the_answer(steps: Any, companies: dict[str, Any]) -> None:
    tokens, model = Tokens(), OfflineModel()
    messages = _messages(steps.data(companies["Atelier Morvan"]))
    asked = {"response_format": _wanted("OutreachDraft")}
    answer = await model.ainvoke(messages, config={"callbacks": [tokens]}, **asked)
    assert "".join(tokens.pieces) == answer.text
    assert len(tokens.pieces) > 10
    streamed = [chunk async for chunk in model.astream(messages, **asked)]
    assert "".join(chunk.text for chunk in streamed) == answer.text


def test_it_answers_without_an_event_loop_as_well(steps: Any, companies: dict[str, Any]) -> None:
    messages = _messages(steps.data(companies["Traduval"]))
    asked = {"response_format": _wanted("OutreachDraft")}
    answer = OfflineModel().invoke(messages, **asked)
    assert "".join(chunk.text for chunk in OfflineModel().stream(messages, **asked)) == answer.text


async def test_it_works_behind_structured_output(steps: Any, companies: dict[str, Any]) -> None:
    class OutreachDraft(BaseModel):
        body: str

    messages = _messages(steps.data(companies["Quillmark"]))
    answer = await OfflineModel().ainvoke(messages, response_format=_wanted("OutreachDraft"))
    assert OutreachDraft.model_validate_json(answer.text).body.startswith("Hi {{first_name}},")


async def test_a_shape_that_it_does_not_know_is_a_misconfiguration(steps: Any, companies: dict[str, Any]) -> None:
    messages = _messages(steps.data(companies["Quillmark"]))
    with pytest.raises(ModelMisconfigured):
        await OfflineModel().ainvoke(messages, response_format=_wanted("JudgeVerdict"))
    with pytest.raises(ModelMisconfigured):
        await OfflineModel().ainvoke(messages)
