"""Tokens of webhooks that count once. Each function works in the transaction it is given."""

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from server.store.experiment_schema import webhook_tokens


async def take(connection: AsyncConnection, token: str, now: float) -> bool:
    """Keep a token; False where it was seen before. Of two at the same moment the second waits for the first."""
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    row = insert(webhook_tokens).values(token=token, seen_at=now)
    return await connection.scalar(row.on_conflict_do_nothing().returning(webhook_tokens.c.token)) is not None


async def forget(connection: AsyncConnection, before: float) -> None:
    """Forget tokens whose webhooks would be refused for their age by now."""
    await connection.execute(sa.delete(webhook_tokens).where(webhook_tokens.c.seen_at < before))
