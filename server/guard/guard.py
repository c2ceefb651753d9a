"""Ask every request who sends it before any route sees it."""

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

from server.guard.entrances import Entrance
from server.guard.paths import path_of
from server.guard.rules import need_of


class Guard:
    """An ASGI middleware; who was let in stands in `request.state.visitor`, its tenant in `request.state.tenant`.

    Its problems are raised: the doorman around it answers them.
    """

    def __init__(self, app: ASGIApp, entrance: Entrance) -> None:
        self.app, self.entrance = app, entrance

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or raise what stands against it."""
        if scope["type"] == "http":
            need = need_of(scope["method"], path_of(scope))
            visitor = await self.entrance.admit(HTTPConnection(scope), need)
            if visitor:
                scope.setdefault("state", {}).update(visitor=visitor, tenant=visitor.tenant)
        await self.app(scope, receive, send)
