"""Bound how often one tenant, or one address, may ask.

Counted in this process alone: of several processes each grants the whole rate.
"""

import math
import time
from collections.abc import Sequence

from limits import RateLimitItem, RateLimitItemPerSecond
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import SlidingWindowCounterRateLimiter
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.guard.paths import matches, path_of
from server.guard.problems import RateLimited
from server.guard.rules import need_of
from server.problems import problem_response, request_urn
from server.tenancy import Visitor

MINUTE = 60
WRITING_CAMPAIGNS = ("/v1/campaigns/email", "/campaigns/email")


class Quota:
    """So many requests in so many seconds, and how the headers name it (draft-ietf-httpapi-ratelimit-headers-10)."""

    def __init__(self, name: str, requests: int, seconds: int) -> None:
        self.name, self.requests, self.seconds = name, requests, seconds
        self._item: RateLimitItem = RateLimitItemPerSecond(requests, seconds, namespace=name)
        self._counter = SlidingWindowCounterRateLimiter(MemoryStorage())

    async def take(self, who: str) -> bool:
        """Count one request; False where there is none left."""
        return await self._counter.hit(self._item, who)

    async def left(self, who: str) -> tuple[int, int]:
        """Return how many requests are left, and after how many seconds there will be another."""
        reset_at, left = await self._counter.get_window_stats(self._item, who)
        return left, math.floor(max(reset_at - time.time(), 0)) + 1  # never a moment too early


class Rates:
    """An ASGI middleware within the guard: 429 for who asks too often, and on every answer how much is left.

    Requests that write campaigns are counted on their own; what needs no key is not counted.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        requests: int,
        campaigns: int,
        writing: Sequence[str] = WRITING_CAMPAIGNS,
        seconds: int = MINUTE,
    ) -> None:
        self.app, self.writing = app, tuple(writing)
        self.default = Quota("default", requests, seconds) if requests else None
        self.campaigns = Quota("campaigns", campaigns, seconds) if campaigns else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Count the request and pass it on, or answer that it came too early."""
        quota = self._quota(scope) if scope["type"] == "http" else None
        if quota is None:
            await self.app(scope, receive, send)
            return
        visitor: Visitor = scope["state"]["visitor"]
        taken = await quota.take(visitor.counted_as)
        left, wait = await quota.left(visitor.counted_as)
        headers = {
            "RateLimit-Policy": f'"{quota.name}";q={quota.requests};w={quota.seconds}',
            "RateLimit": f'"{quota.name}";r={left if taken else 0};t={wait}',
        }
        if taken:
            await self.app(scope, receive, _with_headers(send, headers))
            return
        problem = RateLimited(f"Wait {wait} s, then ask again.", retry_after=wait)
        await problem_response(problem, request_urn(Request(scope)), headers)(scope, receive, send)

    def _quota(self, scope: Scope) -> Quota | None:
        method, path = scope["method"], path_of(scope)
        if need_of(method, path) == "nothing":
            return None
        return self.campaigns if method == "POST" and matches(path, self.writing) else self.default


def _with_headers(send: Send, headers: dict[str, str]) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).update(headers)
        await send(message)

    return sending
