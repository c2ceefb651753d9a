"""A graph whose steps pay for their answers as the real ones do: asked once, kept before the step ends."""

import os
from dataclasses import dataclass
from typing import Any

import httpx2
from langgraph.graph import END, START, StateGraph
from langgraph.runtime import Runtime
from typing_extensions import TypedDict

from core.context import Context
from core.pack import Pack
from core.request import CampaignRequest
from server.assembly import Writing
from server.runs.site_state import SiteState
from server.store.answers import StoredAnswers
from server.store.database import Database
from tests.server.small_graph import pack_of

PAID = ("subject_lines", "outreach", "follow_up")


class Channels(TypedDict, total=False):
    """What the steps write."""

    request: CampaignRequest
    company: str
    subject_lines: str
    outreach: str
    follow_up: str
    pack: Pack


@dataclass(frozen=True)
class Told:
    """Tells the ledger, and pays it."""

    client: httpx2.AsyncClient
    answers: StoredAnswers

    async def begin(self, context: Context, step: str) -> None:
        """Tell that a step begins."""
        said = {"campaign": context.campaign_id, "step": step, "process": os.getpid()}
        await self.client.post("/step", json=said)

    async def paid(self, context: Context, step: str) -> str:
        """Return the answer for a step, paid for unless it was before."""
        place = context.tenant, context.campaign_id, step
        if known := await self.answers.recall(*place):
            return known
        said = {"campaign": context.campaign_id, "step": step}
        text: str = (await self.client.post("/answer", json=said)).json()["text"]
        await self.answers.keep(*place, text)
        return text


def writing_for(ledger_url: str, database: Database) -> Writing:
    """Return the graph of a process under test."""
    told = Told(httpx2.AsyncClient(base_url=ledger_url, timeout=30), StoredAnswers(database))

    async def read(tenant: str, request: CampaignRequest) -> SiteState:
        return SiteState("d1", 9e12)

    return Writing(paid_graph(told), "double", "p1", read, told.client.aclose)


def paid_graph(told: Told) -> Any:
    """Return: read_website, two paid steps side by side, one after them, assemble_pack."""

    async def read_website(state: Channels, runtime: Runtime[Context]) -> Channels:
        await told.begin(runtime.context, "read_website")
        return {"company": "Quillmark"}

    async def subject_lines(state: Channels, runtime: Runtime[Context]) -> Channels:
        await told.begin(runtime.context, "subject_lines")
        return {"subject_lines": await told.paid(runtime.context, "subject_lines")}

    async def outreach(state: Channels, runtime: Runtime[Context]) -> Channels:
        await told.begin(runtime.context, "outreach")
        runtime.stream_writer({"event": "delta", "node": "outreach", "field": "body", "text": "Hi "})
        return {"outreach": await told.paid(runtime.context, "outreach")}

    async def follow_up(state: Channels, runtime: Runtime[Context]) -> Channels:
        await told.begin(runtime.context, "follow_up")
        return {"follow_up": await told.paid(runtime.context, "follow_up")}

    async def assemble_pack(state: Channels, runtime: Runtime[Context]) -> Channels:
        await told.begin(runtime.context, "assemble_pack")
        texts = [state["subject_lines"], state["outreach"], state["follow_up"]]
        assert texts == [f"{step} of {runtime.context.campaign_id}" for step in PAID]
        return {"pack": pack_of(runtime.context.campaign_id)}

    graph = StateGraph(Channels, context_schema=Context)
    for step in (read_website, subject_lines, outreach, follow_up, assemble_pack):
        graph.add_node(step.__name__, step)
    graph.add_edge(START, "read_website")
    graph.add_edge("read_website", "subject_lines")
    graph.add_edge("read_website", "outreach")
    graph.add_edge(["subject_lines", "outreach"], "follow_up")
    graph.add_edge("follow_up", "assemble_pack")
    graph.add_edge("assemble_pack", END)
    return graph.compile()
