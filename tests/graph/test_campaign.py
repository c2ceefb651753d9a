"""A run from request to pack: what is asked, in which order, and what comes out."""

from typing import Any

import pytest
from langgraph.checkpoint.memory import InMemorySaver

from core.context import Context
from core.llm.scripted import ScriptedModel
from core.pack import Pack
from core.problems import InsufficientInformation, ModelRefused
from core.request import CampaignRequest
from graph.builder import CampaignGraph, build_graph
from graph.services import Services
from prompts.library import Prompts

pytestmark = pytest.mark.anyio

TWO_QUESTIONS = {
    "body": "Hi {{first_name}},\n\nOur meters report leaks within an hour. Interested? Shall we book a call?\n\n"
    "{{sender_name}}",
    "cited": [],
}


async def run(graph: CampaignGraph, request: CampaignRequest, **context: Any) -> Pack:
    result = await graph.ainvoke({"request": request}, context=Context(**context))
    pack = result["pack"]
    assert isinstance(pack, Pack)
    return pack


async def test_a_website_becomes_a_pack(graph: CampaignGraph, request_: CampaignRequest) -> None:
    pack = await run(graph, request_, campaign_id="cmp_1")
    assert (pack.id, pack.status, pack.company.name) == ("cmp_1", "finished", "Northgate")
    assert [line.angle for line in pack.subject_lines] == ["problem", "outcome", "proof"]
    assert pack.follow_up.subject == "Re: water loss at {{company}}"
    assert {place.name for place in pack.placeholders} == {"first_name", "company", "sender_name"}
    assert pack.quality.passed
    assert pack.quality.score == min(
        pack.quality.subject_lines.score, pack.quality.outreach.score, pack.quality.follow_up.score
    )


async def test_every_claim_stands_on_the_page(graph: CampaignGraph, request_: CampaignRequest) -> None:
    pack = await run(graph, request_)
    sentences = {claim.sentence for claim in pack.claims}
    assert "Our meters report leaks within an hour." in sentences
    assert any("42 utilities" in claim.quote for claim in pack.claims)
    assert {claim.page for claim in pack.claims} == {"https://northgate.example/"}


async def test_an_inferred_profile_takes_five_calls_and_four_in_a_row(
    graph: CampaignGraph, model: ScriptedModel, request_: CampaignRequest
) -> None:
    pack = await run(graph, request_)
    assert sorted(prompt.step for prompt in model.prompts) == [
        "calibrate_tone", "follow_up", "infer_icp", "outreach", "subject_lines",
    ]  # fmt: skip
    assert (pack.usage.calls, pack.usage.tokens, pack.usage.cost) == (5, 600, 0.005)
    assert set(pack.usage.milliseconds) >= {"read_website", "infer_icp", "outreach", "plan_ab_test"}


async def test_a_complete_profile_is_taken_as_it_is(
    graph: CampaignGraph, model: ScriptedModel, full_icp: dict[str, Any]
) -> None:
    request = CampaignRequest.model_validate({"website": "northgate.example", "icp": full_icp})
    pack = await run(graph, request)
    assert model.asked("infer_icp") == []
    assert pack.icp.source == "given"
    assert {entry.basis for entry in pack.icp.evidence} == {"given"}


async def test_a_partial_profile_is_completed_and_never_overridden(graph: CampaignGraph) -> None:
    request = CampaignRequest.model_validate(
        {"website": "northgate.example", "icp": {"geographies": ["Bavaria"], "disqualifiers": []}}
    )
    pack = await run(graph, request)
    assert (pack.icp.source, pack.icp.geographies, pack.icp.disqualifiers) == ("completed", ("Bavaria",), ())
    assert pack.icp.industries == ("water utilities",)
    basis = {entry.field: entry.basis for entry in pack.icp.evidence}
    assert (basis["geographies"], basis["industries"], basis["company_sizes"]) == ("given", "stated", "unknown")


async def test_only_the_failing_part_is_written_anew_with_its_findings(
    graph: CampaignGraph, model: ScriptedModel, script: dict[str, list[Any]], request_: CampaignRequest
) -> None:
    good = script["outreach"][0]
    script["outreach"][:] = [TWO_QUESTIONS, good]
    calibrated = script["calibrate_tone"][0]
    script["calibrate_tone"][:] = [{**calibrated, "outreach": TWO_QUESTIONS}, calibrated]
    pack = await run(graph, request_)
    assert [len(model.asked(step)) for step in ("subject_lines", "outreach", "follow_up")] == [1, 2, 1]
    assert "question" in model.asked("outreach")[1].task
    assert "Interested?" in model.asked("outreach")[1].task
    assert pack.outreach.body == good["body"]
    assert len(pack.quality.rounds) == 2
    assert pack.quality.rounds[1] > pack.quality.rounds[0]


