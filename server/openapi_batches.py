"""What the OpenAPI document says of batches."""

from typing import Any

from core.problems import InvalidRequest
from server.batch_table import COLUMNS, LISTED, MANY, TITLES
from server.batch_upload import MOST_REQUESTS
from server.conditional import PreconditionFailed, PreconditionRequired
from server.idempotency import IdempotencyKeyReused, InvalidIdempotencyKey
from server.openapi import content_of, described
from server.problems import BodyTooLarge, NotAcceptable, NotFound, UnsupportedMediaType
from server.runs.problems import CampaignActive

CSV = """\
website;company.name;icp.personas;sender.name;goal;language
https://bayfold.example;;Head of Finance|Controller;Dana Whitlock;a trial;en
https://tarrowby-springs.example;;;Dana Whitlock;a call about one drawing;en
"""
LINES = """\
{"index":1,"id":"cmp_8Qm","status":"finished","pack":{"id":"cmp_8Qm","status":"finished"}}
{"index":0,"id":"cmp_4fT","status":"failed","problem":{"code":"site_unreachable","status":422}}
"""
REQUESTS = {
    "two": {
        "summary": "Two websites",
        "value": {
            "name": "Autumn fair",
            "requests": [
                {"website": "https://bayfold.example"},
                {"website": "https://tarrowby-springs.example", "language": "en"},
            ],
        },
    }
}


def _batch(description: str, *headers: str) -> dict[str, Any]:
    return {
        "description": description,
        "headers": {name: {"schema": {"type": "string"}} for name in headers},
        "content": content_of("BatchDocument"),
    }


MAKE: dict[str, Any] = {
    **described(
        "Write many campaigns",
        {202: _batch("The batch, to be written in the background", "Location", "Retry-After", "ETag")},
        InvalidIdempotencyKey,
        IdempotencyKeyReused,
        NotFound,
        BodyTooLarge,
        UnsupportedMediaType,
        InvalidRequest,
    ),
    "description": (
        f"Up to {MOST_REQUESTS:,} requests, each like that of a single call, as JSON or as CSV. Every one is checked "
        "before anything is stored: a fault names its place, `/requests/0/website` in JSON and `/rows/1/company.name` "
        "in CSV, where row 1 is the first below the header.\n\n"
        "CSV is UTF-8, separated by commas or semicolons; its first line names the columns. They are "
        + ", ".join(f"`{column}`" for column in COLUMNS)
        + f"; {', '.join(f'`{column}`' for column in MANY)} and `{TITLES}` (job titles) hold several parts separated "
        f"by `{LISTED}`. An empty cell is a field that is left out.\n\n"
        "Batches are written behind single campaigns, a few of each tenant at a time. Of equal requests the first one "
        "is written and the others are given its pack. With `Idempotency-Key` a repeated request is answered with the "
        "batch that the first has made."
    ),
    "openapi_extra": {
        "requestBody": {
            "required": True,
            "content": {
                "application/json": {**content_of("BatchRequest")["application/json"], "examples": REQUESTS},
                "text/csv": {"schema": {"type": "string"}, "example": CSV},
            },
        },
    },
}
LIST = described(
    "List batches",
    {200: {"description": "Some batches, newest first", "content": content_of("BatchList")}},
    InvalidRequest,
)
READ = described(
    "Read a batch's progress",
    {200: _batch("The batch", "ETag"), 304: {"description": "It is as the client has it"}},
    NotFound,
)
RESULTS: dict[str, Any] = {
    **described(
        "Take a batch's results as they come",
        {
            200: {
                "description": "A `BatchResult` per line",
                "content": {
                    kind: {"schema": {"type": "string"}, "example": LINES}
                    for kind in ("application/jsonl", "application/x-ndjson")
                },
            }
        },
        NotFound,
        NotAcceptable,
        InvalidRequest,
    ),
    "description": (
        "One line of JSON per campaign that is over, in the order in which they ended, until the batch is done; in a "
        "silence an empty line comes every 15 seconds, to be skipped. `follow=false` ends with what is there. A reader "
        "that was cut off goes on with `after`, the number of lines it has. A campaign that is tried again has another "
        "line when it ends again; one that is deleted meanwhile has none, so `after` then counts without it."
    ),
}
CANCEL = described("Stop a batch", {200: _batch("The batch as it is now", "ETag")}, NotFound)
DELETE = described(
    "Delete a batch with its campaigns",
    {204: {"description": "It is gone"}},
    NotFound,
    CampaignActive,
    PreconditionFailed,
    PreconditionRequired,
)
