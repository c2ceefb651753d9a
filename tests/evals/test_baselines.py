"""A run fails where a figure fell further below its baseline than its tolerance."""

import json
from pathlib import Path

import pytest

from core.settings import OFFLINE
from evals.__main__ import compared
from evals.baselines import BASELINES, Baseline, Baselines, baseline_of, changes
from evals.figures import Figure, Figures
from evals.metrics import BY_KEY, METRICS
from evals.report import Report

NAME, STANDS, GRADE = "read_website.name_right", "outreach.quotes_stand", "outreach.reading_grade"


def figures(key: str, mean: float, examples: int = 16) -> Figures:
    return {key: {"all": Figure(mean=mean, examples=examples)}}


def report(found: Figures, data: str = "d1") -> Report:
    return Report(model="m1", data=data, figures=found, examples=())


def against(found: Figures, accepted: Figures, data: str = "d1") -> Report:
    return compared(report(found), Baselines({}).accept("m1", data, accepted))


@pytest.mark.parametrize(
    ("key", "was", "now", "verdict"),
    [
        (NAME, 0.8, 0.8, "same"),
        (NAME, 0.8, 0.9, "better"),
        (NAME, 0.8, 0.8 - BY_KEY[NAME].tolerance.drop, "within"),
        (NAME, 0.8, 0.7, "worse"),
        (STANDS, 1.0, 0.9999, "worse"),
        (GRADE, 5.0, 4.0, "better"),
        (GRADE, 5.0, 5.5, "within"),
        (GRADE, 5.0, 5.6, "worse"),
    ],
)
def test_a_figure_may_fall_as_far_as_its_tolerance(key: str, was: float, now: float, verdict: str) -> None:
    found = against(figures(key, now), figures(key, was))
    assert [change.verdict for change in found.changes] == [verdict]
    assert found.failed is (verdict == "worse")


def test_a_metric_that_is_no_longer_measured_fails_and_a_new_one_does_not() -> None:
    found = against(figures(NAME, 1.0), figures(STANDS, 1.0))
    assert {change.metric: change.verdict for change in found.changes} == {NAME: "new", STANDS: "missing"}
    assert [change.metric for change in found.fallen] == [STANDS]


def test_a_language_may_lose_as_much_in_all_as_the_whole_may() -> None:
    row = {"all": Figure(mean=0.9, examples=16), "de": Figure(mean=0.9, examples=4)}
    drop = BY_KEY[NAME].tolerance.drop
    allowed = {change.language: change.allowed for change in changes({NAME: row}, Baseline(data="", means={}))}
    assert allowed == {"all": drop, "de": pytest.approx(4 * drop)}


def test_a_language_that_falls_is_not_hidden_by_another_that_rises() -> None:
    def row(de: float, fr: float) -> Figures:
        each = {"de": Figure(mean=de, examples=4), "fr": Figure(mean=fr, examples=4)}
        return {NAME: {"all": Figure(mean=(de + fr) / 2, examples=8), **each}}

    found = against(row(0.5, 1.0), row(1.0, 0.5))
    assert [change.language for change in found.fallen] == ["de"]


def test_other_data_cannot_be_compared_and_no_baseline_need_not() -> None:
    other = against(figures(NAME, 1.0), figures(NAME, 1.0), data="d2")
    assert other.failed
    assert "--accept" in other.remark
    alone = compared(report(figures(NAME, 0.0)), Baselines({}))
    assert not alone.failed
    assert "no baseline for m1" in alone.remark


def test_baselines_of_other_models_stay_when_one_is_accepted(tmp_path: Path) -> None:
    file = tmp_path / "baselines.json"
    Baselines.read(file).accept("m1", "d1", figures(NAME, 0.5)).write(file)
    Baselines.read(file).accept("m2", "d1", figures(NAME, 0.7)).write(file)
    assert {model: one.means[NAME]["all"] for model, one in Baselines.read(file).root.items()} == {"m1": 0.5, "m2": 0.7}


def test_time_is_no_baseline() -> None:
    assert baseline_of("d1", figures("pack.milliseconds", 90.0)).means == {}


def test_every_tolerance_has_its_reason_and_every_metric_its_source() -> None:
    for metric in METRICS:
        assert len(metric.tolerance.reason) > 20
        assert metric.says
        assert metric.source
    assert len(BY_KEY) == len(METRICS)


def test_only_figures_of_the_offline_model_are_committed() -> None:
    assert set(json.loads(BASELINES.read_text("utf-8"))) == {OFFLINE}
