"""What every request passes on its way to a route, in one order."""

from collections.abc import Callable, Sequence
from typing import Any

from fastapi import FastAPI

from core.settings import Settings
from server.doorman import Doorman
from server.guard.cors import allow_origins
from server.guard.entrances import Entrance, Everybody, KeyHolders, ThisMachine
from server.guard.guard import Guard
from server.guard.key_ring import KeyRing
from server.guard.rates import WRITING_CAMPAIGNS, Rates
from server.head import Heads


def guard(
    app: FastAPI,
    settings: Settings,
    ring: Callable[[Any], KeyRing],
    *,
    writing: Sequence[str] = WRITING_CAMPAIGNS,
    large: Sequence[str] = (),
) -> None:
    """Add the middlewares; the last one that is added is the first one that a request meets.

    `ring` returns the key ring out of a started app's state. `writing` are the paths whose POST writes campaigns,
    `large` those that take bodies of up to `max_batch_bytes`; `*` in a path is any one segment.
    """
    app.add_middleware(Heads)
    app.add_middleware(
        Rates, requests=settings.rate_per_minute, campaigns=settings.campaigns_per_minute, writing=writing
    )
    app.add_middleware(Guard, entrance=entrance_of(settings, ring))
    app.add_middleware(
        Doorman, max_body_bytes=settings.max_body_bytes, large=large, max_large_bytes=settings.max_batch_bytes
    )
    allow_origins(app, settings.cors_origins)


def entrance_of(settings: Settings, ring: Callable[[Any], KeyRing]) -> Entrance:
    """Return the way in that the settings name."""
    if settings.auth == "keys":
        return KeyHolders(ring)
    return Everybody() if settings.auth == "none" else ThisMachine(settings.cors_origins)
