"""An experiment: its arms, its plan, and what may become of both."""

import math
from typing import Annotated, Literal, Self

from pydantic import Field, ValidationError, model_validator

from core.pack import AbTest
from core.value import Value
from experiments.lifecycle import State, state_after
from experiments.planning import MINIMUM_UPLIFT, REPLY_RATE, Plan, plan
from experiments.problems import InvalidExperiment, WrongTransition
from experiments.variant import Variant, VariantName, varied

Metric = Literal["replied"]
Weights = tuple[Annotated[float, Field(ge=0, le=1)], ...]
Rate = Annotated[float, Field(gt=0, lt=1)]
Uplift = Annotated[float, Field(gt=0, le=9)]
"""Relative, up to ten times the baseline: nobody plans for more."""
WINDOW_DAYS = 7
"""Nearly all replies come within a week; the same for every recipient."""
WINDOW = Field(default=WINDOW_DAYS, ge=1, le=60)


class NewExperiment(Value):
    """What is asked for: variants, or a campaign whose planned test becomes the experiment."""

    name: Annotated[str, Field(min_length=1, max_length=200)]
    campaign: Annotated[str, Field(min_length=1, max_length=200)] | None = None
    """Id of a finished campaign; its `ab_test` gives whatever is not given here."""
    variants: Annotated[tuple[Variant, ...], Field(min_length=2, max_length=8)] | None = None
    """Two to eight arms; the first is the control."""
    weights: Weights | None = None
    """Share of each arm, adding up to 1; even by default."""
    metric: Metric = "replied"
    """Unique human replies per recipient sent, within the window."""
    window_days: int = WINDOW
    """Days after the first email within which a reply counts."""
    baseline_rate: Rate | None = None
    """The reply rate you have now; your own is better than any benchmark."""
    minimum_uplift: Uplift | None = None
    """The smallest relative uplift worth knowing: 1.0 is twice as many replies."""
    several_factors: bool = False
    """Allow arms that differ in more than one factor; then only the whole wins or loses."""

    @model_validator(mode="after")
    def _has_arms(self) -> Self:
        if self.variants is None and self.campaign is None:
            raise ValueError("give variants, or a campaign to take them from")
        return self


class Experiment(Value):
    """An experiment as it is stored, apart from its assignments and counters."""

    id: str
    """Salt of the assignments as well."""
    name: str
    campaign: str | None = None
    variants: Annotated[tuple[Variant, ...], Field(min_length=2, max_length=8)]
    phases: Annotated[tuple[Weights, ...], Field(min_length=1)]
    """The weights in the order in which they held; an assignment keeps the number of its phase."""
    metric: Metric = "replied"
    window_days: int = WINDOW
    baseline_rate: Rate = REPLY_RATE
    minimum_uplift: Uplift = MINIMUM_UPLIFT
    several_factors: bool = False
    state: State = "draft"
    decided_for: VariantName | None = None
    """The variant somebody chose; None while undecided, or where none was better."""

    @model_validator(mode="after")
    def _is_a_test(self) -> Self:
        """Refuse arms and weights that no test can be made of."""
        check_arms(self.variants, several_factors=self.several_factors)
        for weights in self.phases:
            check_weights(weights, len(self.variants))
        if self.baseline_rate * (1 + self.minimum_uplift) >= 1:
            raise ValueError("the baseline rate and the uplift together exceed 1")
        return self

    @property
    def weights(self) -> Weights:
        """Return the weights that hold now."""
        return self.phases[-1]

    @property
    def phase(self) -> int:
        """Return the number of the phase that holds now."""
        return len(self.phases) - 1

    @property
    def names(self) -> tuple[str, ...]:
        """Return the variants' names in order."""
        return tuple(variant.name for variant in self.variants)

    def plan(self) -> Plan:
        """Return the size of the planned test, at the weights that held first.

        Later weights do not change it: a size that moved after it was reached would make a second test.
        """
        return plan(self.baseline_rate, self.minimum_uplift, self.phases[0])

    def start(self) -> "Experiment":
        """Return the experiment running, for the first time or again."""
        return self.model_copy(update={"state": state_after(self.state, "start")})

    def pause(self) -> "Experiment":
        """Return the experiment paused: nobody new is assigned."""
        return self.model_copy(update={"state": state_after(self.state, "pause")})

    def stop(self) -> "Experiment":
        """Return the experiment stopped for good; replies to what was sent still count."""
        return self.model_copy(update={"state": state_after(self.state, "stop")})

    def decide(self, variant: str | None) -> "Experiment":
        """Return the experiment decided for a variant, or for none."""
        if variant is not None and variant not in self.names:
            raise InvalidExperiment(f"There is no variant {variant}; there are {', '.join(self.names)}.")
        return self.model_copy(update={"state": state_after(self.state, "decide"), "decided_for": variant})

    def reweighted(self, weights: Weights) -> "Experiment":
        """Return the experiment with other weights for whoever comes next; nobody assigned moves.

        Each set of weights starts a phase, and arms are compared within phases only. A draft has no phase to keep.
        """
        if self.state in ("stopped", "decided"):
            raise WrongTransition(f"An experiment that is {self.state} assigns nobody, so its weights are final.")
        try:
            check_weights(weights, len(self.variants))
        except ValueError as wrong:
            raise InvalidExperiment(f"{wrong}.") from wrong
        if weights == self.weights:
            return self
        kept = () if self.state == "draft" else self.phases
        return self.model_copy(update={"phases": (*kept, weights)})


