"""The JSON schemas of what experiments take and answer."""

import json
from importlib.resources import files
from typing import Any

from pydantic.json_schema import models_json_schema

from server.experiments.listing import AssignmentPage
from server.experiments.requests import (
    Declaration,
    ExperimentChanges,
    ExperimentEvents,
    ExperimentRequest,
    RecipientsRequest,
    Stop,
)
from server.experiments.view import AssignedRecipients, EventOutcomes, ExperimentDocument, ExperimentList

REF = "#/components/schemas/{model}"
FIGURES = "figures.schema.json"
"""Schemas of results and recommendation. They stand in a file since the statistics behind them take seconds to load."""


def experiment_schemas() -> dict[str, Any]:
    """Return every schema once."""
    answers = (ExperimentDocument, ExperimentList, AssignedRecipients, AssignmentPage, EventOutcomes)
    asked = (ExperimentRequest, ExperimentChanges, Stop, Declaration, RecipientsRequest, ExperimentEvents)
    _, answered = models_json_schema([(model, "serialization") for model in answers], ref_template=REF)
    _, wanted = models_json_schema([(model, "validation") for model in asked], ref_template=REF)
    figures = json.loads(files("server.experiments").joinpath(FIGURES).read_text("utf-8"))
    return {**figures, **answered["$defs"], **wanted["$defs"]}


def figures_schemas() -> dict[str, Any]:
    """Return the schemas of results and recommendation as the code has them: what the file holds."""
    from experiments.recommendation import Recommendation
    from experiments.results import Results
    from experiments.series import Point

    class ExperimentResults(Results):
        """The results as of a moment, with the points of a picture."""

        series: tuple[Point, ...]
        """A point for each day on which emails were sent."""

    models = (ExperimentResults, Recommendation)
    _, found = models_json_schema([(model, "serialization") for model in models], ref_template=REF)
    schemas: dict[str, Any] = found["$defs"]
    return schemas
