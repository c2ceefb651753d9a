"""Completions in OpenAI's wire format, as one document and as the events of a stream."""

import json
import re
from collections.abc import Iterator
from typing import Any

import orjson

from evals.model_server.reply import Reply

ID = "chatcmpl-local"
_TITLE = re.compile(r'"title":"(\w+)"')


def document(request: dict[str, Any], reply: Reply, content: str | None) -> bytes:
    """Return the completion as one JSON document."""
    message = {"role": "assistant", "content": content, "refusal": reply.refusal} | _called(request, reply, content)
    choice = {"index": 0, "message": message, "finish_reason": reply.finish}
    envelope = _envelope(request, reply, "chat.completion") | {"choices": [choice]}
    return orjson.dumps(envelope | ({"usage": _usage(request, content)} if reply.usage else {}))


def events(request: dict[str, Any], reply: Reply, content: str | None, chunks: int) -> Iterator[bytes]:
    """Yield the completion as events of a stream, its text in so many chunks."""
    envelope = _envelope(request, reply, "chat.completion.chunk")
    for delta in _deltas(request, reply, content, chunks):
        yield _event(envelope | {"choices": [{"index": 0, "delta": delta, "finish_reason": None}]})
    if reply.finish:
        yield _event(envelope | {"choices": [{"index": 0, "delta": {}, "finish_reason": reply.finish}]})
    if reply.usage and (request.get("stream_options") or {}).get("include_usage"):
        yield _event(envelope | {"choices": [], "usage": _usage(request, content)})
    yield b"data: [DONE]\n\n"


def asked_shape(request: dict[str, Any]) -> str:
    """Return the name of the shape that the request asks for, be it as a parameter or as a schema in the text."""
    if "response_format" in request:
        return str(request["response_format"].get("json_schema", {}).get("name", ""))
    if request.get("tools"):
        return str(request["tools"][0]["function"]["name"])
    titles = _TITLE.findall(str(request["messages"][-1]["content"]))
    return titles[-1] if titles else ""


def _deltas(request: dict[str, Any], reply: Reply, content: str | None, chunks: int) -> Iterator[dict[str, Any]]:
    yield {"role": "assistant", "content": ""}
    if reply.refusal:
        yield {"refusal": reply.refusal}
    if name := reply.tool or _function(request):
        call = {"index": 0, "id": "call_1", "type": "function", "function": {"name": name, "arguments": ""}}
        yield {"tool_calls": [call]}
    for piece in _pieces(content or "", chunks):
        if _function(request) and not reply.tool:
            yield {"tool_calls": [{"index": 0, "function": {"arguments": piece}}]}
        else:
            yield {"content": piece}


def _called(request: dict[str, Any], reply: Reply, content: str | None) -> dict[str, Any]:
    """Return the members of a message that calls a function; none if none was asked for."""
    if not (name := reply.tool or _function(request)):
        return {}
    function = {"name": name, "arguments": "{}" if reply.tool else content}
    return {"content": None, "tool_calls": [{"id": "call_1", "type": "function", "function": function}]}


def _function(request: dict[str, Any]) -> str:
    """Return the function that must be called."""
    return asked_shape(request) if request.get("tool_choice") else ""


def _pieces(text: str, count: int) -> Iterator[str]:
    size = max(1, -(-len(text) // count))
    for start in range(0, len(text), size):
        yield text[start : start + size]


def _envelope(request: dict[str, Any], reply: Reply, kind: str) -> dict[str, Any]:
    return {"id": ID, "object": kind, "created": 0, "model": reply.model or request.get("model", "local")}


def _usage(request: dict[str, Any], content: str | None) -> dict[str, int]:
    """Count four characters as a token."""
    asked, written = len(json.dumps(request["messages"])) // 4, len(content or "") // 4
    return {"prompt_tokens": asked, "completion_tokens": written, "total_tokens": asked + written}


def _event(value: dict[str, Any]) -> bytes:
    return b"data: " + orjson.dumps(value) + b"\n\n"