def check_arms(variants: tuple[Variant, ...], *, several_factors: bool) -> None:
    """Refuse names given twice, arms that are the same, and more than one factor unless that is meant."""
    if len({variant.name for variant in variants}) < len(variants):
        raise ValueError("every variant needs a name of its own")
    if len({tuple(sorted(variant.contents.items())) for variant in variants}) < len(variants):
        raise ValueError("two variants are the same, so there is nothing to compare")
    factors = varied(variants)
    if len(factors) > 1 and not several_factors:
        raise ValueError(
            f"the variants differ in {', '.join(sorted(factors))}: a difference would not say which of them made it; "
            "vary one, or set several_factors"
        )


def check_weights(weights: Weights, variants: int) -> None:
    """Refuse weights that are no shares of all variants, or that leave fewer than two arms."""
    if len(weights) != variants:
        raise ValueError(f"there are {variants} variants and {len(weights)} weights")
    if not math.isclose(sum(weights), 1, abs_tol=0.001):
        raise ValueError(f"weights are shares and add up to 1, these to {sum(weights):.3f}")
    if sum(weight > 0 for weight in weights) < 2:
        raise ValueError("at least two variants need a weight above 0")


def experiment_from(asked: NewExperiment, experiment_id: str, planned: AbTest | None = None) -> Experiment:
    """Return the draft that was asked for; what is not given comes from the campaign's planned test.

    Raises InvalidExperiment with the reason where no test can be made of it.
    """
    variants = asked.variants or _planned_variants(planned)
    even = tuple(1 / len(variants) for _ in variants)
    try:
        return Experiment(
            id=experiment_id,
            name=asked.name,
            campaign=asked.campaign,
            variants=variants,
            phases=(asked.weights or even,),
            metric=asked.metric,
            window_days=asked.window_days,
            baseline_rate=asked.baseline_rate or (planned.baseline_rate if planned else REPLY_RATE),
            minimum_uplift=asked.minimum_uplift or (planned.minimum_uplift if planned else MINIMUM_UPLIFT),
            several_factors=asked.several_factors,
        )
    except ValidationError as wrong:
        raise InvalidExperiment(_first_reason(wrong)) from wrong


def _planned_variants(planned: AbTest | None) -> tuple[Variant, ...]:
    if planned is None:
        raise InvalidExperiment("Give variants, or a finished campaign to take them from.")
    return tuple(Variant(name=arm.name, subject_line=arm.subject_line) for arm in planned.variants)


def _first_reason(wrong: ValidationError) -> str:
    """Return what a validator said, without Pydantic's frame around it."""
    said = wrong.errors()[0]["msg"].removeprefix("Value error, ")
    return f"{said[0].upper()}{said[1:]}."
