"""What a website says at this moment, as a digest: a pack is as fresh as the site it was written from."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from core.request import CampaignRequest


@dataclass(frozen=True, slots=True)
class SiteState:
    """A website, and the text that came with the request, as they were read."""

    digest: str
    """Changes whenever what can be written about the company changes."""
    fresh_until: float
    """Seconds since 1970 until when nobody needs to look again."""


ReadSite = Callable[[str, CampaignRequest], Awaitable[SiteState]]
"""Reads the site of a tenant's request, from the page cache as far as its pages are fresh; raises a WebsiteProblem."""
