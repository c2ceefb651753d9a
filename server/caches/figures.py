"""What the caches hold for one tenant, and what they have let go."""

from core.value import Value
from server.caches.text_store import TextStore


class CacheFigures(Value):
    """One cache, as one tenant sees it."""

    entries: int
    bytes: int
    """Of text, in UTF-8; on disk it is a little more."""
    max_bytes: int
    """Most disk space of this cache, for all tenants together; the entries stored longest ago go first."""
    hits: int
    """How often an entry was there, since this process started."""
    misses: int
    """How often there was none yet."""

    @classmethod
    def of(cls, store: TextStore, tenant: str) -> "CacheFigures":
        """Count a tenant's entries by reading them: about 0.2 s for 10,000 packs, so call it in a thread."""
        sizes = [len(text.encode()) for text in store.texts(tenant)]
        return cls(
            entries=len(sizes),
            bytes=sum(sizes),
            max_bytes=store.max_bytes,
            hits=store.tallies.hits[tenant],
            misses=store.tallies.misses[tenant],
        )


class AllFigures(Value):
    """The three caches, as one tenant sees them."""

    pages: CacheFigures
    """Pages of websites."""
    steps: CacheFigures
    """Models' answers to single steps; the offline model's are not kept."""
    packs: CacheFigures
    """Whole packs."""


class Dropped(Value):
    """How many entries each cache has let go."""

    pages: int
    steps: int
    packs: int
