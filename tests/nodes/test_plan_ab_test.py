"""The plan tests two thoughts against each other and says what it cannot show."""

import pytest
from langgraph.runtime import Runtime

from core.context import Context
from core.icp import Icp, Persona
from core.pack import AbTest, SubjectLine
from nodes.plan_ab_test import PlanAbTest, PlanAbTestInput

pytestmark = pytest.mark.anyio

LINES = (
    SubjectLine(text="Saturday stops", angle="problem", score=80),
    SubjectLine(text="wear, three weeks early", angle="outcome", score=100),
    SubjectLine(text="how 31 mills hear wear", angle="proof", score=95),
)


async def planned(lines: tuple[SubjectLine, ...] = LINES) -> AbTest:
    state = PlanAbTestInput(subject_lines=lines, icp=Icp(personas=(Persona(title="Maintenance manager"),)))
    return (await PlanAbTest()(state, Runtime(context=Context())))["ab_test"]


async def test_the_two_best_lines_on_different_angles_are_tested() -> None:
    test = await planned()
    assert [variant.subject_line for variant in test.variants] == ["wear, three weeks early", "how 31 mills hear wear"]
    assert [variant.name for variant in test.variants] == ["A", "B"]


async def test_a_second_line_on_the_same_angle_waits() -> None:
    lines = (LINES[0], LINES[1], LINES[2].model_copy(update={"angle": "outcome"}))
    assert [variant.subject_line for variant in (await planned(lines)).variants] == [
        "wear, three weeks early",
        "Saturday stops",
    ]


async def test_lines_without_scores_are_taken_in_their_order() -> None:
    lines = tuple(line.model_copy(update={"score": None}) for line in LINES)
    assert [variant.subject_line for variant in (await planned(lines)).variants] == [
        "Saturday stops",
        "wear, three weeks early",
    ]


async def test_the_hypothesis_names_both_lines_and_the_reader() -> None:
    hypothesis = (await planned()).hypothesis
    for named in ("wear, three weeks early", "how 31 mills hear wear", "Maintenance manager"):
        assert named in hypothesis


async def test_the_numbers_are_those_of_a_doubling() -> None:
    test = await planned()
    assert (test.metric, test.baseline_rate, test.minimum_uplift) == ("replied", 0.0343, 1.0)
    assert (test.sample_size_per_variant, test.total_sample_size) == (650, 1300)
    assert (test.significance, test.power) == (0.05, 0.8)


async def test_it_says_what_small_lists_cannot_show() -> None:
    test = await planned()
    assert [at.recipients for at in test.detectable] == [200, 500, 1000, 2000, 5000]
    assert "2,190" in test.cannot_tell
    assert "inconclusive" in test.cannot_tell
    assert "Bonferroni" in test.cannot_tell
    assert "1,300" in test.can_tell


async def test_the_sources_tell_their_conflict() -> None:
    sources = " ".join((await planned()).sources)
    assert "3.43%" in sources
    assert "5.8%" in sources
    assert "second hand" in sources


async def test_the_pack_says_that_opens_are_not_used() -> None:
    assert "Opens are not used" in (await planned()).metric_description