async def test_revision_stops_where_the_request_says(
    graph: CampaignGraph, model: ScriptedModel, script: dict[str, list[Any]]
) -> None:
    script["outreach"][:] = [TWO_QUESTIONS]
    script["calibrate_tone"][:] = [{**script["calibrate_tone"][0], "outreach": TWO_QUESTIONS}]
    pack = await run(graph, CampaignRequest(website="northgate.example", max_revisions=0))
    assert len(model.asked("outreach")) == 1
    assert not pack.quality.passed


async def test_the_best_round_is_kept_when_a_revision_makes_it_worse(
    graph: CampaignGraph, script: dict[str, list[Any]]
) -> None:
    long = script["outreach"][0]["body"].replace("Would it", "Do you know? Would it")
    worse = {"body": "Buy now! Book a call? Click here?\n\n{{ceo}}", "cited": []}
    script["outreach"][:] = [{"body": long, "cited": []}, worse]
    first = script["calibrate_tone"][0]
    script["calibrate_tone"][:] = [{**first, "outreach": {"body": long, "cited": []}}, {**first, "outreach": worse}]
    pack = await run(graph, CampaignRequest(website="northgate.example", min_quality=100, max_revisions=1))
    assert pack.outreach.body == long


async def test_calibration_that_changes_a_number_is_not_taken(
    graph: CampaignGraph, script: dict[str, list[Any]], request_: CampaignRequest
) -> None:
    calibrated = script["calibrate_tone"][0]
    before = script["outreach"][0]["body"]
    calibrated["outreach"] = {"body": before.replace("18 percent", "28 percent"), "cited": []}
    pack = await run(graph, request_)
    assert "18 percent" in pack.outreach.body
    assert any("calibrated outreach" in warning for warning in pack.warnings)


async def test_calibration_shows_the_text_before_and_what_it_changed(
    graph: CampaignGraph, script: dict[str, list[Any]], request_: CampaignRequest
) -> None:
    before = script["outreach"][0]["body"]
    after = before.replace("Would it help", "Is it useful")
    script["calibrate_tone"][0].update(
        outreach={"body": after, "cited": []},
        changes=[{"part": "outreach", "what": "a plainer question", "why": "a manager reads fast"}],
    )
    pack = await run(graph, request_)
    assert (pack.outreach.body, pack.tone.before.outreach) == (after, before)
    assert [change.what for change in pack.tone.changes] == ["a plainer question"]
    changed = [(run.change, run.text) for run in pack.tone.diff.outreach if run.change != "same"]
    assert changed == [("removed", "Would it help"), ("added", "Is it useful")]
    assert pack.tone.after.outreach == after


@pytest.mark.parametrize(
    ("what", "old", "new"),
    [
        ("a denial less", "need no new gateways", "need new gateways"),
        ("a name more", "existing service lines", "existing Toledo service lines"),
        ("a placeholder less", "at {{company}}", "at your utility"),
    ],
)
async def test_calibration_that_changes_what_is_said_is_not_taken(
    graph: CampaignGraph, script: dict[str, list[Any]], request_: CampaignRequest, what: str, old: str, new: str
) -> None:
    before = script["follow_up"][0]["body"]
    assert old in before
    script["calibrate_tone"][0]["follow_up"] = {"body": before.replace(old, new), "cited": []}
    pack = await run(graph, request_)
    assert pack.follow_up.body == before, what
    assert any("calibrated follow_up" in warning for warning in pack.warnings)


async def test_calibration_may_not_lose_a_fact(
    graph: CampaignGraph, script: dict[str, list[Any]], request_: CampaignRequest
) -> None:
    body = script["outreach"][0]["body"]
    cited = [{"sentence": "Our meters report leaks within an hour.", "fact": "f2"}]
    script["outreach"][0].update(cited=cited)
    lost = body.replace("Our meters report leaks within an hour. ", "")
    script["calibrate_tone"][0]["outreach"] = {"body": lost, "cited": []}
    assert (await run(graph, request_)).outreach.body == body


