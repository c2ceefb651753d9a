"""Meet every request first: name it, measure it, turn away what is too large, and catch what nobody else caught."""

import re
import uuid
from collections.abc import Sequence
from time import perf_counter

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from core.problems import InvalidRequest
from server.guard.paths import matches, path_of
from server.problems import BodyTooLarge, NotFound, as_problem, problem_response
from server.telemetry.logs import bind, logger_of

log = logger_of(__name__)

HEADER = "X-Request-ID"
ANSWER_HEADERS = "answer_headers"  # where in the request's state others leave headers for every answer, a 500 included
_GIVEN = re.compile(r"[A-Za-z0-9._~-]{1,64}")  # what can stand in a URN, a header and a log line as it is


class Doorman:
    """An ASGI middleware; the request's id stands in `request.state.request_id`, in the answer and in the log."""

    def __init__(
        self, app: ASGIApp, max_body_bytes: int, *, large: Sequence[str] = (), max_large_bytes: int | None = None
    ) -> None:
        """Take the largest body, and another limit for the paths of `large`; `*` in them is any one segment."""
        self.app = app
        self.max_body_bytes = max_body_bytes
        self.large, self.max_large_bytes = tuple(large), max_large_bytes or max_body_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        visit = Visit(scope, receive, send, self._limit(scope))
        try:
            _refuse_nul(scope)
            with bind(request_id=visit.id):
                await self.app(scope, visit.receive, visit.send)
        except Exception as error:
            if visit.status:
                as_problem(error)  # too late to answer: the log must do
                raise
            await problem_response(as_problem(error), f"urn:request:{visit.id}")(scope, receive, visit.send)
        finally:
            visit.log()

    def _limit(self, scope: Scope) -> int:
        return self.max_large_bytes if matches(path_of(scope), self.large) else self.max_body_bytes


def _refuse_nul(scope: Scope) -> None:
    """Raise for a NUL in the address: PostgreSQL stores none, so nothing is called so."""
    if "\0" in scope["path"]:
        raise NotFound
    if b"%00" in scope["query_string"] or b"\0" in scope["query_string"]:
        raise InvalidRequest("The query holds a NUL character.")


class Visit:
    """One request and what became of it."""

    def __init__(self, scope: Scope, receive: Receive, send: Send, max_body_bytes: int) -> None:
        headers = Headers(scope=scope)
        given = headers.get(HEADER, "")
        self.id = given if _GIVEN.fullmatch(given) else uuid.uuid4().hex
        length = headers.get("content-length", "")
        self.status = 0
        self.began = perf_counter()
        self._bytes_left = max_body_bytes
        self._is_too_large = length.isdecimal() and int(length[:15]) > max_body_bytes
        self._scope, self._receive, self._send = scope, receive, send
        scope.setdefault("state", {})["request_id"] = self.id

    async def receive(self) -> Message:
        """Receive on, as long as the body is not too large by its own word or by count.

        FastAPI's `max_body_size` would do the same but answers in plain text before any handler is asked.
        """
        if self._is_too_large:
            raise HTTPException(BodyTooLarge.status)
        message = await self._receive()
        if message["type"] == "http.request":
            self._bytes_left -= len(message.get("body", b""))
            if self._bytes_left < 0:
                raise HTTPException(BodyTooLarge.status)
        return message

    async def send(self, message: Message) -> None:
        """Send on, with the request's id in the headers, and what others have left."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            left: dict[str, str] = self._scope["state"].get(ANSWER_HEADERS, {})
            MutableHeaders(scope=message).update({HEADER: self.id, **left})
        await self._send(message)

    def log(self) -> None:
        """Write one line: no body, no query, no header."""
        path = self._scope.get("raw_path", b"").decode("latin-1").partition("?")[0][:200]  # encoded: no line breaks
        milliseconds = (perf_counter() - self.began) * 1000
        log.info(
            "request",
            request_id=self.id,
            method=self._scope["method"],
            path=path,
            status=self.status,
            ms=round(milliseconds, 1),
            run_id=self._scope["state"].get("run_id"),
            tenant=self._scope["state"].get("tenant"),
        )
