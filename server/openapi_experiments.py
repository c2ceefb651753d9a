"""What the OpenAPI document says of experiments."""

from typing import Any

from core.problems import InvalidRequest
from experiments.problems import InvalidExperiment, UnreadableWebhook, UnverifiedWebhook, WrongTransition
from server.conditional import PreconditionFailed, PreconditionRequired
from server.experiments import stream
from server.experiments.requests import MOST_ITEMS
from server.idempotency import IdempotencyKeyReused, InvalidIdempotencyKey
from server.openapi import content_of, described
from server.problems import BodyTooLarge, NotFound, UnsupportedMediaType

EXAMPLES: dict[str, Any] = {
    "campaign": {
        "summary": "A campaign's planned test",
        "value": {"name": "Bayfold: subject lines", "campaign": "cmp_4fT0c1nJm3zq"},
    },
    "lines": {
        "summary": "Two subject lines",
        "value": {
            "name": "Question or figure",
            "variants": [
                {"name": "A", "subject_line": "Who checks your freight invoices?"},
                {"name": "B", "subject_line": "An overcharge in one of nine invoices"},
            ],
            "baseline_rate": 0.03,
            "minimum_uplift": 0.5,
        },
    },
}
EVENTS: dict[str, Any] = {
    "two": {
        "summary": "An email sent and answered",
        "value": {
            "events": [
                {"id": "m-1", "recipient": "ada@northwind.example", "type": "sent", "at": "2026-11-02T09:00:00Z"},
                {
                    "id": "m-2",
                    "recipient": "ada@northwind.example",
                    "type": "replied",
                    "sentiment": "positive",
                    "at": "2026-11-03T14:12:00Z",
                },
            ]
        },
    }
}
RECIPIENTS: dict[str, Any] = {
    "two": {"summary": "Two recipients", "value": {"recipients": ["ada@northwind.example", "crm-20417"]}}
}
FRAMES = """\
id: 41
event: results
data: {"results":{"state":"running"},"recommendation":{"verdict":"collecting"}}
"""


def _body(model: str, examples: dict[str, Any] | None = None, *, required: bool = True) -> dict[str, Any]:
    content = content_of(model)
    if examples:
        content["application/json"]["examples"] = examples
    return {"openapi_extra": {"requestBody": {"required": required, "content": content}}}


def _experiment(description: str, *headers: str) -> dict[str, Any]:
    return {
        "description": description,
        "headers": {name: {"schema": {"type": "string"}} for name in headers},
        "content": content_of("ExperimentDocument"),
    }


def _answer(description: str, model: str) -> dict[int | str, Any]:
    return {200: {"description": description, "content": content_of(model)}}


def _move(summary: str, *more: type[InvalidRequest]) -> dict[str, Any]:
    return described(
        summary,
        {200: _experiment("The experiment as it is now", "ETag")},
        NotFound,
        WrongTransition,
        PreconditionFailed,
        *more,
    )


