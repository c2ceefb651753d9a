"""The means: per metric and language, and over all."""

from collections.abc import Iterable, Mapping, Sequence
from statistics import fmean
from typing import Any

from core.value import Value
from evals.evaluators.sameness import Runs, elsewhere, pairs, runs_of
from evals.experiment import Scored
from evals.metrics import METRICS
from evals.outcome import CampaignOutcome, RubricOutcome, Score

ALL = "all"
DIGITS = 4


class Figure(Value):
    """A mean and how many examples it is of."""

    mean: float
    examples: int


Figures = dict[str, dict[str, Figure]]
"""By metric, then by language or `all`."""


def figures_of(scored: Iterable[Scored[CampaignOutcome] | Scored[RubricOutcome]]) -> Figures:
    """Return the means of every metric; one that says nothing of a language is not there."""
    values: dict[str, dict[str, list[float]]] = {}
    for example in scored:
        for score in example.scores:
            if score.value is not None:
                by_language = values.setdefault(score.metric, {})
                by_language.setdefault(ALL, []).append(score.value)
                by_language.setdefault(example.language, []).append(score.value)
    return ordered({key: {name: _mean(found) for name, found in row.items()} for key, row in values.items()})


def sameness(scored: Iterable[Scored[CampaignOutcome]]) -> Figures:
    """Return how alike the packs of each language are; over all, pairs of one language only."""
    by_language: dict[str, list[Runs]] = {}
    for example in scored:
        if example.outcome.pack:
            by_language.setdefault(example.outcome.pack.language, []).append(runs_of(example.outcome.pack))
    compared = {language: packs for language, packs in sorted(by_language.items()) if len(packs) > 1}
    every_pair = {language: pairs(packs) for language, packs in compared.items()}
    every_pack = {language: elsewhere(packs) for language, packs in compared.items()}
    worst = {language: max(found) for language, found in every_pair.items()}
    worst |= {ALL: max(worst.values())} if worst else {}
    return {
        "sameness.pairs": _by_language(every_pair),
        "sameness.worst_pair": {name: Figure(mean=round(one, DIGITS), examples=1) for name, one in worst.items()},
        "sameness.elsewhere": _by_language(every_pack),
    }


def sameness_scores(outputs: Sequence[Mapping[str, Any]]) -> tuple[Score, ...]:
    """Return the figures over all languages as scores of the whole experiment."""
    outcomes = [CampaignOutcome.model_validate(one) for one in outputs]
    scored = [Scored(name="", language="", outcome=one, scores=()) for one in outcomes]
    return tuple(
        Score(metric=key, value=row[ALL].mean if ALL in row else None) for key, row in sameness(scored).items()
    )


def ordered(figures: Figures) -> Figures:
    """Return the figures in the order of the metrics, `all` first and languages by name."""
    return {
        metric.key: {name: figures[metric.key][name] for name in sorted(figures[metric.key], key=_all_first)}
        for metric in METRICS
        if figures.get(metric.key)
    }


def _all_first(name: str) -> tuple[bool, str]:
    return name != ALL, name


def _by_language(values: Mapping[str, list[float]]) -> dict[str, Figure]:
    return {name: _mean(found) for name, found in (*values.items(), (ALL, _joined(values))) if found}


def _joined(values: Mapping[str, list[float]]) -> list[float]:
    return [value for found in values.values() for value in found]


def _mean(values: list[float]) -> Figure:
    return Figure(mean=round(fmean(values), DIGITS), examples=len(values))
