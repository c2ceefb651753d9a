"""Bound how often one tenant, or one address, may ask.

Counted in this process alone: of several processes each grants the whole rate.
"""

import math
import time
from collections.abc import Sequence

from limits import RateLimitItem, RateLimitItemPerSecond
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import SlidingWindowCounterRateLimiter
from starlette.types import ASGIApp, Receive, Scope, Send

from server.doorman import ANSWER_HEADERS
from server.guard.paths import matches, path_of
from server.guard.problems import RateLimited
from server.guard.rules import need_of
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

    def headers(self, left: int, wait: int) -> dict[str, str]:
        """Return what the answer says."""
        return {
            "RateLimit-Policy": f'"{self.name}";q={self.requests};w={self.seconds}',
            "RateLimit": f'"{self.name}";r={left};t={wait}',
        }


class Rates:
    """An ASGI middleware within the guard: 429 for who asks too often, and on every answer how much is left.

    Requests that write campaigns are counted on their own; what needs no key is not counted.
    """

    def __init__(
        self, app: ASGIApp, *, requests: int, campaigns: int, writing: Sequence[str] = WRITING_CAMPAIGNS
    ) -> None:
        """Take how many of each are let through in a minute; 0 is no limit."""
        self.app, self.writing = app, tuple(writing)
        self.default = Quota("default", requests, MINUTE) if requests else None
        self.campaigns = Quota("campaigns", campaigns, MINUTE) if campaigns else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Count the request and pass it on, or raise that it came too early: the doorman around this answers."""
        quota = self._quota(scope) if scope["type"] == "http" else None
        if quota:
            await self._count(scope, quota)
        await self.app(scope, receive, send)

    async def _count(self, scope: Scope, quota: Quota) -> None:
        """Count one request and say how much is left; raise RateLimited."""
        state = scope["state"]
        visitor: Visitor = state["visitor"]
        taken = await quota.take(visitor.counted_as)
        left, wait = await quota.left(visitor.counted_as)
        state[ANSWER_HEADERS] = quota.headers(left if taken else 0, wait)
        if not taken:
            _tell(scope, quota.name)
            raise RateLimited(f"Wait {wait} s, then ask again.", retry_after=wait)

    def _quota(self, scope: Scope) -> Quota | None:
        method, path = scope["method"], path_of(scope)
        if need_of(method, path) == "nothing":
            return None
        return self.campaigns if method == "POST" and matches(path, self.writing) else self.default


def _tell(scope: Scope, limit: str) -> None:
    """Have a refusal counted, where the app is open and counts."""
    telemetry = getattr(scope["app"].state, "telemetry", None)
    if telemetry:
        telemetry.metrics.rate_limited(limit)
