"""Make keys, and put a new one in the place of an old one. Each function works in the transaction it is given."""

from dataclasses import replace

from server.guard.key_text import KeyText, new_key
from server.store.database import Connection
from server.store.keys import Key, add, expire


async def issue(
    connection: Connection, *, tenant: str, name: str, scopes: str, now: float, expires_at: float | None = None
) -> KeyText:
    """Store a new key and return its text, which nobody can read again."""
    text = new_key()
    await add(connection, Key(text.id, tenant, name, text.digest, scopes, now, expires_at))
    return text


async def rotate(connection: Connection, old: Key, *, overlap: float, now: float) -> KeyText:
    """Store a successor of the same kind and lifetime; the old key ends after the overlap, in seconds."""
    text = new_key()
    lifetime = None if old.expires_at is None else old.expires_at - old.created_at
    new = replace(
        old,
        id=text.id,
        digest=text.digest,
        created_at=now,
        expires_at=None if lifetime is None else now + lifetime,
        last_used_at=None,
        replaces=old.id,
    )
    await add(connection, new)
    await expire(connection, old.id, now + overlap)
    return text
