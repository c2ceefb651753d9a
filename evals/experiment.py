"""One run of LangSmith's `evaluate`: on this machine alone without a key, as an experiment on its server with one."""

import contextlib
import os
import sys
import warnings
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from uuid import UUID

from langsmith import Client, evaluate
from langsmith.evaluation import EvaluationResult, EvaluationResults, RunEvaluator
from langsmith.run_helpers import tracing_context
from langsmith.schemas import Example, LangSmithInfo, Run

from evals.dataset import CompanyNotes, Dataset, GoodPack, Lookalike
from evals.outcome import CampaignOutcome, Evaluator, RubricOutcome, Score

RowT = TypeVar("RowT", CompanyNotes, GoodPack, Lookalike)
OutcomeT = TypeVar("OutcomeT", CampaignOutcome, RubricOutcome)
Target = Callable[[dict[str, Any]], dict[str, Any]]
Summary = Callable[[Sequence[dict[str, Any]]], tuple[Score, ...]]


class BrokenEvaluation(Exception):
    """A target or an evaluator raised: there are no figures."""


@dataclass(frozen=True)
class Scored(Generic[OutcomeT]):
    """One example with what came out and every score."""

    name: str
    language: str
    outcome: OutcomeT
    scores: tuple[Score, ...]


@dataclass(frozen=True)
class Feedback(RunEvaluator, Generic[OutcomeT, RowT]):
    """One of our evaluators as LangSmith calls it."""

    evaluator: Evaluator[OutcomeT, RowT]
    outcome: type[OutcomeT]
    row: type[RowT]
    traced: bool
    """Whether calls of a judge are traced; LangChain's tracer would send them even where nothing is uploaded."""

    @property
    def feedback_keys(self) -> list[str]:
        """Return the keys of the scores."""
        return list(self.evaluator.metrics)

    def evaluate_run(
        self, run: Run, example: Example | None = None, evaluator_run_id: UUID | None = None
    ) -> EvaluationResults:
        """Return the scores of one run."""
        notes = self.row.model_validate(example.outputs if example else None)
        with contextlib.nullcontext() if self.traced else tracing_context(enabled=False):
            return _results(self.evaluator(self.outcome.model_validate(run.outputs), notes))


def _results(scores: Sequence[Score]) -> EvaluationResults:
    return {"results": [EvaluationResult(key=one.metric, score=one.value, comment=one.comment) for one in scores]}


@dataclass(frozen=True)
class Laboratory:
    """Where experiments are run and whether they are kept on LangSmith's server."""

    client: Client
    uploads: bool

    @classmethod
    def open(cls) -> "Laboratory":
        """Return LangSmith's server where LANGSMITH_API_KEY is set, else this machine, which sends nothing."""
        if os.environ.get("LANGSMITH_API_KEY"):
            return cls(Client(), uploads=True)
        # `info` given, the client does not ask the server for it; no batches, no thread that sends them; and without
        # tracing it does not miss the key.
        with tracing_context(enabled=False):
            return cls(Client(info=LangSmithInfo(), auto_batch_tracing=False), uploads=False)

    def run(
        self,
        dataset: Dataset[RowT],
        target: Target,
        evaluators: Sequence[Evaluator[OutcomeT, RowT]],
        outcome: type[OutcomeT],
        *,
        label: str,
        summary: Summary | None = None,
    ) -> list[Scored[OutcomeT]]:
        """Evaluate a target on a dataset; raise BrokenEvaluation for an error that no example explains."""

        def over_all(runs: list[Run], examples: list[Example]) -> EvaluationResults:
            return _results(summary([run.outputs or {} for run in runs]) if summary else ())

        with _quiet(self.uploads):
            results = evaluate(
                self._sealed(target),
                data=self._examples(dataset),
                evaluators=[Feedback(one, outcome, dataset.shape, self.uploads) for one in evaluators],
                summary_evaluators=[over_all] if summary else None,
                experiment_prefix=f"{dataset.name}-{label}",
                metadata={"model": label, "dataset": dataset.version},
                client=self.client,
                upload_results=self.uploads,
                max_concurrency=0,
            )
            return [_scored(row["run"], row["example"], row["evaluation_results"], outcome) for row in results]

    def _sealed(self, target: Target) -> Target:
        """Return the target; where nothing is uploaded, without tracing inside, whatever the environment asks for."""
        if self.uploads:
            return target

        def untraced(inputs: dict[str, Any]) -> dict[str, Any]:
            with tracing_context(enabled=False):
                return target(inputs)

        return untraced

    def _examples(self, dataset: Dataset[RowT]) -> list[Example]:
        """Return the examples: our own, or the server's, written there once per version of the dataset."""
        if not self.uploads:
            return dataset.examples()
        name = f"overture-{dataset.name}-{dataset.version}"
        if not self.client.has_dataset(dataset_name=name):
            home = self.client.create_dataset(name)
            told = [
                {"inputs": one.inputs, "reference_outputs": one.outputs, "metadata": one.metadata}
                for one in dataset.examples()
            ]
            self.client.create_examples(dataset_id=home.id, examples=told)
        return list(self.client.list_examples(dataset_name=name))


def _scored(run: Run, example: Example, found: EvaluationResults, outcome: type[OutcomeT]) -> Scored[OutcomeT]:
    """Return an example's scores; raise BrokenEvaluation if its target or an evaluator raised."""
    if run.error:
        raise BrokenEvaluation(run.error)
    if broken := [one.comment for one in found["results"] if one.extra]:
        raise BrokenEvaluation(broken[0])
    known = example.metadata or {}
    return Scored(
        name=known["name"],
        language=known["language"],
        outcome=outcome.model_validate(run.outputs),
        scores=tuple(
            Score(metric=one.key, value=None if one.score is None else float(one.score), comment=one.comment or "")
            for one in found["results"]
        ),
    )


@contextlib.contextmanager
def _quiet(uploads: bool) -> Generator[None]:
    """Keep LangSmith from announcing what it does not upload; the address of an uploaded experiment goes to stderr."""
    with warnings.catch_warnings(), open(os.devnull, "w") as nowhere:
        warnings.filterwarnings("ignore", message=".*upload_results.*beta")
        with contextlib.redirect_stdout(sys.stderr if uploads else nowhere):
            yield
