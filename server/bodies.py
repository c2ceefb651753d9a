"""Read a request's JSON body into a value, refusing what is not JSON, too deep or not as described."""

import asyncio
from itertools import islice
from typing import Any, TypeVar

import orjson
from fastapi import Request
from pydantic import ValidationError

from core.problems import FieldProblem, InvalidRequest
from core.value import Value
from server.json_bounds import faults
from server.problems import UnsupportedMediaType, invalid

ValueT = TypeVar("ValueT", bound=Value)

MOST_ERRORS = 20  # of one answer: a body can be wrong in more places than anybody reads
LARGE_BYTES = 256 * 1024  # from here on reading takes tens of milliseconds, which other requests need not wait for


async def read_body(request: Request, shape: type[ValueT]) -> ValueT:
    """Return the body as a value; raise UnsupportedMediaType or InvalidRequest with a JSON Pointer per field."""
    if not is_json(request.headers.get("content-type", "")):
        raise UnsupportedMediaType("Send JSON with Content-Type: application/json.")
    body = await request.body()
    return await asyncio.to_thread(_read, body, shape) if len(body) > LARGE_BYTES else _read(body, shape)


def _read(body: bytes, shape: type[ValueT]) -> ValueT:
    content = parsed(body)
    if wrong := tuple(islice(faults(content), MOST_ERRORS)):
        raise InvalidRequest(f"Not valid: {wrong[0].pointer or 'the body'}.", errors=wrong)
    try:
        return shape.model_validate(content)
    except ValidationError as error:
        wrong_fields = error.errors(include_url=False, include_input=False, include_context=False)
        raise invalid(wrong_fields[:MOST_ERRORS]) from None


def is_json(content_type: str) -> bool:
    """Tell whether a media type is JSON or a +json one (RFC 6839)."""
    kind = content_type.partition(";")[0].strip().lower()
    return kind == "application/json" or (kind.startswith("application/") and kind.endswith("+json"))


def parsed(body: bytes) -> Any:
    """Return what the JSON says; raise InvalidRequest."""
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise _malformed(f"The body is not valid JSON (line {error.lineno}, column {error.colno}).") from None


def _malformed(detail: str) -> InvalidRequest:
    return InvalidRequest(detail, errors=(FieldProblem(pointer="", detail=detail),))
