"""What a caller of the graph may set beside the request: plain data, so that Studio can draw its form."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Context:
    """Which campaign this run is, and whether cached pages may be used without asking their server."""

    campaign_id: str = ""
    """Id that the pack carries; by default the run's thread id."""
    fresh: bool = False
    """Ask every page's server again."""
    tenant: str = "local"
    """Whose run this is: caches and stored answers are kept apart by it."""
