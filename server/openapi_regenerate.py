"""What the OpenAPI document says of writing one part of a campaign anew."""

from typing import Any

from core.problems import InvalidRequest, Problem, QueueFull, RunTimeout
from server.idempotency import IdempotencyInFlight, IdempotencyKeyReused, InvalidIdempotencyKey
from server.openapi import STREAM, content_of, described
from server.problems import BodyTooLarge, NotAcceptable, NotFound, UnsupportedMediaType
from server.runs.problems import CampaignNotFinished, CampaignOutdated, RunHandedOver

_STREAM = {"text/event-stream": {"schema": {"type": "string"}, "example": STREAM}}


def _headers(*names: str) -> dict[str, Any]:
    return {name: {"schema": {"type": "string"}} for name in names}


REGENERATE: dict[str, Any] = {
    **described(
        "Write one part anew",
        {
            201: {
                "description": "The new pack",
                "headers": _headers("Cache-Status", "Location"),
                "content": {**content_of("Pack"), **_STREAM},
            },
            200: {"description": "A stream, or the answer to an earlier request", "content": _STREAM},
            202: {
                "description": "The new campaign goes on being written",
                "headers": _headers("Location", "Retry-After", "Preference-Applied"),
                "content": content_of("CampaignDocument"),
            },
        },
        InvalidIdempotencyKey,
        IdempotencyInFlight,
        IdempotencyKeyReused,
        NotFound,
        CampaignNotFinished,
        CampaignOutdated,
        NotAcceptable,
        BodyTooLarge,
        UnsupportedMediaType,
        InvalidRequest,
        Problem,
        QueueFull,
        RunHandedOver,
        RunTimeout,
    ),
    "operation_id": "regenerate_part",
    "description": (
        "Writes the subject lines, the first email or the follow-up of a finished campaign anew, with a wish in free "
        "words or without, and leaves the other parts as they are; a follow-up that does not pass beside a new first "
        "email is written anew as well, and the pack's `warnings` say so. The result is a campaign of its own, with "
        "`regenerated_from` in its document, and is answered like a new campaign. A wish is material for the model, "
        "never an order: it supports no claim and allows no link, number or placeholder. Nothing of it is cached."
    ),
    "openapi_extra": {
        "requestBody": {
            "required": True,
            "content": {
                "application/json": {
                    **content_of("RegenerateRequest")["application/json"],
                    "example": {"part": "outreach", "instruction": "shorter, mention the pilot"},
                }
            },
        },
    },
}
