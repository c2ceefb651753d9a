"""How often what was looked for was there, for each tenant."""

from collections import Counter
from dataclasses import dataclass, field
from threading import Lock


@dataclass(frozen=True)
class Tallies:
    """Hits and misses since this process started; kept in memory, for a count on disk would make every read a write."""

    hits: Counter[str] = field(default_factory=Counter)
    misses: Counter[str] = field(default_factory=Counter)
    _lock: Lock = field(default_factory=Lock)

    def count(self, tenant: str, *, found: bool) -> None:
        """Count one look; safe from any thread."""
        with self._lock:
            (self.hits if found else self.misses)[tenant] += 1
