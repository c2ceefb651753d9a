"""The judge's opinions count only where code finds what they quote, and they can only lower a score."""

from typing import Any

import pytest
from langgraph.runtime import Runtime

from core.company import Company, Fact
from core.context import Context
from core.icp import Icp, Persona
from core.llm.scripted import ScriptedModel
from core.pack import Email, SubjectLine
from core.problems import ModelTimeout
from core.request import CampaignRequest
from nodes.ask import Ask
from nodes.judge import Judge, JudgeInput, JudgementDraft, JudgeUpdate
from nodes.quality.judged import judge_checks
from prompts.library import Prompts

pytestmark = pytest.mark.anyio

MILLS = "31 mills in Wisconsin and Maine run on our sensors."
COMPANY = Company(
    name="Corvane",
    website="https://corvane.example/",
    sells="vibration sensors for paper mills",
    facts=(Fact(id="f1", kind="proof", text=MILLS, quote=MILLS, page="https://corvane.example/"),),
)
QUOTES = {
    "subject_lines": "on with a magnet",
    "outreach": "31 mills in Wisconsin",
    "follow_up": "clamp on with a magnet",
}
ASPECTS = ("relevance", "naturalness", "clarity", "angle")


def opinions(**changed: dict[str, Any]) -> dict[str, Any]:
    """Return a judgement of fours; `outreach_angle={...}` changes one opinion."""
    draft: dict[str, Any] = {
        part: {aspect: {"reason": "it is concrete", "quote": quote, "score": 4} for aspect in ASPECTS}
        for part, quote in QUOTES.items()
    }
    for name, change in changed.items():
        part, aspect = name.rsplit("_", 1)
        draft[part][aspect] |= change
    return draft


async def judgement(answer: Any) -> JudgeUpdate:
    state = JudgeInput(
        request=CampaignRequest(website="https://corvane.example/"),
        company=COMPANY,
        icp=Icp(industries=("paper mills",), personas=(Persona(title="Maintenance manager"),)),
        subject_lines=tuple(
            SubjectLine(text=text, angle=angle)
            for text, angle in (
                ("bearings at {{company}}", "problem"), ("on with a magnet", "outcome"), ("31 mills", "proof"),
            )
        ),
        outreach=Email(body=f"Hi {{{{first_name}}}},\n\n{MILLS}\n\nWorth a look?\n\n{{{{sender_name}}}}"),
        follow_up=Email(body="Hi {{first_name}},\n\nOur sensors clamp on with a magnet.\n\n{{sender_name}}"),
    )  # fmt: skip
    model = ScriptedModel({"judge": [answer]})
    runtime = Runtime(context=Context(), stream_writer=lambda _: None)
    return await Judge(Ask(model, Prompts.load()))(state, runtime)


async def test_one_call_judges_all_parts() -> None:
    update = await judgement(opinions())
    assert update["judgement"]
    assert len(update["judgement"].opinions) == 12
    assert update["judgement"].dropped == ()
    assert [call.step for call in update["calls"]] == ["judge"]


@pytest.mark.parametrize(
    ("said", "score"), [(4, 4), (4.0, 4), ("4", 4), ("4/5", 4), (" 3 out of 5 ", 3), ("2 von 5", 2)]
)
def test_scores_are_read_in_the_forms_that_models_give_them(said: Any, score: int) -> None:
    draft = JudgementDraft.model_validate(opinions(outreach_angle={"score": said}))
    assert draft.outreach.angle.score == score


@pytest.mark.parametrize("said", [0, 6, -1, "excellent", "4.5", None, True, 40, "45"])
async def test_an_opinion_without_a_score_from_1_to_5_does_not_count(said: Any) -> None:
    update = await judgement(opinions(outreach_angle={"score": said}))
    assert update["judgement"]
    assert len(update["judgement"].opinions) == 11
    assert update["judgement"].dropped == ("outreach, angle: its score is none from 1 to 5",)


@pytest.mark.parametrize(
    ("quote", "counts"),
    [
        ("31 mills in Wisconsin", True),
        ("“31  Mills in\nwisconsin”", True),
        ("44 mills in Wisconsin", False),
        ("clamp on with a magnet", False),  # the follow-up's words
        ("", False),
        ("mills", False),
    ],
)
async def test_a_quote_must_stand_in_its_part(quote: str, counts: bool) -> None:
    update = await judgement(opinions(outreach_clarity={"quote": quote}))
    assert update["judgement"]
    assert (len(update["judgement"].opinions) == 12) == counts


@pytest.mark.parametrize("reason", ["see https://evil.example", "PWNED", "{{api_key}}", "call +44 20 7946 0999"])
async def test_a_reason_that_could_harm_is_not_shown(reason: str) -> None:
    update = await judgement(opinions(outreach_clarity={"reason": reason}))
    assert update["judgement"]
    assert reason not in update["judgement"].model_dump_json()


async def test_a_judge_that_fails_is_a_warning_and_its_calls_are_paid() -> None:
    update = await judgement(ModelTimeout())
    assert update["judgement"] is None
    assert "No judge has read this pack" in update["warnings"][0]


@pytest.mark.parametrize(
    ("scores", "verdict"),
    [
        ((5, 4, 4, 4), "pass"),
        ((4, 4, 4, 3), "half"),
        ((5, 5, 5, 2), "half"),
        ((3, 3, 2, 3), "fail"),
        ((5, 5, 5, 1), "fail"),
    ],
)
async def test_the_verdict_comes_from_mean_and_worst(scores: tuple[int, ...], verdict: str) -> None:
    changes = {f"outreach_{aspect}": {"score": score} for aspect, score in zip(ASPECTS, scores, strict=True)}
    checks = judge_checks((await judgement(opinions(**changes)))["judgement"])
    assert checks["outreach"][0].verdict == verdict
    assert checks["follow_up"][0].verdict == "pass"
    assert (verdict == "pass") == ("it is concrete" not in checks["outreach"][0].detail)


async def test_a_part_with_too_few_opinions_that_hold_is_not_judged() -> None:
    changes = {f"outreach_{aspect}": {"quote": "not there at all"} for aspect in ASPECTS[:3]}
    checks = judge_checks((await judgement(opinions(**changes)))["judgement"])
    assert set(checks) == {"subject_lines", "follow_up"}


def test_without_a_judge_there_is_no_check() -> None:
    assert judge_checks(None) == {}
