"""Tell a reader's clicks from a scanner's by when they come."""

import hashlib
from datetime import datetime, timedelta

from core.value import Value

SOON = timedelta(seconds=2)
"""Nobody opens, reads and clicks within two seconds of delivery; scanners do."""
SKEW = timedelta(minutes=1)
"""A click this long before its delivery is still a scanner's; one earlier has a wrong clock and says nothing."""
BURST = timedelta(seconds=2)
BURST_LINKS = 3
"""Three different links within two seconds: no hand does that."""
KEPT = 20
"""Clicks kept per recipient, the earliest; more say nothing new, since each recipient counts once."""


class Click(Value):
    """One click, as it is kept."""

    at: datetime
    link: str
    """Enough of a hash to tell links apart."""
    machine: bool = False
    """The click itself says so."""


def click_of(at: datetime, link: str, *, machine: bool) -> Click:
    """Return a click as it is kept: links can carry names, so only a hash of them is."""
    return Click(at=at, link=hashlib.sha256(link.encode()).hexdigest()[:12], machine=machine)


def with_click(clicks: tuple[Click, ...], new: Click) -> tuple[Click, ...]:
    """Return the earliest clicks in order; the same whatever order they are told in."""
    ordered = sorted({*clicks, new}, key=lambda click: (click.at, click.link, click.machine))
    return tuple(ordered[:KEPT])


def by_hand(clicks: tuple[Click, ...], delivered_at: datetime | None) -> tuple[Click, ...]:
    """Return the clicks that a person made, as far as can be told."""
    return tuple(
        click for click in clicks if not (click.machine or _too_soon(click, delivered_at) or _in_burst(click, clicks))
    )


def _too_soon(click: Click, delivered_at: datetime | None) -> bool:
    return delivered_at is not None and -SKEW <= click.at - delivered_at < SOON


def _in_burst(click: Click, clicks: tuple[Click, ...]) -> bool:
    """Return whether the click belongs to some two seconds with too many links in them."""
    starts = [other.at for other in clicks if click.at - BURST <= other.at <= click.at]
    return any(
        len({other.link for other in clicks if start <= other.at <= start + BURST}) >= BURST_LINKS for start in starts
    )
