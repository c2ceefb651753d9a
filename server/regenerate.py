"""Write one part of a finished campaign anew: what is asked, and what the new campaign's run begins with."""

from typing import Annotated

from pydantic import AfterValidator, StringConstraints, ValidationError

from core.given import one_line, readable
from core.pack import Pack, PartName
from core.request import CampaignRequest
from core.value import Value
from graph.rewriting import rewriting
from graph.state import State
from server.runs.problems import CampaignNotFinished, CampaignOutdated
from server.store import campaigns
from server.store.database import Database
from server.store.rows import Campaign

Instruction = Annotated[
    str, StringConstraints(min_length=1, max_length=500), AfterValidator(readable), AfterValidator(one_line)
]


class RegenerateRequest(Value):
    """One part to write anew, and what should be different."""

    part: PartName
    instruction: Instruction | None = None
    """A wish such as `shorter, mention the pilot`; without one any other version will do. It supports no claim and
    allows no link, number or placeholder that the site and the first request did not give."""


def pack_of(campaign: Campaign) -> Pack:
    """Return a finished campaign's pack; raise CampaignNotFinished, and CampaignOutdated for one of another shape."""
    if campaign.status != "finished" or not campaign.pack:
        raise CampaignNotFinished(f"It is {campaign.status}; only what is finished can be written anew.")
    try:
        return Pack.model_validate_json(campaign.pack)
    except ValidationError:
        raise CampaignOutdated from None


async def begin_anew(database: Database, campaign: Campaign) -> State | None:
    """Return the state that a campaign's run begins with where it writes a part anew; None where it begins at first.

    Raises CampaignNotFinished where the campaign that it was taken from has been deleted meanwhile.
    """
    if campaign.regenerated_from is None or campaign.regenerate is None:
        return None
    async with database.reading() as connection:
        origin = await campaigns.find(connection, campaign.tenant, campaign.regenerated_from)
    if origin is None:
        raise CampaignNotFinished("The campaign that it was to be written from has been deleted.")
    asked = RegenerateRequest.model_validate_json(campaign.regenerate)
    request = CampaignRequest.model_validate_json(campaign.request)
    return rewriting(pack_of(origin), request, asked.part, asked.instruction or "", campaign.model)
