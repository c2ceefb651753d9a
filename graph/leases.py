"""The leases of one run: who holds one asks the model, everybody else waits for what it answers."""

import uuid
from threading import Lock
from typing import Protocol


class Lessor(Protocol):
    """Where leases are kept, for all processes of a machine; called in threads."""

    def lease(self, name: str, holder: str, seconds: float) -> bool:
        """Return whether this holder alone may write the entry now; the lease ends with its time.

        A holder may ask again for what is its own: so a run that goes on after a crash does not wait for itself.
        """
        ...

    def release(self, name: str, holder: str) -> None:
        """End the holder's lease; that of another stays."""
        ...


class Leases:
    """What a run holds, to be given back however it ends.

    A run can be cancelled while a thread of it takes a lease. So taking and giving back exclude each other, and after
    `end` nothing is taken any more.
    """

    def __init__(self, lessor: Lessor, seconds: float, holder: str = "") -> None:
        """Take the deadline of one model call: a holder that died holds nobody up for longer.

        `holder` is the run's name, the same after a crash; by default one that is nobody else's.
        """
        self.seconds = seconds
        self._lessor = lessor
        self._holder = holder or uuid.uuid4().hex
        self._held: set[str] = set()
        self._ended = False
        self._lock = Lock()

    def take(self, name: str) -> bool:
        """Return whether the lease is this run's now."""
        with self._lock:
            if self._ended or not self._lessor.lease(name, self._holder, self.seconds):
                return False
            self._held.add(name)
            return True

    def give_back(self, name: str) -> None:
        """End a lease, if it is held."""
        with self._lock:
            self._end(name)

    def end(self) -> None:
        """End every lease, for good."""
        with self._lock:
            self._ended = True
            for name in tuple(self._held):
                self._end(name)

    def _end(self, name: str) -> None:
        if name in self._held:
            self._held.remove(name)
            self._lessor.release(name, self._holder)
