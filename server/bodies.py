"""Read a request's JSON body into a value, refusing what is not JSON, too deep or not as described."""

from typing import Any, TypeVar

import orjson
from fastapi import Request
from pydantic import ValidationError

from core.problems import FieldProblem, InvalidRequest
from core.value import Value
from server.problems import UnsupportedMediaType, invalid

ValueT = TypeVar("ValueT", bound=Value)

MAX_DEPTH = 20  # a campaign request is 4 deep; deeper nesting only costs parsers and stores their stack


async def read_body(request: Request, shape: type[ValueT]) -> ValueT:
    """Return the body as a value; raise UnsupportedMediaType or InvalidRequest with a JSON Pointer per field."""
    if not _is_json(request.headers.get("content-type", "")):
        raise UnsupportedMediaType("Send JSON with Content-Type: application/json.")
    content = _parse(await request.body())
    if not _is_shallow(content, MAX_DEPTH):
        raise _malformed(f"The JSON is nested more than {MAX_DEPTH} levels deep.")
    try:
        return shape.model_validate(content)
    except ValidationError as error:
        raise invalid(error.errors(include_url=False, include_input=False, include_context=False)) from None


def _is_json(content_type: str) -> bool:
    """Tell whether the media type is JSON or a +json one (RFC 6839)."""
    kind = content_type.partition(";")[0].strip().lower()
    return kind == "application/json" or (kind.startswith("application/") and kind.endswith("+json"))


def _parse(body: bytes) -> Any:
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise _malformed(f"The body is not valid JSON (line {error.lineno}, column {error.colno}).") from None


def _malformed(detail: str) -> InvalidRequest:
    return InvalidRequest(detail, errors=(FieldProblem(pointer="", detail=detail),))


def _is_shallow(content: Any, levels: int) -> bool:
    """Tell whether lists and objects are nested at most so deep."""
    if not isinstance(content, list | dict):
        return True
    inner = content.values() if isinstance(content, dict) else content
    return levels > 0 and all(_is_shallow(part, levels - 1) for part in inner)
