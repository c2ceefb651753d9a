"""Every metric tells a good example from a bad one, and in the right direction."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from core.company import Fact
from core.icp import Sector
from core.pack import Claim, Pack
from core.settings import Settings
from evals.dataset import CompanyNotes
from evals.evaluators.emails import EmailHolds
from evals.evaluators.profile import ProfileAgrees
from evals.evaluators.subjects import SubjectLinesHold
from evals.evaluators.tone import FactsFrozen
from evals.evaluators.website import WebsiteRead
from evals.evaluators.whole import PackHolds
from evals.metrics import BY_KEY, METRICS
from evals.outcome import CampaignOutcome
from evals.suite import steps
from evals.target import Campaigns, Waiter
from graph.builder import build_graph
from graph.services import open_services
from nodes.website.sources import EXAMPLES, website_source

Spoil = Callable[[CampaignOutcome, CompanyNotes], CampaignOutcome]

LONG = " Notwithstanding organisational considerations, interdepartmental communication necessitates rationalisation."
ELSEWHERE = "This sentence stands on no page of the whole website."


def pack_with(outcome: CampaignOutcome, **update: Any) -> CampaignOutcome:
    assert outcome.pack is not None
    return outcome.model_copy(update={"pack": outcome.pack.model_copy(update=update)})


def of_pack(change: Callable[[Pack, CompanyNotes], dict[str, Any]]) -> Spoil:
    def spoil(outcome: CampaignOutcome, notes: CompanyNotes) -> CampaignOutcome:
        assert outcome.pack is not None
        return pack_with(outcome, **change(outcome.pack, notes))

    return spoil


def company(**update: Any) -> Spoil:
    def spoil(outcome: CampaignOutcome, notes: CompanyNotes) -> CampaignOutcome:
        assert outcome.company is not None
        return outcome.model_copy(update={"company": outcome.company.model_copy(update=update)})

    return spoil


def profile(**update: Any) -> Spoil:
    def spoil(outcome: CampaignOutcome, notes: CompanyNotes) -> CampaignOutcome:
        assert outcome.icp is not None
        return outcome.model_copy(update={"icp": outcome.icp.model_copy(update=update)})

    return spoil


def claims_never(outcome: CampaignOutcome, notes: CompanyNotes) -> CampaignOutcome:
    fact = Fact(id="f99", kind="about", text=notes.never[0], quote=notes.never[0], page="")
    return company(facts=(fact,))(outcome, notes)


def another_persona(outcome: CampaignOutcome, notes: CompanyNotes) -> CampaignOutcome:
    assert outcome.icp is not None
    persona = outcome.icp.persona.model_copy(update={"title": "Circus rider"})
    return profile(personas=(persona,))(outcome, notes)


def quality(part: str, **update: Any) -> Spoil:
    def change(pack: Pack, notes: CompanyNotes) -> dict[str, Any]:
        spoiled = getattr(pack.quality, part).model_copy(update=update)
        return {"quality": pack.quality.model_copy(update={part: spoiled})}

    return of_pack(change)


def scores(**update: Any) -> Spoil:
    return of_pack(lambda pack, notes: {"quality": pack.quality.model_copy(update=update)})


def body(part: str, change: Callable[[str], str]) -> Spoil:
    def changed(pack: Pack, notes: CompanyNotes) -> dict[str, Any]:
        email = getattr(pack, part)
        return {part: email.model_copy(update={"body": change(email.body)})}

    return of_pack(changed)


def claim(part: Any, quote: Callable[[CompanyNotes], str]) -> Spoil:
    def changed(pack: Pack, notes: CompanyNotes) -> dict[str, Any]:
        false = Claim(part=part, sentence="", page=pack.company.facts[0].page, quote=quote(notes))
        return {"claims": (*pack.claims, false)}

    return of_pack(changed)


def calibrated(change: Callable[[str], str]) -> Spoil:
    def changed(pack: Pack, notes: CompanyNotes) -> dict[str, Any]:
        after = pack.tone.after.model_copy(update={"follow_up": change(pack.tone.after.follow_up)})
        return {"tone": pack.tone.model_copy(update={"after": after})}

    return of_pack(changed)


def without_or_with_the_name(text: str) -> str:
    return text.replace("Tarrowby", "we") if "Tarrowby" in text else f"{text} Tarrowby"


def only_a_name(pack: Pack, notes: CompanyNotes) -> dict[str, Any]:
    line = pack.subject_lines[0].model_copy(update={"text": f"{pack.company.name} for {{{{company}}}}"})
    return {"subject_lines": (line, *pack.subject_lines[1:])}


def spoiled_email(part: str) -> dict[str, Spoil]:
    return {
        f"{part}.score": quality(part, score=10),
        f"{part}.passed": quality(part, passed=False),
        f"{part}.quotes_stand": claim(part, lambda notes: ELSEWHERE),
        f"{part}.main_point_share": claim(part, lambda notes: ELSEWHERE),
        f"{part}.never_avoided": claim(part, lambda notes: notes.never[0]),
        f"{part}.length_in_band": body(part, lambda text: text.replace("?", "?" + LONG * 12)),
        f"{part}.reading_grade": body(part, lambda text: text.replace("?", "?" + LONG)),
    }


SPOILED: dict[str, Spoil] = {
    "read_website.main_points_found": company(facts=()),
    "read_website.never_avoided": claims_never,
    "read_website.name_right": company(name="Somebody Else"),
    "infer_icp.sectors_f1": profile(sectors=(Sector(code="23", title=""),)),
    "infer_icp.countries_exact": profile(countries=("GB", "IE")),
    "infer_icp.not_own_sector": profile(sectors=(Sector(code="54", title=""),)),
    "infer_icp.persona_overlap": another_persona,
    "infer_icp.evidence_stands": profile(evidence=()),
    "subject_lines.score": quality("subject_lines", score=10),
    "subject_lines.all_pass": quality("subject_lines", passed=False),
    "subject_lines.more_than_names": of_pack(only_a_name),
    **spoiled_email("outreach"),
    **spoiled_email("follow_up"),
    "calibrate_tone.numbers_kept": calibrated(lambda text: text + " 4711"),
    "calibrate_tone.placeholders_kept": calibrated(lambda text: text.replace("{{first_name}}", "you")),
    "calibrate_tone.names_kept": calibrated(without_or_with_the_name),
    "pack.passed": scores(passed=False),
    "pack.weakest": scores(score=10),
    "pack.mean": scores(mean=10),
    "pack.deterministic": lambda outcome, notes: outcome.model_copy(update={"repeated": False}),
}

ELSEWHERE_TESTED = {
    "infer_icp.agreement",
    "pack.reads_like_a_person",
    "sameness.pairs",
    "sameness.worst_pair",
    "sameness.elsewhere",
    "rubric.good_packs_pass",
    "rubric.lookalikes_rejected",
    "rubric.generic_emails_rejected",
}


def values(outcome: CampaignOutcome, notes: CompanyNotes) -> dict[str, float | None]:
    return {one.metric: one.value for evaluator in steps(EXAMPLES) for one in evaluator(outcome, notes)}


def test_no_metric_is_left_without_a_bad_example() -> None:
    compared = {metric.key for metric in METRICS if metric.better != "neither"}
    assert set(SPOILED) | ELSEWHERE_TESTED == compared


@pytest.mark.parametrize("metric", SPOILED)
def test_a_bad_example_is_worse_than_a_good_one(metric: str, outcome: CampaignOutcome, notes: CompanyNotes) -> None:
    good, bad = values(outcome, notes)[metric], values(SPOILED[metric](outcome, notes), notes)[metric]
    assert good is not None
    assert bad is not None
    assert (good > bad) if BY_KEY[metric].better == "higher" else (good < bad)


def test_what_agrees_in_everything_scores_one(outcome: CampaignOutcome, notes: CompanyNotes) -> None:
    found = values(outcome, notes)
    perfect = [
        "read_website.name_right",
        "read_website.never_avoided",
        "infer_icp.sectors_f1",
        "infer_icp.countries_exact",
        "infer_icp.not_own_sector",
        "infer_icp.persona_overlap",
        "infer_icp.evidence_stands",
        "outreach.quotes_stand",
        "outreach.main_point_share",
        "follow_up.never_avoided",
        "calibrate_tone.names_kept",
        "pack.deterministic",
    ]
    assert {key: found[key] for key in perfect} == dict.fromkeys(perfect, 1.0)


def test_a_run_that_ended_early_scores_nought_with_its_reason(notes: CompanyNotes) -> None:
    failed = CampaignOutcome(problem="site_refused: 403")
    for evaluator in (
        WebsiteRead(),
        ProfileAgrees(EXAMPLES),
        SubjectLinesHold(),
        EmailHolds("outreach", EXAMPLES),
        FactsFrozen(),
    ):
        for score in evaluator(failed, notes):
            assert score.value == (0.0 if BY_KEY[score.metric].better == "higher" else None)
            assert score.comment == "site_refused: 403"


def test_a_run_that_ended_early_says_nothing_of_a_second_one(notes: CompanyNotes) -> None:
    found = {one.metric: one.value for one in PackHolds()(CampaignOutcome(problem="site_refused: 403"), notes)}
    assert (found["pack.passed"], found["pack.weakest"], found["pack.mean"]) == (0.0, 0.0, 0.0)
    assert found["pack.deterministic"] is None


def test_evaluators_give_the_scores_they_announce(outcome: CampaignOutcome, notes: CompanyNotes) -> None:
    for evaluator in steps(EXAMPLES):
        assert tuple(one.metric for one in evaluator(outcome, notes)) == evaluator.metrics
        assert all(key in BY_KEY for key in evaluator.metrics)


def test_an_own_sector_that_buyers_share_says_nothing(outcome: CampaignOutcome, notes: CompanyNotes) -> None:
    shared = notes.model_copy(update={"own_naics": "31-33"})
    assert values(outcome, shared)["infer_icp.not_own_sector"] is None


def test_a_website_that_cannot_be_read_is_a_problem_of_its_run(waiter: Waiter, tmp_path: Path) -> None:
    (tmp_path / "nothing.example").mkdir()
    settings = Settings(model="offline", sites=(tmp_path,))
    graph = build_graph(open_services(settings, website_source(settings)))
    told = Campaigns(graph, waiter, twice=True).outcome({"website": "https://nothing.example"})
    assert told["pack"] is None
    assert told["problem"].startswith("page_not_found")
