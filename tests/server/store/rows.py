"""Rows to begin with."""

from server.store import campaigns
from server.store.database import Database
from server.store.rows import NewCampaign, RunRef

REF = RunRef("acme", "cmp_1", 1)


def new_campaign(id: str = REF.campaign, tenant: str = REF.tenant, **other: object) -> NewCampaign:
    """Return a campaign as it is asked for."""
    usual: dict[str, object] = {
        "kind": "interactive",
        "request": '{"website":"https://quillmark.example"}',
        "website": "https://quillmark.example",
        "company": None,
        "subject": "quillmark.example",
        "model": "double",
        "fresh": False,
        "pack_key": "k" * 64,
    }
    return NewCampaign(tenant=tenant, id=id, **{**usual, **other})  # type: ignore[arg-type]


async def add_campaign(
    database: Database, id: str = REF.campaign, tenant: str = REF.tenant, *, now: float = 1.0, **other: object
) -> RunRef:
    """Insert a campaign and return its run."""
    async with database.writing() as connection:
        await campaigns.insert(connection, [new_campaign(id, tenant, **other)], now)
    return RunRef(tenant, id, 1)
