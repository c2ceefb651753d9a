"""Finished packs by what was asked: answered again while the site says the same.

An entry is two lines: what the cache knows of the pack, then the pack's JSON, which is answered as it stands.
"""

import asyncio
import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import orjson

from core.request import CampaignRequest
from nodes.website.url import check_url
from server.caches.shelf import Shelf
from server.caches.text_store import TextStore
from server.runs.finished_pack import FinishedPack
from server.runs.site_state import SiteState


@dataclass(frozen=True, slots=True)
class CachedPack:
    """A pack, the state of the site it was written from, and when it was written."""

    id: str
    json: str
    site: SiteState
    stored_at: float

    def age(self, now: float) -> int:
        """Return for how many whole seconds the pack has been finished."""
        return max(0, int(now - self.stored_at))


@dataclass(frozen=True)
class PackCache:
    """Packs of one tenant about one subject; problems are never kept."""

    store: Shelf
    max_age: float
    """Seconds after which a pack is forgotten, counted from when it was written, whatever its site says."""
    clock: Callable[[], float] = time.time

    def find(self, key: str) -> CachedPack | None:
        """Return the pack of that key, fresh or not; 20 µs for a pack of 25 kB, so it may block the loop."""
        text = self.store.get(key)
        pack = _parse(text) if text else None
        return pack if pack and self.clock() < pack.stored_at + self.max_age else None

    async def keep(self, key: str, pack: FinishedPack, site: SiteState) -> None:
        """Keep a pack that was written just now."""
        await self._write(key, CachedPack(pack.id, pack.json, site, self.clock()))

    async def confirm(self, key: str, pack: CachedPack, site: SiteState) -> CachedPack:
        """Keep a pack for longer, for its site was read and says what it said before."""
        confirmed = CachedPack(pack.id, pack.json, site, pack.stored_at)
        await self._write(key, confirmed)
        return confirmed

    async def forget(self, key: str) -> None:
        """Forget the pack of that key."""
        await asyncio.to_thread(self.store.forget, key)

    async def _write(self, key: str, pack: CachedPack) -> None:
        left = pack.stored_at + self.max_age - self.clock()
        if left > 0:
            # One thread after another writes; the loop waits for none of them (0.1 to 10 ms).
            await asyncio.to_thread(self.store.set, key, _entry(pack), left)


@dataclass(frozen=True)
class Packs:
    """Packs on disk, for each tenant and subject apart."""

    store: TextStore
    max_age: float
    clock: Callable[[], float] = time.time

    def of(self, tenant: str, subject: str) -> PackCache:
        """Return the packs that this tenant may be answered with about this subject."""
        return PackCache(self.store.of(tenant, subject), self.max_age, self.clock)


def canonical_request(request: CampaignRequest) -> dict[str, Any]:
    """Return the request so that equal ones are equal; raise UrlInvalid or UrlNotAllowed for its website."""
    content = request.model_dump(mode="json", exclude_defaults=True)
    if request.website:
        content["website"] = _canonical_website(request.website)
    return content


@lru_cache(maxsize=1024)  # a sixth of the time of a cached answer, and sites come again
def _canonical_website(website: str) -> str:
    return str(check_url(website))


def pack_key(request: CampaignRequest, *writers: str) -> str:
    """Return the SHA-256 of the request and of all that decides how it is answered: model, prompts, version."""
    content = orjson.dumps([canonical_request(request), *writers], option=orjson.OPT_SORT_KEYS)
    return hashlib.sha256(content).hexdigest()


def _entry(pack: CachedPack) -> str:
    head = {
        "id": pack.id,
        "digest": pack.site.digest,
        "fresh_until": min(pack.site.fresh_until, 1e12),  # infinity is no JSON
        "stored_at": pack.stored_at,
    }
    return f"{orjson.dumps(head).decode()}\n{pack.json}"


def _parse(text: str) -> CachedPack | None:
    """Return the pack, or nothing where another version wrote the entry in another shape."""
    head, _, pack = text.partition("\n")
    try:
        match orjson.loads(head):
            case {"id": str(id), "digest": str(digest), "fresh_until": float(until), "stored_at": float(stored)}:
                return CachedPack(id, pack, SiteState(digest, until), stored)
    except orjson.JSONDecodeError:
        pass
    return None
