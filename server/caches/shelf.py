"""What is kept for one tenant about one subject: nobody else's entries can be reached from here.

A key is three lines: tenant, subject, name. The subject is a website's host, or stands for text that was pasted.
Leases are keyed apart, `lease` in front of these lines: they are no entries, and go when their time is over.
"""

from dataclasses import dataclass
from typing import Protocol

from server.caches.tallies import Tallies


class Texts(Protocol):
    """A store of text that shelves stand in."""

    def get(self, key: str) -> str | None:
        """Return the text, or nothing."""
        ...

    def set(self, key: str, text: str, expire_seconds: float, tag: str | None = None) -> None:
        """Keep the text for so long, to be dropped by its tag."""
        ...

    def add(self, key: str, text: str, expire_seconds: float) -> bool:
        """Keep the text unless there is one; return whether it is kept."""
        ...

    def drop(self, key: str, text: str) -> None:
        """Forget the entry if this is its text."""
        ...

    def forget(self, key: str) -> None:
        """Forget one entry."""
        ...

    def evict(self, tag: str) -> int:
        """Forget every entry with this tag and return how many there were."""
        ...


@dataclass(frozen=True)
class Shelf:
    """The entries of one tenant about one subject; every call but `get` and `peek` blocks for 0.1 to 10 ms."""

    texts: Texts
    tallies: Tallies
    tenant: str
    subject: str

    def __post_init__(self) -> None:
        """Refuse names that could be read as another tenant's key."""
        if not self.tenant or "\n" in self.tenant or "\n" in self.subject:
            raise ValueError("a tenant and a subject are one line each")

    @property
    def tag(self) -> str:
        """Return what all entries of this shelf are marked with."""
        return f"{self.tenant}\n{self.subject}"

    def get(self, name: str) -> str | None:
        """Return the text, or nothing; counted as a hit or a miss."""
        text = self.peek(name)
        self.tallies.count(self.tenant, found=text is not None)
        return text

    def peek(self, name: str) -> str | None:
        """Return the text, or nothing; not counted."""
        return self.texts.get(self._key(name))

    def set(self, name: str, text: str, expire_seconds: float) -> None:
        """Keep the text for so many seconds."""
        self.texts.set(self._key(name), text, expire_seconds, self.tag)

    def lease(self, name: str, holder: str, seconds: float) -> bool:
        """Return whether this holder alone may write the entry now, for so many seconds; it may ask again."""
        key = self._lease(name)
        held_by = self.texts.get(key)  # a look every few milliseconds must not be a write each time
        if held_by is not None:
            return held_by == holder
        return self.texts.add(key, holder, seconds)

    def release(self, name: str, holder: str) -> None:
        """End the holder's lease; that of another stays."""
        self.texts.drop(self._lease(name), holder)

    def forget(self, name: str) -> None:
        """Forget one entry, if it is there."""
        self.texts.forget(self._key(name))

    def clear(self) -> int:
        """Forget everything here and return how much there was; leases stay."""
        return self.texts.evict(self.tag)

    def _key(self, name: str) -> str:
        return f"{self.tag}\n{name}"

    def _lease(self, name: str) -> str:
        return f"\nlease\n{self._key(name)}"  # no tenant is an empty line


def owned_by(tenant: str, key: str) -> bool:
    """Tell whether a key is an entry of this tenant."""
    return key.startswith(f"{tenant}\n")
