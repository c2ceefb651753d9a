"""The graph of a campaign: read it from top to bottom and you know the flow."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

from langgraph.graph import END, START, StateGraph
from langgraph.graph.state import CompiledStateGraph

from core.context import Context
from graph.caching import cache_policy
from graph.routing import after_outreach, revise_or_finish, who_knows_the_profile
from graph.services import Services
from graph.state import Input, Output, State
from graph.timing import Step, Timed
from nodes.adopt_icp import AdoptIcp
from nodes.ask import Ask
from nodes.assemble_pack import AssemblePack
from nodes.calibrate_tone import CalibrateTone
from nodes.follow_up import WriteFollowUp
from nodes.ground_claims import GroundClaims
from nodes.infer_icp import InferIcp
from nodes.judge import Judge
from nodes.outreach import WriteOutreach
from nodes.plan_ab_test import PlanAbTest
from nodes.read_website import ReadWebsite
from nodes.score_quality import ScoreQuality
from nodes.subject_lines import WriteSubjectLines

CampaignGraph = CompiledStateGraph[Any, Context, Any, Any]


def steps(services: Services) -> dict[str, Step]:
    """Return every step by its name; the judge only where one is there."""
    ask = Ask(services.llm, services.prompts, services.memory)
    judge: dict[str, Step] = {"judge": Judge(replace(ask, llm=services.judge))} if services.judge else {}
    return {
        "read_website": ReadWebsite(services.sites),
        "adopt_icp": AdoptIcp(),
        "infer_icp": InferIcp(ask),
        "subject_lines": WriteSubjectLines(ask),
        "outreach": WriteOutreach(ask),
        "follow_up": WriteFollowUp(ask),
        "calibrate_tone": CalibrateTone(ask),
        "ground_claims": GroundClaims(services.prompts.secret),
        **judge,
        "score_quality": ScoreQuality(services.scoring),
        "plan_ab_test": PlanAbTest(),
        "assemble_pack": AssemblePack(services.llm.name),
    }


def build_graph(services: Services) -> CampaignGraph:
    """Return the compiled graph, without a checkpointer and a cache: whoever runs it brings them."""
    graph = StateGraph(State, context_schema=Context, input_schema=Input, output_schema=Output)
    for name, step in steps(services).items():
        # Deferred: tone waits for whichever of the writing steps this round runs.
        timed = Timed(name, step, starts_run=name == "read_website")
        graph.add_node(
            name,
            timed,
            input_schema=step.reads,
            defer=name == "calibrate_tone",
            cache_policy=cache_policy(name, step),
        )

    graph.add_edge(START, "read_website")
    graph.add_conditional_edges("read_website", who_knows_the_profile)
    for profile in ("adopt_icp", "infer_icp"):
        graph.add_edge(profile, "subject_lines")
        graph.add_edge(profile, "outreach")
    graph.add_conditional_edges("outreach", after_outreach)
    graph.add_edge("follow_up", "calibrate_tone")
    graph.add_edge("subject_lines", "calibrate_tone")
    graph.add_edge("calibrate_tone", "ground_claims")
    for earlier, later in pairwise(["ground_claims", *(["judge"] if services.judge else []), "score_quality"]):
        graph.add_edge(earlier, later)
    graph.add_conditional_edges(
        "score_quality", revise_or_finish, ["subject_lines", "outreach", "follow_up", "plan_ab_test"]
    )
    graph.add_edge("plan_ab_test", "assemble_pack")
    graph.add_edge("assemble_pack", END)
    return graph.compile(name="campaign")
