"""Fill a pack's placeholders for given contacts, to see the emails as they will be read."""

from typing import Annotated

from fastapi import APIRouter, Request
from pydantic import Field, StringConstraints

from core.merge import MergedPack, merge_pack
from core.pack import Pack
from core.request import PlaceholderName
from core.value import Value
from server.bodies import read_body
from server.openapi_problems import problems
from server.problems import BodyTooLarge, NotFound, UnsupportedMediaType
from server.routes.campaigns import PATH, campaigns_of
from server.runs.problems import CampaignNotFinished
from server.store.problems import StoreUnavailable
from server.tenancy import tenant_of

router = APIRouter(tags=["campaigns"])

MOST_CONTACTS = 100  # a preview of a list; a sending platform fills the rest by itself

FieldText = Annotated[str, StringConstraints(max_length=200)]


class RenderRequest(Value):
    """Contacts to write to; nothing of them is stored or logged."""

    contacts: tuple[dict[PlaceholderName, FieldText], ...] = Field(min_length=1, max_length=MOST_CONTACTS)
    """What is known of each: the placeholders' names with their values."""


class Rendered(Value):
    """A pack's texts for one contact, as plain text."""

    subject_lines: tuple[str, ...]
    outreach: str
    follow_up_subject: str
    follow_up: str
    missing: tuple[str, ...]
    """Placeholders that still stand in some text; with any of them these emails are not ready to be sent."""
    fallbacks: tuple[str, ...]
    """Placeholders that were filled with their fallback."""


class RenderedPack(Value):
    """The texts for each contact, in the order of the contacts."""

    rendered: tuple[Rendered, ...]


EXAMPLE = {"contacts": [{"first_name": "Ada", "last_name": "Byron", "company": "Analytical Engines"}]}


BODY = {"schema": RenderRequest.model_json_schema(), "example": EXAMPLE}


@router.post(
    PATH + "/{id}/render",
    summary="Fill placeholders for given contacts",
    openapi_extra={"requestBody": {"required": True, "content": {"application/json": BODY}}},
    responses=problems(NotFound, CampaignNotFinished, BodyTooLarge, UnsupportedMediaType, StoreUnavailable),
)
async def render_campaign(request: Request, id: str) -> RenderedPack:
    """Return a finished campaign's subject lines and emails, filled for each contact."""
    wanted = await read_body(request, RenderRequest)
    campaign = await campaigns_of(request).find(tenant_of(request), id)
    if campaign.pack is None:
        raise CampaignNotFinished
    pack = Pack.model_validate_json(campaign.pack)
    return RenderedPack(rendered=tuple(_rendered(merge_pack(pack, contact)) for contact in wanted.contacts))


def _rendered(merged: MergedPack) -> Rendered:
    return Rendered(
        subject_lines=merged.subject_lines,
        outreach=merged.outreach,
        follow_up_subject=merged.follow_up_subject,
        follow_up=merged.follow_up,
        missing=merged.missing,
        fallbacks=merged.fallbacks,
    )
