"""An experiment is a test that can be read, moves only along its states, and never moves an assigned person."""

from collections.abc import Callable
from typing import Any

import pytest
from pydantic import ValidationError

from core.pack import AbTest, AbVariant
from experiments.assignment import assign
from experiments.experiment import Experiment, NewExperiment, experiment_from
from experiments.lifecycle import WAYS, Action, State, check_assigns, check_counts, check_editable, state_after
from experiments.problems import InvalidExperiment, WrongTransition
from experiments.variant import Variant, varied

SUBJECTS = ({"name": "A", "subject_line": "leaks by the hour"}, {"name": "B", "subject_line": "42 utilities in Ohio"})
PLANNED = AbTest(
    hypothesis="One is better.",
    variants=tuple(AbVariant(name=arm["name"], subject_line=arm["subject_line"], rationale="") for arm in SUBJECTS),
    metric_description="",
    baseline_rate=0.05,
    minimum_uplift=0.5,
    significance=0.05,
    power=0.8,
    sample_size_per_variant=1471,
    total_sample_size=2942,
    can_tell="",
    cannot_tell="",
    detectable=(),
    sources=(),
)
STATES: tuple[State, ...] = ("draft", "running", "paused", "stopped", "decided")
ACTIONS: tuple[Action, ...] = ("start", "pause", "stop", "decide")


def experiment(**more: Any) -> Experiment:
    asked = NewExperiment.model_validate({"name": "subjects", "variants": SUBJECTS, **more})
    return experiment_from(asked, "exp-1")


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("action", ACTIONS)
def test_only_the_drawn_ways_lead_on(state: State, action: Action) -> None:
    if (state, action) in WAYS:
        assert state_after(state, action) == WAYS[state, action]
    else:
        with pytest.raises(WrongTransition) as refused:
            state_after(state, action)
        assert (refused.value.status, refused.value.code) == (409, "wrong_transition")


ALLOWED = (
    (check_assigns, {"running"}),
    (check_counts, {"running", "paused", "stopped", "decided"}),
    (check_editable, {"draft"}),
)


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(("check", "allowed"), ALLOWED)
def test_what_a_state_allows(state: State, check: Callable[[State], None], allowed: set[State]) -> None:
    if state in allowed:
        check(state)
    else:
        with pytest.raises(WrongTransition):
            check(state)


def test_the_way_from_draft_to_decided() -> None:
    running = experiment().start()
    assert running.pause().start().stop().decide("B").decided_for == "B"
    assert running.decide(None).state == "decided"


def test_a_variant_that_is_none_cannot_win() -> None:
    with pytest.raises(InvalidExperiment):
        experiment().start().decide("C")


def test_only_a_running_experiment_assigns() -> None:
    with pytest.raises(WrongTransition):
        assign(experiment(), "r1")
    assert assign(experiment().start(), "r1") in ("A", "B")


def test_new_weights_start_a_phase_and_keep_the_old_one() -> None:
    running = experiment().start()
    changed = running.reweighted((0.9, 0.1))
    assert changed.phases == ((0.5, 0.5), (0.9, 0.1))
    assert (changed.phase, changed.weights) == (1, (0.9, 0.1))
    assert changed.reweighted((0.9, 0.1)) == changed


def test_a_draft_has_no_phase_to_keep() -> None:
    assert experiment().reweighted((0.9, 0.1)).phases == ((0.9, 0.1),)


def test_weights_are_final_once_it_is_over() -> None:
    with pytest.raises(WrongTransition):
        experiment().start().stop().reweighted((0.9, 0.1))


@pytest.mark.parametrize("weights", [(0.5, 0.6), (0.5,), (1.0, 0.0), (0.2, 0.2)])
def test_weights_that_are_no_shares_are_refused(weights: tuple[float, ...]) -> None:
    with pytest.raises(InvalidExperiment):
        experiment(weights=weights)
    with pytest.raises(InvalidExperiment):
        experiment().start().reweighted(weights)


