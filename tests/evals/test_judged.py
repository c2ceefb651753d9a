"""The judges count only with a score from 1 to 5 and words that stand in what they judge."""

from collections.abc import Mapping
from typing import Any

import pytest

from core.llm.scripted import ScriptedModel
from core.problems import ModelTimeout
from evals.dataset import CompanyNotes
from evals.evaluators.judged import JUDGES, Judge, ProfileAgreement, ReadsLikeAPerson
from evals.outcome import CampaignOutcome, Score
from evals.suite import judges
from evals.target import Waiter
from nodes.judge import OpinionDraft
from prompts.library import Prompts

NAMES = ("reads_like_a_person", "icp_agreement")


def asked(name: str, said: Any, waiter: Waiter, outcome: CampaignOutcome, notes: CompanyNotes) -> tuple[Score, Any]:
    model = ScriptedModel({name: [said]})
    judge = Judge(name, model, waiter, Prompts.load(JUDGES))
    (score,) = (ReadsLikeAPerson(judge) if name == NAMES[0] else ProfileAgreement(judge))(outcome, notes)
    return score, model


def quote_of(name: str, outcome: CampaignOutcome) -> str:
    assert outcome.pack is not None
    assert outcome.icp is not None
    if name == "icp_agreement":
        return outcome.icp.industries[0]
    return outcome.pack.outreach.body.splitlines()[2]


@pytest.mark.parametrize("name", NAMES)
def test_a_better_opinion_is_a_higher_score(
    name: str, waiter: Waiter, outcome: CampaignOutcome, notes: CompanyNotes
) -> None:
    icp = outcome.icp.model_copy(update={"industries": ("paper mills",)}) if outcome.icp else None
    outcome = outcome.model_copy(update={"icp": icp})
    said = {"reason": "So it is.", "quote": quote_of(name, outcome)}
    good, model = asked(name, {**said, "score": 5}, waiter, outcome, notes)
    bad, _ = asked(name, {**said, "score": "2/5"}, waiter, outcome, notes)
    assert (good.value, bad.value) == (5.0, 2.0)
    assert good.comment == "So it is."
    assert model.prompts[0].step == name


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"reason": "r", "quote": "words that stand nowhere in it", "score": 5}, "not in the text"),
        ({"reason": "r", "quote": "the", "score": 5}, "quotes nothing"),
        ({"reason": "r", "quote": "", "score": 5}, "quotes nothing"),
        ({"reason": "r", "quote": "whatever it may be", "score": 9}, "none from 1 to 5"),
        (ModelTimeout("too slow"), "llm_timeout"),
    ],
)
def test_what_cannot_be_held_to_a_quote_is_no_score(
    name: str, said: Mapping[str, Any], why: str, waiter: Waiter, outcome: CampaignOutcome, notes: CompanyNotes
) -> None:
    score, _ = asked(name, said, waiter, outcome, notes)
    assert score.value is None
    assert why in score.comment


@pytest.mark.parametrize("name", NAMES)
def test_nothing_to_judge_asks_nobody(name: str, waiter: Waiter, notes: CompanyNotes) -> None:
    score, model = asked(name, {}, waiter, CampaignOutcome(problem="site_refused: 403"), notes)
    assert score.value is None
    assert not model.prompts


def test_the_profile_is_judged_without_the_points_that_the_notes_keep_for_code(
    waiter: Waiter, outcome: CampaignOutcome, notes: CompanyNotes
) -> None:
    _, model = asked("icp_agreement", {"reason": "r", "quote": "a b", "score": 1}, waiter, outcome, notes)
    assert notes.never[0] not in model.prompts[0].task
    assert '"buyer_naics"' in model.prompts[0].task


def test_every_judge_has_its_file_and_every_file_its_judge(waiter: Waiter) -> None:
    files = Prompts.load(JUDGES).by_name
    assert {one.judge.name for one in judges(ScriptedModel({}), waiter)} == set(files)  # type: ignore[attr-defined]
    assert {file.front.output for file in files.values()} == {OpinionDraft.__name__}
