"""A pack as it is stored and answered."""

from dataclasses import dataclass

from server.runs.site_state import SiteState


@dataclass(frozen=True)
class FinishedPack:
    """A pack as it is stored and answered."""

    id: str
    json: str
    site: SiteState | None = None
    """The state of the site that it was written from; a pack without it is not kept."""
