"""Answers that were paid for, kept while their campaign is under way: a run that goes on elsewhere pays none twice."""

from dataclasses import dataclass

import sqlalchemy as sa

from server.store.database import Database
from server.store.schema import answers, campaigns


@dataclass(frozen=True)
class StoredAnswers:
    """The memory of paid answers, by campaign and key."""

    database: Database

    async def recall(self, tenant: str, campaign: str, key: str) -> str | None:
        """Return the answer that was paid for."""
        wanted = sa.select(answers.c.text).where(
            answers.c.tenant == tenant, answers.c.campaign == campaign, answers.c.key == key
        )
        async with self.database.reading() as connection:
            found: str | None = await connection.scalar(wanted)
        return found

    async def keep(self, tenant: str, campaign: str, key: str, text: str) -> None:
        """Keep an answer, unless it is there already or its campaign is not."""
        there = sa.exists().where(campaigns.c.tenant == tenant, campaigns.c.id == campaign)
        missing = ~sa.exists().where(answers.c.tenant == tenant, answers.c.campaign == campaign, answers.c.key == key)
        row = [sa.literal(value) for value in (tenant, campaign, key, text)]
        chosen = sa.select(*row).where(there, missing)
        async with self.database.writing() as connection:
            await connection.execute(sa.insert(answers).from_select(["tenant", "campaign", "key", "text"], chosen))
