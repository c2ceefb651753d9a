"""What operations have in common in the OpenAPI document: it follows from their method, path and answers.

A route says what is its own. That it may need a key, can be asked too often or too much, and may fail on our side
holds for all of them alike and is added here, as are the headers that go with what they answer.
"""

import re
from collections.abc import Iterator
from typing import Any, cast

from fastapi import FastAPI

from core.problems import InvalidRequest, ModelProblem, Problem
from nodes.website.problems import WebsiteProblem
from server.guard.entrances import KeyHolders
from server.guard.guard import Guard
from server.guard.problems import Forbidden, KeysRequired, RateLimited, Unauthorized
from server.guard.rules import need_of
from server.openapi_headers import REQUEST, RESPONSE
from server.openapi_links import link_operations
from server.openapi_problems import problems
from server.problems import MEDIA_TYPE, BodyTooLarge, NotFound, UnsupportedMediaType, problem_classes
from server.runs.problems import RunCancelled, RunLost
from server.store.problems import StoreUnavailable

SCHEME = "key"
KEY = {"type": "http", "scheme": "bearer", "description": "A key of `overture keys create`, such as `ov_…`."}

Operation = dict[str, Any]


def needs_keys(app: FastAPI) -> bool:
    """Tell whether the app asks for keys, by the entrance that its guard has."""
    guards = [middleware for middleware in app.user_middleware if cast(object, middleware.cls) is Guard]
    return any(isinstance(guard.kwargs["entrance"], KeyHolders) for guard in guards)


def complete_operations(document: dict[str, Any], examples: dict[str, Any], *, keys: bool) -> None:
    """Complete every operation.

    `examples` are values by the names of models or operations; `keys` tells whether a key is asked for.
    """
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            operation["operationId"] = _short_id(operation["operationId"], path, method)
            guarded = need_of(method.upper(), path) != "nothing"
            _drop_guesses(operation)
            _add_problems(operation, guarded)
            _add_headers(operation, guarded)
            _add_examples(operation, examples)
            if guarded and keys:
                operation["security"] = [{SCHEME: []}]
    link_operations(document["paths"])
    components = document["components"]
    components["headers"] = RESPONSE
    if keys:
        components["securitySchemes"] = {SCHEME: KEY}


def _short_id(id: str, path: str, method: str) -> str:
    """Return the name of the route's function, without what FastAPI makes it unique by."""
    return id.removesuffix(re.sub(r"\W", "_", path) + f"_{method}")


def _drop_guesses(operation: Operation) -> None:
    """Take out the JSON of any shape that FastAPI supposes where a route writes its answer itself."""
    for response in operation["responses"].values():
        content = response.get("content", {})
        if content.get("application/json") == {"schema": {}}:
            del content["application/json"]


def _add_problems(operation: Operation, guarded: bool) -> None:
    for status, common in problems(*_common(operation, guarded)).items():
        response = operation["responses"].setdefault(str(status), common)
        if response is not common:
            _merge(response, common)
    operation["responses"] = dict(sorted(operation["responses"].items()))


def _common(operation: Operation, guarded: bool) -> Iterator[type[Problem]]:
    """Yield what can go wrong whatever the operation does."""
    yield from (InvalidRequest, Problem)
    if guarded:
        yield from (Unauthorized, Forbidden, KeysRequired, RateLimited, StoreUnavailable)
    if any(parameter["in"] == "path" for parameter in operation.get("parameters", ())):
        yield NotFound
    if "requestBody" in operation:
        yield from (BodyTooLarge, UnsupportedMediaType)
    if "run_timeout" in _codes(operation):
        yield from (*problem_classes(ModelProblem), *problem_classes(WebsiteProblem), RunCancelled, RunLost)


def _merge(response: dict[str, Any], common: dict[str, Any]) -> None:
    """Add to a documented problem those of the same status."""
    known = response["content"][MEDIA_TYPE]["examples"]
    for code, example in common["content"][MEDIA_TYPE]["examples"].items():
        if code not in known:
            known[code] = example
            response["description"] += f" `{code}`: {example['value']['title']}."


def _add_headers(operation: Operation, guarded: bool) -> None:
    """Refer to the description of every header, and add those that go with an answer."""
    for status, response in operation["responses"].items():
        names = dict.fromkeys(("X-Request-ID", *_headers_of(status, guarded), *response.get("headers", ())))
        own = response.get("headers", {})
        response["headers"] = {
            name: {"$ref": f"#/components/headers/{name}"} if name in RESPONSE else own[name] for name in names
        }
    taken = [_parameter(name, required="428" in operation["responses"]) for name in _taken(operation)]
    if taken:
        operation["parameters"] = operation.get("parameters", []) + taken


def _headers_of(status: str, guarded: bool) -> Iterator[str]:
    if guarded and status != "401":
        yield from ("RateLimit-Policy", "RateLimit")
    if status in ("429", "503"):
        yield "Retry-After"
    if status == "401":
        yield "WWW-Authenticate"


def _taken(operation: Operation) -> Iterator[str]:
    """Yield the request's headers that the answers speak of."""
    responses = operation["responses"]
    answered = {name for response in responses.values() for name in response["headers"]}
    codes = _codes(operation)
    if "412" in responses:
        yield "If-Match"
    if "304" in responses:
        yield "If-None-Match"
    if "invalid_idempotency_key" in codes:
        yield "Idempotency-Key"
    if "Preference-Applied" in answered:
        yield "Prefer"
    if "Cache-Status" in answered:
        yield "Cache-Control"


def _codes(operation: Operation) -> set[str]:
    """Return the codes of the documented problems."""
    bodies = [response.get("content", {}).get(MEDIA_TYPE, {}) for response in operation["responses"].values()]
    return {code for body in bodies for code in body.get("examples", ())}


def _parameter(name: str, *, required: bool) -> dict[str, Any]:
    """Return the description of a header; only `If-Match` is ever required (428)."""
    return {"name": name, "in": "header", **REQUEST[name], "required": required and name == "If-Match"}


def _add_examples(operation: Operation, examples: dict[str, Any]) -> None:
    """Show a value of each model, or of an operation's own shape, unless the route shows one itself."""
    for carrier in (operation.get("requestBody", {}), *operation["responses"].values()):
        for body in carrier.get("content", {}).values():
            name = body.get("schema", {}).get("$ref", "").rpartition("/")[2] or operation["operationId"]
            if name in examples and not {"example", "examples"} & body.keys():
                body["example"] = examples[name]