async def test_every_call_of_a_run_shares_its_first_part(
    graph: CampaignGraph, model: ScriptedModel, request_: CampaignRequest
) -> None:
    await run(graph, request_)
    assert len(model.prompts) == 5
    assert len({prompt.system for prompt in model.prompts}) == 1


async def test_an_invented_claim_is_removed_and_said_so(
    graph: CampaignGraph, script: dict[str, list[Any]], request_: CampaignRequest
) -> None:
    invented = script["outreach"][0]["body"].replace("A leak is", "We saved Acme 900,000 dollars in 2024. A leak is")
    script["outreach"][0]["body"] = invented
    script["calibrate_tone"][0]["outreach"] = {"body": invented, "cited": []}
    pack = await run(graph, request_)
    assert "900,000" not in pack.outreach.body
    assert "A leak is cheap" in pack.outreach.body
    assert pack.warnings == ("A sentence was taken out of the first email: not on the site.",)
    assert "Acme" not in pack.model_dump_json()


async def test_a_remark_on_a_text_that_was_written_anew_is_forgotten(
    graph: CampaignGraph, script: dict[str, list[Any]], request_: CampaignRequest
) -> None:
    good = script["outreach"][0]
    first = {
        "body": TWO_QUESTIONS["body"].replace("Interested?", "Interested? We saved Acme 9,000 dollars."),
        "cited": [],
    }
    script["outreach"][:] = [first, good]
    calibrated = script["calibrate_tone"][0]
    script["calibrate_tone"][:] = [{**calibrated, "outreach": first}, calibrated]
    pack = await run(graph, request_)
    assert pack.outreach.body == good["body"]
    assert pack.warnings == ()


async def test_a_remark_on_a_text_that_stands_is_kept_while_another_is_written_anew(
    graph: CampaignGraph, script: dict[str, list[Any]], request_: CampaignRequest
) -> None:
    invented = script["outreach"][0]["body"].replace("A leak is", "We saved Acme 900,000 dollars in 2024. A leak is")
    script["outreach"][0]["body"] = invented
    script["calibrate_tone"][0]["outreach"] = {"body": invented, "cited": []}
    lines = script["subject_lines"][0]
    weak = {"subject_lines": [{**line, "text": "QUICK QUESTION!!"} for line in lines["subject_lines"]]}
    script["subject_lines"][:] = [weak, lines]
    pack = await run(graph, request_)
    assert len(pack.quality.rounds) == 2
    assert pack.warnings == ("A sentence was taken out of the first email: not on the site.",)


async def test_a_second_run_in_the_same_thread_starts_its_ledger_anew(
    services: Services, request_: CampaignRequest
) -> None:
    graph = build_graph(services).builder.compile(checkpointer=InMemorySaver())
    config = {"configurable": {"thread_id": "t1"}}
    for _ in range(2):
        result = await graph.ainvoke({"request": request_}, config, context=Context())  # type: ignore[call-overload]
    pack = result["pack"]
    assert (pack.id, pack.usage.calls, pack.usage.tokens) == ("t1", 5, 600)


async def test_the_sender_signs_and_the_address_stands_at_the_foot(graph: CampaignGraph) -> None:
    request = CampaignRequest.model_validate(
        {"website": "northgate.example", "sender": {"name": "Ada Park", "postal_address": "12 Canal St, Toledo"}}
    )
    pack = await run(graph, request)
    for body in (pack.outreach.body, pack.follow_up.body):
        assert body.endswith("Ada Park\n\n12 Canal St, Toledo")
        assert "{{sender_name}}" not in body


async def test_a_problem_of_the_model_ends_the_run(
    graph: CampaignGraph, script: dict[str, list[Any]], request_: CampaignRequest
) -> None:
    script["follow_up"][:] = [ModelRefused()]
    with pytest.raises(ModelRefused):
        await run(graph, request_)


async def test_too_little_text_is_said_before_any_model_is_asked(model: ScriptedModel) -> None:
    graph = build_graph(Services(model, Prompts.load(), sites=None))  # type: ignore[arg-type]
    request = CampaignRequest.model_validate({"company": {"name": "Acme", "description": "We are great."}})
    with pytest.raises(InsufficientInformation) as caught:
        await run(graph, request)
    assert "/company/description" in {error.pointer for error in caught.value.errors}
    assert model.prompts == []
