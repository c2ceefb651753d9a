"""Keys in the database: of each secret only its SHA-256. Each function works in the transaction it is given."""

from dataclasses import asdict, dataclass, fields
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from server.store.schema import keys


@dataclass(frozen=True, slots=True)
class Key:
    """A key as it is stored. Times are seconds since 1970 (UTC)."""

    id: str
    tenant: str
    name: str
    digest: str
    """SHA-256 of the secret, in hexadecimal."""
    scopes: str
    """Separated by spaces."""
    created_at: float
    expires_at: float | None = None
    revoked_at: float | None = None
    last_used_at: float | None = None
    """At most a minute too early."""
    replaces: str | None = None
    """Id of the key that this one was made to follow."""

    def is_live(self, now: float) -> bool:
        """Tell whether it may be used."""
        return self.revoked_at is None and (self.expires_at is None or now < self.expires_at)


_COLUMNS = [keys.c[field.name] for field in fields(Key)]


async def add(connection: AsyncConnection, key: Key) -> None:
    """Insert a key."""
    await connection.execute(sa.insert(keys).values(**asdict(key)))


async def find(connection: AsyncConnection, id: str) -> Key | None:
    """Return a key, whatever its state."""
    row = (await connection.execute(sa.select(*_COLUMNS).where(keys.c.id == id))).one_or_none()
    return Key(*row) if row else None


async def listed(connection: AsyncConnection, tenant: str | None = None) -> tuple[Key, ...]:
    """Return every key, or those of one tenant, oldest first."""
    wanted = sa.select(*_COLUMNS).order_by(keys.c.created_at, keys.c.id)
    if tenant is not None:
        wanted = wanted.where(keys.c.tenant == tenant)
    return tuple(Key(*row) for row in await connection.execute(wanted))


async def any_live(connection: AsyncConnection, now: float) -> bool:
    """Tell whether there is a key that may be used."""
    live = keys.c.revoked_at.is_(None) & (keys.c.expires_at.is_(None) | (keys.c.expires_at > now))
    return bool(await connection.scalar(sa.select(sa.exists().where(live))))


async def revoke(connection: AsyncConnection, id: str, now: float) -> bool:
    """End a key at once; False where there is none. One that was revoked keeps its time."""
    return await _change(connection, id, revoked_at=sa.func.coalesce(keys.c.revoked_at, now))


async def expire(connection: AsyncConnection, id: str, moment: float) -> bool:
    """End a key at a moment, unless it ends earlier already; False where there is none."""
    earlier = sa.case((keys.c.expires_at < moment, keys.c.expires_at), else_=moment)
    return await _change(connection, id, expires_at=earlier)


async def mark_used(connection: AsyncConnection, id: str, now: float) -> None:
    """Note when a key was used."""
    await _change(connection, id, last_used_at=now)


async def _change(connection: AsyncConnection, id: str, **values: Any) -> bool:
    return (await connection.execute(sa.update(keys).where(keys.c.id == id).values(**values))).rowcount > 0
