"""What experiments take out of campaigns: the planned test, and the texts of variants."""

from collections.abc import Iterable

from core.pack import Pack
from core.problems import FieldProblem
from experiments.experiment import NewExperiment
from experiments.problems import InvalidExperiment
from server.store import campaigns
from server.store.database import Connection


async def packs_for(connection: Connection, tenant: str, wanted: NewExperiment) -> dict[str, Pack]:
    """Return the packs of every campaign that is named; raise InvalidExperiment where one has none."""
    named = {"/campaign": wanted.campaign} if wanted.campaign else {}
    named |= {f"/variants/{n}/campaign": v.campaign for n, v in enumerate(wanted.variants or ()) if v.campaign}
    found = await packs_of(connection, tenant, named.values())
    missing = tuple(
        FieldProblem(pointer=pointer, detail="You have no finished campaign with this id.")
        for pointer, id in named.items()
        if id not in found
    )
    if missing:
        raise InvalidExperiment("An experiment is made of finished campaigns.", errors=missing)
    return found


async def packs_of(connection: Connection, tenant: str, ids: Iterable[str]) -> dict[str, Pack]:
    """Return the packs of those of these campaigns that are finished."""
    found = {id: await campaigns.find(connection, tenant, id) for id in set(ids)}
    return {id: Pack.model_validate_json(one.pack) for id, one in found.items() if one and one.pack}
