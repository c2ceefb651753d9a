"""Watch every request: one measurement and, where traces are made, one span."""

from time import perf_counter

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.telemetry.telemetry import Telemetry
from server.telemetry.traces import RequestSpan

METHODS = frozenset(("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"))
OTHER_METHOD = "_OTHER"  # OpenTelemetry's word for a method that is none of HTTP's
UNMATCHED = "unmatched"
CLIENT_GONE = 499  # nginx's number for a client that went before it was answered


class Watched:
    """An ASGI middleware, the outermost: what the others answer is measured too.

    It finds the app's `Telemetry` in `app.state.telemetry`, which is there while the app is open.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        telemetry: Telemetry | None = getattr(scope["app"].state, "telemetry", None) if "app" in scope else None
        if scope["type"] != "http" or telemetry is None:
            await self.app(scope, receive, send)
            return
        answer = Answer(scope, send)
        with telemetry.traces.request(answer.method, Headers(scope=scope)) as span:
            try:
                await self.app(scope, receive, answer.send)
            except Exception:
                answer.status = answer.status or 500
                raise
            finally:
                answer.tell(telemetry, span)


class Answer:
    """One request and its answer."""

    def __init__(self, scope: Scope, send: Send) -> None:
        self.method = scope["method"] if scope["method"] in METHODS else OTHER_METHOD
        self.status = 0
        self._scope, self._send = scope, send
        self._began = perf_counter()

    async def send(self, message: Message) -> None:
        """Send on."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
        await self._send(message)

    def tell(self, telemetry: Telemetry, span: RequestSpan) -> None:
        """Count and close."""
        route, status = route_template(self._scope), self.status or CLIENT_GONE
        telemetry.metrics.http_answered(route or UNMATCHED, self.method, status, perf_counter() - self._began)
        state = self._scope.get("state", {})
        span.answered(route, status, request_id=state.get("request_id"), run_id=state.get("run_id"))


def route_template(scope: Scope) -> str | None:
    """Return the path of the route that took the request, such as `/v1/campaigns/email/{id}`."""
    template = getattr(scope.get("route"), "path", None)
    return template if isinstance(template, str) else None
