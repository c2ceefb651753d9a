"""What the server says when nothing goes wrong: the offline model's answer to the same messages."""

from typing import Any

import orjson
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import BaseMessage, HumanMessage, SystemMessage

from core.llm.prompt import fenced_data


class OfflineComposer:
    """Answers with the offline model; the same request is answered from memory."""

    def __init__(self) -> None:
        """Load the offline model."""
        from core.llm.offline.model import OfflineModel

        self._model: BaseChatModel = OfflineModel()
        self._known: dict[bytes, str] = {}

    async def __call__(self, body: dict[str, Any], shape: str) -> str:
        """Return the content of an answer of that shape; where none is named, of the first known shape in the text."""
        key = orjson.dumps([body["messages"], shape])
        if key not in self._known and shape == "JudgementDraft":
            self._known[key] = orjson.dumps(_content_judge(body["messages"])).decode()
        if key not in self._known:
            asked = body.get("response_format") or _format(shape)
            message = await self._model.ainvoke([_message(said) for said in body["messages"]], response_format=asked)
            self._known[key] = str(message.text)
        return self._known[key]


class CannedComposer:
    """Answers with one text per shape."""

    def __init__(self, answers: dict[str, str], otherwise: str = "{}") -> None:
        """Take the texts by the shape's name, and the one for shapes that are not named."""
        self._answers = answers
        self._otherwise = otherwise

    async def __call__(self, body: dict[str, Any], shape: str) -> str:
        """Return the shape's text."""
        return self._answers.get(shape, self._otherwise)


def _content_judge(messages: list[dict[str, Any]]) -> dict[str, Any]:
    """Return a judgement that finds everything good: this server shows how a judge is asked, not how one judges."""
    texts = fenced_data(str(messages[-1]["content"]))["texts"]
    aspects = ("relevance", "naturalness", "clarity", "angle")
    return {
        part: {
            aspect: {"reason": "nothing to object to", "quote": _longest_line(text), "score": 4} for aspect in aspects
        }
        for part, text in texts.items()
    }


def _longest_line(text: str) -> str:
    return max(text.splitlines(), key=len, default="")


def _format(shape: str) -> dict[str, Any]:
    return {"type": "json_schema", "json_schema": {"name": shape, "schema": {}, "strict": True}}


def _message(said: dict[str, Any]) -> BaseMessage:
    text = said["content"] or ""
    return SystemMessage(text) if said["role"] in ("system", "developer") else HumanMessage(text)
