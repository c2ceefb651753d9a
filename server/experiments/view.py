"""How an experiment looks from outside."""

from datetime import datetime
from typing import Any

import orjson
from pydantic import Field

from core.value import Value
from experiments.experiment import Metric, Weights
from experiments.lifecycle import State
from experiments.variant import Variant
from server.conditional import etag
from server.experiments.assigning import Assigned
from server.experiments.catalogue import experiment_of, moment
from server.experiments.figures import Claim
from server.experiments.intake import EventOutcome
from server.store.experiments import StoredExperiment

PATH = "/v1/experiments"


class ExperimentLinks(Value):
    """Where an experiment and what belongs to it are found."""

    self: str
    assignments: str
    events: str
    results: str
    recommendation: str
    stream: str


class ExperimentDocument(Value):
    """An experiment, its plan and its state."""

    id: str
    name: str
    campaign: str | None
    """The campaign whose planned test it is made of."""
    variants: tuple[Variant, ...]
    """The first is the control."""
    phases: tuple[Weights, ...]
    """The weights in the order in which they held."""
    weights: Weights
    """The shares that hold now."""
    metric: Metric
    window_days: int
    baseline_rate: float
    minimum_uplift: float
    several_factors: bool
    state: State
    decided_for: str | None
    """The variant somebody chose; null while undecided, or where none was better."""
    store_recipients: bool
    created_at: datetime
    started_at: datetime | None
    ended_at: datetime | None
    reason: str | None
    """Why it was stopped, or decided so."""
    early_claim: Claim | None
    """The first winner that was found while it ran; it stands."""
    links: ExperimentLinks


class ExperimentList(Value):
    """Some experiments, newest first."""

    experiments: tuple[ExperimentDocument, ...]
    next: str | None = Field(description="The `cursor` of the next page; null on the last one.")


class AssignedRecipient(Value):
    """A recipient and the variant that is theirs."""

    recipient: str
    recipient_key: str
    """Put it into the email's metadata, beside `experiment_id` and `variant`: webhooks then find their way."""
    variant: str


class AssignedRecipients(Value):
    """The recipients in the order in which they were given."""

    assignments: tuple[AssignedRecipient, ...]


class EventOutcomes(Value):
    """What became of events, in the order in which they were given."""

    accepted: int
    duplicate: int
    unknown_recipient: int
    refused: int
    events: tuple[EventOutcome, ...]


def document_of(row: StoredExperiment) -> dict[str, Any]:
    """Return an experiment as JSON's values."""
    experiment, place = experiment_of(row), f"{PATH}/{row.id}"
    belongings = ("assignments", "events", "results", "recommendation", "stream")
    return {
        **experiment.model_dump(mode="json"),
        "weights": experiment.weights,
        "store_recipients": row.store_recipients,
        "created_at": _moment(row.created_at),
        "started_at": _moment(row.started_at),
        "ended_at": _moment(row.ended_at),
        "reason": row.reason,
        "early_claim": orjson.Fragment(row.claim) if row.claim else None,
        "links": {"self": place, **{name: f"{place}/{name}" for name in belongings}},
    }


def tag_of(row: StoredExperiment) -> str:
    """Return an experiment's ETag: another one after every change of its own; counting changes none."""
    return etag(row.id, f"{row.version}{' claimed' if row.claim else ''}")


def assigned_json(assigned: list[Assigned]) -> bytes:
    """Return everybody's variant."""
    return orjson.dumps({"assignments": assigned})


def outcomes_json(outcomes: list[EventOutcome]) -> bytes:
    """Return what became of events, with their numbers."""
    numbers = dict.fromkeys(("accepted", "duplicate", "unknown_recipient", "refused"), 0)
    for one in outcomes:
        numbers[one.outcome] += 1
    return orjson.dumps({**numbers, "events": [one.model_dump() for one in outcomes]})


def _moment(seconds: float | None) -> str | None:
    """Return a time as RFC 3339 writes it, in UTC and milliseconds."""
    return moment(seconds).isoformat(timespec="milliseconds").replace("+00:00", "Z") if seconds is not None else None