MAKE: dict[str, Any] = {
    **described(
        "Make an experiment",
        {201: _experiment("The draft", "Location", "ETag")},
        InvalidIdempotencyKey,
        IdempotencyKeyReused,
        NotFound,
        BodyTooLarge,
        UnsupportedMediaType,
        InvalidRequest,
        InvalidExperiment,
    ),
    "description": (
        "Out of a finished campaign, whose `ab_test` gives whatever is not given here, or out of 2 to 8 variants: "
        "subject lines, emails, follow-ups, or whole campaigns or parts of them. Variants differ in one factor unless "
        "`several_factors` allows more. With `Idempotency-Key` a repeated request is answered with the experiment that "
        "the first has made."
    ),
    **_body("ExperimentRequest", EXAMPLES),
}
LIST = described("List experiments", _answer("Some experiments, newest first", "ExperimentList"), InvalidRequest)
READ = described(
    "Read an experiment",
    {200: _experiment("The experiment", "ETag"), 304: {"description": "It is as the client has it"}},
    NotFound,
)
CHANGE: dict[str, Any] = {
    **described(
        "Change an experiment",
        {200: _experiment("The experiment as it is now", "ETag")},
        NotFound,
        WrongTransition,
        PreconditionFailed,
        PreconditionRequired,
        InvalidRequest,
        InvalidExperiment,
    ),
    **_body("ExperimentChanges"),
}
DELETE = described(
    "Delete an experiment",
    {204: {"description": "It is gone"}},
    NotFound,
    WrongTransition,
    PreconditionFailed,
    PreconditionRequired,
)
START, PAUSE = _move("Start or resume an experiment"), _move("Pause an experiment")
STOP: dict[str, Any] = {**_move("Stop an experiment", InvalidRequest), **_body("Stop", required=False)}
DECLARE: dict[str, Any] = {
    **_move("Declare a winner", InvalidRequest, InvalidExperiment),
    **_body("Declaration"),
}
ASSIGN: dict[str, Any] = {
    **described(
        "Assign recipients",
        _answer("Everybody's variant, in the order given", "AssignedRecipients"),
        NotFound,
        WrongTransition,
        BodyTooLarge,
        UnsupportedMediaType,
        InvalidRequest,
    ),
    "description": (
        f"Up to {MOST_ITEMS:,} at once, any ids that stay the same. Whoever was assigned before gets the same variant, "
        "in every state of the experiment; somebody new only while it runs."
    ),
    **_body("RecipientsRequest", RECIPIENTS),
}
ASSIGNMENTS: dict[str, Any] = described(
    "List assignments",
    {
        200: {
            "description": "Some assignments, or all of them as a table",
            "content": {**content_of("AssignmentPage"), "text/csv": {"schema": {"type": "string"}}},
        }
    },
    NotFound,
    InvalidRequest,
)
RECORD: dict[str, Any] = {
    **described(
        "Record events",
        _answer("What became of each event", "EventOutcomes"),
        NotFound,
        WrongTransition,
        BodyTooLarge,
        UnsupportedMediaType,
        InvalidRequest,
    ),
    "description": (
        f"Up to {MOST_ITEMS:,} at once, late and in any order. An event whose id came before is a `duplicate`; one of "
        "somebody who was never assigned is an `unknown_recipient`; one that is not valid is `refused`, and the others "
        "are taken. Every event is told apart by who made it, a person or a machine, with the reason."
    ),
    **_body("ExperimentEvents", EVENTS),
}
RESULTS = described("Read an experiment's results", _answer("The results", "ExperimentResults"), NotFound)
RECOMMENDATION = described("Read what to do now", _answer("The recommendation", "Recommendation"), NotFound)
STREAM: dict[str, Any] = {
    **described(
        "Follow an experiment",
        {
            200: {
                "description": "Its figures after each change",
                "content": {"text/event-stream": {"schema": {"type": "string"}, "example": FRAMES}},
            },
            204: {"description": "It has ended, and the client has seen everything"},
        },
        NotFound,
    ),
    "description": (stream.__doc__ or "").partition("\n\n")[2],
}
UNSUBSCRIBE: dict[str, Any] = {
    **described("Unsubscribe", {200: {"description": "Taken off"}}, NotFound, InvalidRequest),
    "description": (
        "The address for an email's `List-Unsubscribe` header, beside "
        "`List-Unsubscribe-Post: List-Unsubscribe=One-Click`. It names a recipient by a key "
        "that nobody can guess, so it needs no other."
    ),
    "openapi_extra": {
        "requestBody": {
            "required": True,
            "content": {
                "application/x-www-form-urlencoded": {
                    "schema": {
                        "type": "object",
                        "properties": {"List-Unsubscribe": {"const": "One-Click"}},
                        "required": ["List-Unsubscribe"],
                    },
                    "example": {"List-Unsubscribe": "One-Click"},
                }
            },
        }
    },
}
WEBHOOK: dict[str, Any] = {
    **described(
        "Report what happened to emails",
        {200: {"description": "Recorded, or nothing that concerns an experiment"}},
        NotFound,
        UnverifiedWebhook,
        UnreadableWebhook,
        BodyTooLarge,
    ),
    "description": (
        "For sending platforms: `sendgrid`, `mailgun`, `postmark`, `ses`, `resend`, `mandrill`; each is there once its "
        "secret is set. Put `experiment_id`, `variant` and `recipient_key` into the metadata of each email."
    ),
}