@pytest.mark.parametrize(
    ("variants", "said"),
    [
        ([SUBJECTS[0], {"name": "A", "subject_line": "other"}], "name of its own"),
        ([SUBJECTS[0], {"name": "B", "subject_line": "leaks by the hour"}], "the same"),
        ([SUBJECTS[0], {"name": "B", "subject_line": "x", "outreach": "Hi"}], "differ in outreach, subject_line"),
        ([SUBJECTS[0], {"name": "B", "campaign": "c1"}], "differ in campaign, subject_line"),
    ],
)
def test_arms_that_no_test_can_be_made_of_are_refused(variants: list[dict[str, str]], said: str) -> None:
    with pytest.raises(InvalidExperiment, match=said):
        experiment(variants=variants)


def test_several_factors_are_allowed_where_that_is_meant() -> None:
    variants = [SUBJECTS[0], {"name": "B", "subject_line": "x", "outreach": "Hi"}]
    assert experiment(variants=variants, several_factors=True).several_factors


@pytest.mark.parametrize(
    ("variants", "factors"),
    [
        (SUBJECTS, {"subject_line"}),
        (({"name": "A", "campaign": "c1"}, {"name": "B", "campaign": "c2"}), {"campaign"}),
        (
            ({"name": "A", "campaign": "c1", "part": "outreach"}, {"name": "B", "campaign": "c2", "part": "outreach"}),
            {"outreach"},
        ),
        (
            (
                {"name": "A", "campaign": "c1", "part": "subject_line_1"},
                {"name": "B", "campaign": "c1", "part": "subject_line_3"},
            ),
            {"subject_line"},
        ),
        (({"name": "A", "follow_up": "x"}, {"name": "B", "follow_up": "y"}), {"follow_up"}),
    ],
)
def test_the_factor_is_what_the_arms_differ_in(variants: tuple[dict[str, str], ...], factors: set[str]) -> None:
    assert varied(tuple(map(Variant.model_validate, variants))) == factors
    assert experiment(variants=variants).phases == ((0.5, 0.5),)


@pytest.mark.parametrize(
    "variant",
    [
        {"name": "A"},
        {"name": "A", "subject_line": "x", "campaign": "c1"},
        {"name": "A", "subject_line": "x", "part": "outreach"},
        {"name": "A B", "subject_line": "x"},
        {"name": "", "subject_line": "x"},
        {"name": "Ä", "subject_line": "x"},
    ],
)
def test_an_arm_says_what_it_is(variant: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        Variant.model_validate(variant)


@pytest.mark.parametrize("count", [1, 9])
def test_two_to_eight_arms(count: int) -> None:
    variants = [{"name": f"v{number}", "subject_line": str(number)} for number in range(count)]
    with pytest.raises(ValidationError):
        NewExperiment.model_validate({"name": "x", "variants": variants})


def test_without_arms_there_must_be_a_campaign() -> None:
    with pytest.raises(ValidationError):
        NewExperiment(name="x")
    with pytest.raises(InvalidExperiment, match="campaign"):
        experiment_from(NewExperiment(name="x", campaign="c1"), "exp-1")


def test_an_uplift_beyond_everybody_is_refused() -> None:
    with pytest.raises(InvalidExperiment, match="exceed 1"):
        experiment(baseline_rate=0.6, minimum_uplift=1.0)


def test_a_campaigns_planned_test_becomes_the_experiment() -> None:
    draft = experiment_from(NewExperiment(name="x", campaign="c1"), "exp-1", PLANNED)
    assert draft.names == ("A", "B")
    assert draft.variants[1].subject_line == "42 utilities in Ohio"
    assert (draft.baseline_rate, draft.minimum_uplift, draft.campaign) == (0.05, 0.5, "c1")


def test_what_is_given_stands_before_the_campaigns_plan() -> None:
    asked = NewExperiment(name="x", campaign="c1", baseline_rate=0.02, weights=(0.8, 0.2))
    draft = experiment_from(asked, "exp-1", PLANNED)
    assert (draft.baseline_rate, draft.minimum_uplift, draft.weights) == (0.02, 0.5, (0.8, 0.2))


def test_later_weights_leave_the_planned_size() -> None:
    assert experiment().start().reweighted((0.8, 0.2)).plan() == experiment().plan()


def test_the_plan_follows_the_weights() -> None:
    assert experiment().plan().per_variant == (650, 650)
    assert experiment(weights=(0.8, 0.2)).plan().total > 1300
