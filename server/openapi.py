"""What the OpenAPI document says beyond what FastAPI can see: bodies, streams, headers, problems, examples."""

from typing import Any

from fastapi import FastAPI
from pydantic.json_schema import models_json_schema

from core.pack import Pack
from core.problems import InsufficientInformation, InvalidRequest, Problem, QueueFull, RunTimeout
from server import events
from server.batch_upload import BatchRequest
from server.batch_view import BatchDocument, BatchList, BatchResult
from server.campaign_view import CampaignDocument, CampaignList
from server.conditional import PreconditionFailed, PreconditionRequired
from server.experiments.schemas import experiment_schemas
from server.idempotency import IdempotencyInFlight, IdempotencyKeyReused, InvalidIdempotencyKey
from server.openapi_examples import answer_examples
from server.openapi_operations import complete_operations, needs_keys
from server.openapi_problems import ProblemDocument, problems
from server.problems import BodyTooLarge, NotAcceptable, NotFound, UnsupportedMediaType
from server.regenerate import RegenerateRequest
from server.runs.problems import CampaignActive, CampaignNotFailed, RunHandedOver
from server.store.problems import StoreUnavailable

_REF = "#/components/schemas/{model}"

REQUESTS: dict[str, dict[str, Any]] = {
    "website": {"summary": "A website is enough", "value": {"website": "https://bayfold.example"}},
    "complete": {
        "summary": "With a profile, a sender and wishes",
        "value": {
            "website": "https://tarrowby-springs.example",
            "icp": {
                "industries": ["Pump manufacturers", "Valve manufacturers"],
                "company_sizes": ["50-500 employees"],
                "geographies": ["United Kingdom", "Ireland"],
                "personas": [{"title": "Head of Purchasing", "seniority": "manager", "pains": ["late springs"]}],
            },
            "sender": {"name": "Dana Whitlock", "title": "Sales", "company": "Tarrowby Springs"},
            "goal": "a call about one drawing",
            "tone": "technical",
            "language": "en",
        },
    },
    "text": {
        "summary": "No website, only text",
        "value": {
            "company": {
                "name": "Quillmark",
                "description": "Quillmark checks freight invoices for importers and gets overcharges refunded.",
                "facts": ["Quillmark finds an overcharge in one of nine invoices."],
            }
        },
    },
}

STREAM = """\
id: 1
event: run.started
data: {"id":"cmp_4fT0c1nJm3zq","model":"offline","cached":false}

id: 2
event: node.started
data: {"node":"read_website","round":1}

id: 9
event: node.delta
data: {"node":"outreach","round":1,"field":"body","text":"Hi {{first_name}},"}
"""


def _pack(description: str, *headers: str) -> dict[str, Any]:
    return {
        "description": description,
        "headers": {name: {"schema": {"type": "string"}} for name in headers},
        "content": {
            "application/json": {"schema": {"$ref": _REF.format(model="Pack")}},
            "text/event-stream": {"schema": {"type": "string"}, "example": STREAM},
        },
    }


def content_of(model: str) -> dict[str, Any]:
    """Return the content of a body that is a model's JSON."""
    return {"application/json": {"schema": {"$ref": _REF.format(model=model)}}}


def _campaign(description: str, *headers: str) -> dict[str, Any]:
    return {
        "description": description,
        "headers": {name: {"schema": {"type": "string"}} for name in headers},
        "content": content_of("CampaignDocument"),
    }


