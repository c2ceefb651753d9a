"""Change an experiment as far as its state allows."""

from typing import Any

from pydantic import ValidationError

from experiments.experiment import Experiment
from experiments.lifecycle import check_editable
from experiments.problems import InvalidExperiment
from server.experiments.requests import ExperimentChanges

_OF_THE_PLAN = ("variants", "window_days", "baseline_rate", "minimum_uplift", "several_factors")


def changed(experiment: Experiment, wanted: ExperimentChanges) -> Experiment:
    """Return the experiment as it is wanted; raise WrongTransition or InvalidExperiment."""
    plan = {name: value for name in _OF_THE_PLAN if (value := getattr(wanted, name)) is not None}
    if plan or wanted.store_recipients is not None:
        check_editable(experiment.state)
    if plan:
        experiment = _replanned(experiment, plan, wanted)
    elif wanted.weights is not None:
        experiment = experiment.reweighted(wanted.weights)
    return experiment.model_copy(update={"name": wanted.name}) if wanted.name else experiment


def _replanned(experiment: Experiment, plan: dict[str, Any], wanted: ExperimentChanges) -> Experiment:
    """Return the draft with another plan; weights that no longer fit the variants become even."""
    arms = plan.get("variants", experiment.variants)
    weights = wanted.weights or (
        experiment.weights if len(arms) == len(experiment.variants) else (1 / len(arms),) * len(arms)
    )
    try:
        return Experiment(**{**dict(experiment), **plan, "phases": (weights,)})
    except ValidationError as wrong:
        said = wrong.errors()[0]["msg"].removeprefix("Value error, ")
        raise InvalidExperiment(f"{said[0].upper()}{said[1:]}.") from wrong
