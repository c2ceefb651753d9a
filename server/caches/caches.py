"""The three caches together: pages that were read, answers that were paid for, packs that were finished."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from core.settings import Settings
from server.caches.figures import AllFigures, CacheFigures, Dropped
from server.caches.text_store import TextStore

SubjectOf = Callable[[str, str], Awaitable[str | None]]
"""Returns what a tenant's campaign (its id) is about, as `subject_of` names it; None where there is no such campaign.

A subject is all that dropping needs: a campaign's pack stands under it beside the pages and the answers."""


@dataclass(frozen=True)
class Caches:
    """Everything that is kept to save time and money; all of it can be dropped at any moment."""

    pages: TextStore
    steps: TextStore
    packs: TextStore

    @classmethod
    def open(cls, settings: Settings) -> "Caches":
        """Open or make the three stores in the settings' folder."""
        return cls(
            *(TextStore(settings.data_dir / name, max_bytes=settings.cache_bytes) for name in cls.__annotations__)
        )

    @property
    def stores(self) -> tuple[TextStore, ...]:
        """Return the three stores."""
        return self.pages, self.steps, self.packs

    def figures(self, tenant: str) -> AllFigures:
        """Count what is kept for a tenant; call it in a thread."""
        pages, steps, packs = (CacheFigures.of(store, tenant) for store in self.stores)
        return AllFigures(pages=pages, steps=steps, packs=packs)

    def drop(self, tenant: str, subject: str) -> Dropped:
        """Drop what is kept for a tenant about one subject; call it in a thread. Raises sqlite3.Error."""
        pages, steps, packs = (store.of(tenant, subject).clear() for store in self.stores)
        return Dropped(pages=pages, steps=steps, packs=packs)

    def drop_all(self, tenant: str) -> Dropped:
        """Drop all that is kept for a tenant; call it in a thread. Raises sqlite3.Error."""
        pages, steps, packs = (store.clear(tenant) for store in self.stores)
        return Dropped(pages=pages, steps=steps, packs=packs)

    def close(self) -> None:
        """Close this thread's connections."""
        for store in self.stores:
            store.close()