GENERATE: dict[str, Any] = {
    "summary": "Generate an email campaign",
    "operation_id": "generate_campaign",
    "status_code": 201,
    "response_model": None,
    "description": (
        "Answers the pack when it is done, or streams every step while it is written with `Accept: text/event-stream`; "
        "the stream's status is 200, and what fails after it has begun comes as its last event `run.failed`. "
        "An equal request is answered from the cache while the website says the same (200, `Cache-Status`, `Age`); "
        "`Cache-Control: no-cache` has it written anew. `Prefer: respond-async` answers 202 at once, "
        "`Prefer: wait=10` after ten seconds at most. With `Idempotency-Key` a repeated request is answered with "
        "what the first has made. A client that closes the connection does not stop the run: "
        "`POST …/{id}/cancel` does.\n\n" + (events.__doc__ or "").partition("\n\n")[2]
    ),
    "openapi_extra": {
        "requestBody": {
            "required": True,
            "content": {
                "application/json": {"schema": {"$ref": _REF.format(model="CampaignRequest")}, "examples": REQUESTS}
            },
        },
    },
    "responses": {
        200: _pack("A cached pack, or a stream", "Cache-Status", "Age"),
        201: _pack("The pack, written now", "Cache-Status", "Location"),
        202: _campaign("The campaign goes on being written", "Location", "Retry-After", "Preference-Applied"),
        **problems(
            InvalidIdempotencyKey,
            IdempotencyInFlight,
            IdempotencyKeyReused,
            NotFound,
            NotAcceptable,
            BodyTooLarge,
            UnsupportedMediaType,
            InvalidRequest,
            InsufficientInformation,
            Problem,
            QueueFull,
            StoreUnavailable,
            RunHandedOver,
            RunTimeout,
        ),
    },
}


def described(summary: str, responses: dict[int | str, dict[str, Any]], *kinds: type[Problem]) -> dict[str, Any]:
    """Return how a route is documented whose answer it writes itself."""
    first = next(iter(responses))
    return {
        "summary": summary,
        "status_code": first,
        "response_model": None,
        "responses": {**responses, **problems(StoreUnavailable, *kinds)},
    }


LIST = described(
    "List campaigns",
    {200: {"description": "Some campaigns, newest first", "content": content_of("CampaignList")}},
    InvalidRequest,
)
READ = described(
    "Read a campaign",
    {200: _campaign("The campaign", "ETag"), 304: {"description": "It is as the client has it"}},
    NotFound,
)
DELETE = described(
    "Delete a campaign",
    {204: {"description": "It is gone"}},
    NotFound,
    CampaignActive,
    PreconditionFailed,
    PreconditionRequired,
)
CANCEL = described("Stop a campaign", {200: _campaign("The campaign as it is now", "ETag")}, NotFound)
RETRY = described(
    "Try a campaign again",
    {202: _campaign("The campaign goes on being written", "Location", "Retry-After")},
    NotFound,
    CampaignNotFailed,
    QueueFull,
)
EVENTS = described(
    "Follow a campaign",
    {
        200: {
            "description": "Its events",
            "content": {"text/event-stream": {"schema": {"type": "string"}, "example": STREAM}},
        },
        204: {"description": "It is over, and the client has seen everything"},
    },
    NotFound,
    InvalidRequest,
)


def complete_openapi(app: FastAPI) -> None:
    """Make the app's document carry the schemas that its routes read and write by themselves."""
    generate = app.openapi

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            document = generate()
            _drop_validation_errors(document)
            document["components"]["schemas"].update(_schemas())
            complete_operations(document, answer_examples(), keys=needs_keys(app))
        return generate()

    app.openapi = openapi  # type: ignore[method-assign]  # FastAPI's documented way to extend the document


def _drop_validation_errors(document: dict[str, Any]) -> None:
    """Take out FastAPI's own shape of a 422, which it documents for every route and this service never answers."""
    for name in ("HTTPValidationError", "ValidationError"):
        document["components"]["schemas"].pop(name, None)
    for operation in (operation for path in document["paths"].values() for operation in path.values()):
        if "application/json" in operation["responses"].get("422", {}).get("content", {}):
            del operation["responses"]["422"]


def _schemas() -> dict[str, Any]:
    """Return every schema once; of what stands in requests too, the one of requests: a kept request lacks defaults."""
    answers = (Pack, ProblemDocument, CampaignDocument, CampaignList, BatchDocument, BatchList, BatchResult)
    _, answered = models_json_schema([(model, "serialization") for model in answers], ref_template=_REF)
    requests = (BatchRequest, RegenerateRequest)
    _, asked = models_json_schema([(model, "validation") for model in requests], ref_template=_REF)
    return {**experiment_schemas(), **answered["$defs"], **asked["$defs"]}
