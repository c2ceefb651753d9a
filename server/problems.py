"""Answer every failure as an RFC 9457 problem document.

What HTTP itself can refuse stands here; what a campaign can fail of stands in core/problems.py and
nodes/website/problems.py, who may not come in or not so often in server/guard/problems.py.

    Problem
    ├── HttpProblem              400  bad_request             the request is not HTTP as this service speaks it
    │   ├── NotFound             404  not_found
    │   ├── MethodNotAllowed     405  method_not_allowed      `Allow` lists the methods
    │   ├── NotAcceptable        406  not_acceptable          neither JSON nor an event stream is wanted
    │   ├── BodyTooLarge         413  body_too_large
    │   ├── UnsupportedMediaType 415  unsupported_media_type  the body is not JSON
    │   ├── (server/conditional)      preconditions
    │   └── (server/idempotency)      idempotency keys
    └── ServiceProblem                                        (core/problems.py, server/runs, server/store)
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar

import orjson
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import Match

from core.problems import FieldProblem, InvalidRequest, Problem
from server.telemetry.exceptions import told
from server.telemetry.logs import logger_of

log = logger_of(__name__)

MEDIA_TYPE = "application/problem+json"
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")


class HttpProblem(Problem):
    """The request is not HTTP as this service speaks it."""

    code = "bad_request"
    status = 400
    title = "The request is not one this service understands"
    headers: ClassVar[Mapping[str, str]] = {}
    """Headers that every answer of this kind carries."""


class NotFound(HttpProblem):
    """Nothing is served at this address."""

    code = "not_found"
    status = 404
    title = "There is nothing at this address"


class MethodNotAllowed(HttpProblem):
    """The address exists, but takes other methods: those in the `Allow` header."""

    code = "method_not_allowed"
    status = 405
    title = "This address does not take this method"


class NotAcceptable(HttpProblem):
    """The `Accept` header leaves neither `application/json` nor `text/event-stream`."""

    code = "not_acceptable"
    status = 406
    title = "None of the accepted media types can be given"


class BodyTooLarge(HttpProblem):
    """The body has more bytes than this service reads."""

    code = "body_too_large"
    status = 413
    title = "The request's body is too large"


class UnsupportedMediaType(HttpProblem):
    """The body must be JSON, and `Content-Type` must say so."""

    code = "unsupported_media_type"
    status = 415
    title = "The request's body is not JSON"


class RecordedProblem(Problem):
    """A problem that was stored, told again as it was."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        super().__init__(document["detail"], retry_after=document.get("retry_after"))
        self._document = document

    def body(self) -> dict[str, Any]:
        """Return the members of the problem document."""
        return dict(self._document)


def problem_classes(root: type[Problem] = Problem) -> Iterator[type[Problem]]:
    """Yield every class of problem that is loaded, the root first."""
    yield root
    for child in root.__subclasses__():
        yield from problem_classes(child)


def problem_response(problem: Problem, instance: str, headers: Mapping[str, str] | None = None) -> Response:
    """Return the problem document; `instance` is a URN of the request."""
    all_headers = {**(problem.headers if isinstance(problem, HttpProblem) else {}), **(headers or {})}
    if problem.retry_after is not None:
        all_headers["Retry-After"] = str(problem.retry_after)
    body = problem.body()
    document = orjson.dumps({**body, "instance": instance})
    return Response(document, body["status"], all_headers, media_type=MEDIA_TYPE)


def request_urn(request: Request) -> str:
    """Return the name of this request in problems."""
    return f"urn:request:{request.state.request_id}"


def invalid(errors: Sequence[Mapping[str, Any]]) -> InvalidRequest:
    """Return Pydantic's errors as a problem, each with its JSON Pointer; what was sent is not repeated."""
    fields = tuple(FieldProblem(pointer=pointer(error["loc"]), detail=_sentence(error["msg"])) for error in errors)
    where = ", ".join(field.pointer or "the body" for field in fields[:3])
    return InvalidRequest(f"Not valid: {where}.", errors=fields)


def pointer(location: Sequence[str | int]) -> str:
    """Return a place in a document as RFC 6901 writes it."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in location)


def _sentence(message: str) -> str:
    text = message.removeprefix("Value error, ")
    return f"{text[:1].upper()}{text[1:]}".rstrip(".") + "."


def as_problem(error: BaseException) -> Problem:
    """Return the problem to tell; an unknown error goes to the operator's log by its type and place only.

    Its text is kept out: it may hold a key, a prompt or what a provider has answered.
    """
    if isinstance(error, Problem):
        return error
    log.error("unexpected error", **told(error))
    return Problem()


async def _answer_problem(request: Request, error: Exception) -> Response:
    assert isinstance(error, Problem)
    return problem_response(error, request_urn(request))


async def _answer_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code == 405:
        return problem_response(MethodNotAllowed(), request_urn(request), {"Allow": ", ".join(_methods(request))})
    kinds: dict[int, type[Problem]] = {404: NotFound, 413: BodyTooLarge, 415: UnsupportedMediaType}
    kind = kinds.get(error.status_code, HttpProblem if error.status_code < 500 else Problem)
    return problem_response(kind(), request_urn(request), error.headers)


async def _answer_validation(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    return problem_response(invalid(error.errors()), request_urn(request))


def _methods(request: Request) -> list[str]:
    """Return every method that some route takes at this path; Starlette lists those of one route only.

    HEAD is answered wherever GET is.
    """
    routes = request.app.router.routes
    probes = {method: {"type": "http", **_place(request), "method": method} for method in METHODS}
    found = {m for m, probe in probes.items() if any(route.matches(dict(probe))[0] is Match.FULL for route in routes)}
    return [m for m in METHODS if m in found or (m == "HEAD" and "GET" in found)]


def _place(request: Request) -> dict[str, Any]:
    return {name: request.scope.get(name, "") for name in ("path", "root_path", "headers", "app")}


def answer_problems(app: FastAPI) -> None:
    """Make the app answer everything that goes wrong in one shape."""
    app.add_exception_handler(Problem, _answer_problem)
    app.add_exception_handler(HTTPException, _answer_http)
    app.add_exception_handler(RequestValidationError, _answer_validation)
