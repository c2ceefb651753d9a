"""The plan tests two thoughts against each other and says what it cannot show."""

import pytest
from langgraph.runtime import Runtime

from core.company import Company, Fact
from core.context import Context
from core.icp import Icp, Persona
from core.pack import AbTest, SubjectLine
from core.request import CampaignRequest
from nodes.plan_ab_test import PlanAbTest, PlanAbTestInput

pytestmark = pytest.mark.anyio

PAGE = "https://corvane.example/"

LINES = (
    SubjectLine(text="Saturday stops", angle="problem", score=80),
    SubjectLine(text="wear, three weeks early", angle="outcome", score=100),
    SubjectLine(text="how 31 mills hear wear", angle="proof", score=95),
)
TOPICS = tuple(
    SubjectLine(text=text, angle=angle)
    for text, angle in (("Corvane and {{company}}", "problem"), ("better days", "outcome"), ("good reasons", "proof"))
)


def fact(id_: str, kind: str, text: str) -> Fact:
    return Fact.model_validate({"id": id_, "kind": kind, "text": text, "quote": text, "page": PAGE})


CORVANE = Company(
    name="Corvane",
    facts=(
        fact("f1", "mechanism", "Each sensor reports wear three weeks early."),
        fact("f2", "proof", "31 mills in Maine hear wear with Corvane."),
    ),
)


async def planned(lines: tuple[SubjectLine, ...] = LINES) -> AbTest:
    persona = Persona(title="Maintenance manager", pains=("stops on a Saturday",))
    state = PlanAbTestInput(
        request=CampaignRequest(website=PAGE), company=CORVANE, subject_lines=lines, icp=Icp(personas=(persona,))
    )
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


async def test_a_line_with_a_fact_behind_it_is_told_by_its_angle() -> None:
    test = await planned()
    assert "“how 31 mills hear wear”, which leads with evidence" in test.hypothesis
    assert [variant.rationale for variant in test.variants] == [
        "The outcome angle: it names what is different afterwards.",
        "The proof angle: it leads with evidence.",
    ]


async def test_lines_without_facts_only_name_the_topic() -> None:
    test = await planned(TOPICS)
    assert test.hypothesis.startswith("None yet")
    assert "Write two lines from facts" in test.hypothesis
    assert test.can_tell.startswith("Nothing worth a list yet")
    assert all("only names the topic" in variant.rationale for variant in test.variants)
    assert len(test.variants) == 2


async def test_one_line_that_says_something_waits_for_a_second() -> None:
    test = await planned((LINES[1].model_copy(update={"score": 50}), *TOPICS))
    assert test.variants[0].subject_line == "wear, three weeks early"
    assert "Write a second line" in test.hypothesis
    assert "write a second line" in test.can_tell


async def test_it_says_first_that_a_short_list_is_inconclusive() -> None:
    assert (await planned()).can_tell.startswith("A list of under 1,300 recipients will most likely be inconclusive")
