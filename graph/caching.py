"""Keep what models have answered, step by step: LangGraph's node cache over a store of text."""

import asyncio
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import Protocol

from langgraph.cache.base import BaseCache, FullKey, Namespace
from langgraph.types import CachePolicy

from core.settings import OFFLINE
from core.value import Value
from graph.answers import Writes, decoded, encoded
from graph.leases import Leases, Lessor
from nodes.ask import Ask

POLL_SECONDS = 0.05  # a look costs 0.1 ms with its way through a thread; an answer takes seconds
AFTER_ALL_STEPS = frozenset(("min_quality", "max_revisions"))
"""Fields of a request that say when to stop writing; what to mend reaches a step as its `revision`."""


class AnswerShelf(Lessor, Protocol):
    """The stored answers that a run may use: those of its tenant; called in threads."""

    def get(self, name: str) -> str | None:
        """Return the text, or nothing when there is none or it has expired."""
        ...

    def peek(self, name: str) -> str | None:
        """Return the same, without counting it as a hit or a miss."""
        ...

    def set(self, name: str, text: str, expire_seconds: float) -> None:
        """Keep the text for so long."""
        ...

    def clear(self) -> int:
        """Forget everything."""
        ...


@dataclass(frozen=True)
class StepKey:
    """Names a step's answer by all that decides it: what the step reads, the model, and every prompt."""

    writer: str

    @classmethod
    def of(cls, name: str, ask: Ask) -> "StepKey":
        """Take model and prompts from how a step asks."""
        front = ask.prompts.by_name[name].front
        return cls("\n".join((ask.llm.name, ask.prompts.version, front.model_dump_json())))

    def __call__(self, state: Value) -> str:
        """Return a SHA-256 in hexadecimal."""
        read = state.model_dump(mode="json", exclude={"request": set(AFTER_ALL_STEPS)})
        return hashlib.sha256(json.dumps([self.writer, read], sort_keys=True).encode()).hexdigest()


def cache_policy(name: str, step: object) -> CachePolicy[StepKey] | None:
    """Return how a step's answers are named, or None for a step that costs less than a look into a cache."""
    ask = getattr(step, "ask", None)
    if not isinstance(ask, Ask) or ask.llm.name == OFFLINE:
        return None
    return CachePolicy(key_func=StepKey.of(name, ask))


class StepCache(BaseCache[Writes]):
    """The stored answers as one run sees them; put it into a graph by `graph.copy(update={"cache": …})`.

    A run that needs an answer which another is waiting for from its model waits as well, instead of paying twice:
    until the answer is there, the other has ended, or the deadline of a model call has passed.
    """

    def __init__(
        self,
        shelf: AnswerShelf,
        *,
        version: str,
        max_age: float,
        lease_seconds: float,
        run: str = "",
        fresh: bool = False,
    ) -> None:
        """Take Overture's version, for how long answers are kept, and the deadline of a call.

        `run` is the run's name, by which it knows its own leases again after a crash; `fresh` asks anew.
        """
        super().__init__()
        self._shelf = shelf
        self._version = version
        self._max_age = max_age
        self._fresh = fresh
        self._leases = Leases(shelf, lease_seconds, run)

    async def aget(self, keys: Sequence[FullKey]) -> dict[FullKey, Writes]:
        """Return the answers that are there, and lease the others.

        One after the other in an order that every run keeps to: so no two runs wait for each other.
        """
        if self._fresh:
            return {}
        found = {key: await self._answer(self._name(key)) for key in sorted(keys)}
        return {key: writes for key, writes in found.items() if writes is not None}

    async def aset(self, pairs: Mapping[FullKey, tuple[Writes, int | None]]) -> None:
        """Keep answers, each for its own seconds or else as long as this cache keeps any, and end their leases."""
        await asyncio.to_thread(self.set, pairs)

    async def release(self) -> None:
        """End the run's leases; call it however the run has ended, and use the cache no more."""
        await asyncio.to_thread(self._leases.end)

    def get(self, keys: Sequence[FullKey]) -> dict[FullKey, Writes]:
        """Return the answers that are there; without a loop nobody can wait for the others."""
        found = {key: decoded(self._shelf.get(self._name(key))) for key in keys if not self._fresh}
        return {key: writes for key, writes in found.items() if writes is not None}

    def set(self, pairs: Mapping[FullKey, tuple[Writes, int | None]]) -> None:
        """Keep answers; see `aset`."""
        for key, (writes, seconds) in pairs.items():
            name, text = self._name(key), encoded(writes)
            if text is not None:
                self._shelf.set(name, text, self._max_age if seconds is None else seconds)
            self._leases.give_back(name)

    def clear(self, namespaces: Sequence[Namespace] | None = None) -> None:
        """Forget every answer that this run may use, of whatever step: a cache may forget."""
        self._shelf.clear()

    async def aclear(self, namespaces: Sequence[Namespace] | None = None) -> None:
        """Forget every answer; see `clear`."""
        await asyncio.to_thread(self.clear, namespaces)

    async def _answer(self, name: str) -> Writes | None:
        """Return an answer, or None where it is on this run to ask."""
        found = decoded(await asyncio.to_thread(self._shelf.get, name))
        is_ours, until = False, monotonic() + self._leases.seconds
        while found is None and not is_ours and monotonic() < until:
            is_ours, found = await asyncio.to_thread(self._lease, name)
            if found is None and not is_ours:
                await asyncio.sleep(POLL_SECONDS)
        return found

    def _lease(self, name: str) -> tuple[bool, Writes | None]:
        """Try to lease an answer, then look for it: whoever held the lease may have kept it just before."""
        is_ours, found = self._leases.take(name), decoded(self._shelf.peek(name))
        if found is not None:
            self._leases.give_back(name)
        return is_ours, found

    def _name(self, key: FullKey) -> str:
        namespace, digest = key
        return f"step {namespace[-1]} {digest} {self._version}"
