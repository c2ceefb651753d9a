"""How a structured answer is asked for: a strict schema, a function to call, or plain words.

    json_schema   `response_format` with a strict schema: OpenAI, Azure, vLLM, llama.cpp, Ollama, …
    tools         one function that must be called, for servers that only know function calling
    text          the schema in the task's text, for servers that know neither

A server that refuses a mode, or that twice in a row answers as if it had not seen the schema, is asked in the next.
"""

import json
from dataclasses import dataclass
from typing import Any, Literal

from langchain_core.messages import AIMessage

from core.llm.schema import strict_schema
from core.value import Value

Mode = Literal["json_schema", "tools", "text"]
_ORDER: tuple[Mode, ...] = ("json_schema", "tools", "text")


@dataclass
class Modes:
    """The mode that a server is known to understand; remembered from call to call."""

    current: Mode = "json_schema"
    _ignored: int = 0

    def step_down(self, refused: Mode) -> bool:
        """Leave the refused mode for the next; return False if there is none. Another call may have left it before."""
        if refused == self.current and refused != _ORDER[-1]:
            self.current, self._ignored = _ORDER[_ORDER.index(refused) + 1], 0
        return refused != self.current

    def saw(self, mode: Mode, *, shapeless: bool) -> None:
        """Take note of an answer; two in a row without any of the fields asked for leave the mode."""
        self._ignored = self._ignored + 1 if shapeless else 0
        if self._ignored > 1:
            self.step_down(mode)


def arguments(mode: Mode, shape: type[Value]) -> dict[str, Any]:
    """Return the arguments of the chat model's call that ask for the shape, named after it."""
    name, schema = shape.__name__, strict_schema(shape)
    if mode == "json_schema":
        return {
            "response_format": {"type": "json_schema", "json_schema": {"name": name, "schema": schema, "strict": True}}
        }
    if mode == "tools":
        function = {"name": name, "description": shape.__doc__ or name, "parameters": schema}
        return {
            "tools": [{"type": "function", "function": function}],
            "tool_choice": {"type": "function", "function": {"name": name}},
        }
    return {}


def in_words(shape: type[Value]) -> str:
    """Return the request for the shape as a sentence of the task."""
    schema = json.dumps(strict_schema(shape), ensure_ascii=False, separators=(",", ":"))
    return f"Answer with one JSON object and nothing else. It must be valid against this JSON schema:\n{schema}"


def answered_text(message: AIMessage, shape: type[Value]) -> str:
    """Return the JSON text of an answer: the arguments of the shape's function if it was called, else the content."""
    for call in message.additional_kwargs.get("tool_calls", ()):
        if call["function"]["name"] == shape.__name__:
            return str(call["function"]["arguments"])
    for invalid in message.invalid_tool_calls:
        if invalid["name"] == shape.__name__:
            return invalid["args"] or ""
    for parsed in message.tool_calls:
        if parsed["name"] == shape.__name__:
            return json.dumps(parsed["args"], ensure_ascii=False)
    return str(message.text)
