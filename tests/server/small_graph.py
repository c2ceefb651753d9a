"""A small graph that sleeps, fails and writes as a test says."""

import asyncio
from dataclasses import dataclass, field
from typing import Annotated, Any

from langgraph.graph import END, START, StateGraph
from langgraph.runtime import Runtime
from langgraph.types import CachePolicy
from typing_extensions import TypedDict

from core.company import Company
from core.context import Context
from core.icp import Icp
from core.pack import (
    AbTest,
    AbVariant,
    BothTexts,
    FollowUp,
    ModelCall,
    Outreach,
    Pack,
    PartQuality,
    Quality,
    SubjectLine,
    Tone,
    Usage,
)
from core.request import CampaignRequest
from graph.state import appended
from server.assembly import Writing
from server.runs.site_state import SiteState

NO_TEXTS = BothTexts(outreach="", follow_up="")


def pack_of(campaign: str) -> Pack:
    """Return a whole pack, small."""
    part = PartQuality(score=90, passed=True, checks=())
    return Pack(
        id=campaign,
        model="double",
        language="en",
        company=Company(name="Quillmark"),
        icp=Icp(),
        subject_lines=tuple(SubjectLine(text=a, angle=a, score=90) for a in ("problem", "outcome", "proof")),
        outreach=Outreach(body="Hi {{first_name}},\n\nHello.", score=90),
        follow_up=FollowUp(body="Hi again.", subject="Re: problem", send_after_days=3, score=90),
        tone=Tone(target="direct", before=NO_TEXTS, after=NO_TEXTS),
        placeholders=(),
        claims=(),
        quality=Quality(
            score=90, mean=90, passed=True, subject_lines=part, outreach=part, follow_up=part, subject_scores=(90,) * 3
        ),
        ab_test=AbTest(
            hypothesis="One is better.",
            variants=(
                AbVariant(name="A", subject_line="problem", rationale=""),
                AbVariant(name="B", subject_line="proof", rationale=""),
            ),
            metric_description="replies",
            baseline_rate=0.03,
            minimum_uplift=0.5,
            significance=0.05,
            power=0.8,
            sample_size_per_variant=2500,
            total_sample_size=5000,
            can_tell="A large difference.",
            cannot_tell="A small one.",
            detectable=(),
            sources=(),
        ),
        usage=Usage(calls=2, input_tokens=20, output_tokens=10, tokens=30, cost=None, milliseconds={}),
    )


@dataclass
class Script:
    """How the graph behaves, and what has happened to it."""

    seconds: float = 0.0
    """How long `outreach` takes."""
    rounds: int = 1
    error: Exception | None = None
    """What `subject_lines` raises."""
    texts: tuple[str | None, ...] = ("Hi ", "{{first_name}},\n")
    """What `outreach` writes; None takes back what was written."""
    tells_site: bool = True
    cached_steps: bool = False
    """Whether the graph is built so that `read_website` may be answered from the cache of steps."""
    started: list[str] = field(default_factory=list)
    stopped: list[str] = field(default_factory=list)
    contexts: list[Context] = field(default_factory=list)
    outreach_runs: asyncio.Event = field(default_factory=asyncio.Event)
    outreach_stopped: asyncio.Event = field(default_factory=asyncio.Event)
    digest: str = "d1"
    fresh_until: float = 9e12
    site_problem: Exception | None = None
    site_reads: int = 0
    now: float = 1_000.0

    @property
    def runs(self) -> int:
        """Return how often the graph was run."""
        return self.started.count("read_website")

    async def read_site(self, request: CampaignRequest) -> SiteState:
        """Stand in for the website."""
        self.site_reads += 1
        await asyncio.sleep(0)
        if self.site_problem:
            raise self.site_problem
        return SiteState(self.digest, self.fresh_until)


class Channels(TypedDict, total=False):
    request: CampaignRequest
    company: str
    subjects: str
    outreach: str
    round: int
    pack: Pack
    calls: Annotated[tuple[ModelCall, ...], appended]


def graph_of(script: Script) -> Any:
    """Return a graph: read_website, subject_lines beside outreach, score_quality (and back), assemble_pack."""

    async def read_website(state: Channels, runtime: Runtime[Context]) -> Channels:
        script.started.append("read_website")
        script.contexts.append(runtime.context)
        if script.tells_site:
            runtime.stream_writer({"event": "site", "digest": script.digest, "fresh_until": script.fresh_until})
        return {"company": "Quillmark"}

    async def subject_lines(state: Channels, runtime: Runtime[Context]) -> Channels:
        script.started.append("subject_lines")
        if script.error:
            raise script.error
        return {"subjects": "three"}

    async def outreach(state: Channels, runtime: Runtime[Context]) -> Channels:
        script.started.append("outreach")
        script.outreach_runs.set()
        for text in script.texts:
            runtime.stream_writer({"event": "delta", "node": "outreach", "field": "body", "text": text})
        try:
            await asyncio.sleep(script.seconds)
        except asyncio.CancelledError:
            script.stopped.append("outreach")
            script.outreach_stopped.set()
            raise
        call = ModelCall(step="outreach", model="double", input_tokens=10, output_tokens=5)
        return {"outreach": "Hi {{first_name}},", "calls": (call,)}

    async def score_quality(state: Channels) -> Channels:
        script.started.append("score_quality")
        return {"round": state.get("round", 0) + 1}

    async def assemble_pack(state: Channels, runtime: Runtime[Context]) -> Channels:
        script.started.append("assemble_pack")
        return {"pack": pack_of(runtime.context.campaign_id)}

    graph = StateGraph(Channels, context_schema=Context)
    policy = CachePolicy(key_func=lambda *_: "same") if script.cached_steps else None
    graph.add_node("read_website", read_website, cache_policy=policy)
    for step in (subject_lines, outreach, score_quality, assemble_pack):
        graph.add_node(step.__name__, step)
    graph.add_edge(START, "read_website")
    graph.add_edge("read_website", "subject_lines")
    graph.add_edge("read_website", "outreach")
    graph.add_edge("subject_lines", "score_quality")
    graph.add_edge("outreach", "score_quality")
    graph.add_conditional_edges(
        "score_quality",
        lambda state: "outreach" if state["round"] < script.rounds else "assemble_pack",
        ["outreach", "assemble_pack"],
    )
    graph.add_edge("assemble_pack", END)
    return graph.compile()


def writing_of(script: Script) -> Writing:
    """Return what writes campaigns as the script says."""

    async def nothing() -> None:
        """Nothing is to be closed."""

    async def read(tenant: str, request: CampaignRequest) -> SiteState:
        return await script.read_site(request)

    return Writing(graph_of(script), "double", "p1", read, nothing)
