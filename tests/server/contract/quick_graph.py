"""A graph of the real state whose runs end at once: what is asked of it is its answers' form, not their words."""

from typing import Any

from langgraph.graph import END, START, StateGraph
from langgraph.runtime import Runtime

from core.context import Context
from core.request import CampaignRequest
from graph.rewriting import AS_NODE
from graph.state import State
from server.assembly import Writing
from server.runs.site_state import SiteState
from tests.server.small_graph import pack_of

SITE = SiteState("d1", 9e12)  # fresh for ever


async def read_website(state: State, runtime: Runtime[Context]) -> State:
    """Say what the site is like."""
    runtime.stream_writer({"event": "site", "digest": SITE.digest, "fresh_until": SITE.fresh_until})
    runtime.stream_writer({"event": "delta", "node": "outreach", "field": "body", "text": "Hi {{first_name}},"})
    return {}


async def score_quality(state: State) -> State:
    """Stand where a part that is written anew is put in."""
    return {}


async def assemble_pack(state: State, runtime: Runtime[Context]) -> State:
    """Return a small pack."""
    return {"pack": pack_of(runtime.context.campaign_id)}


def quick_writing(*_: object) -> Writing:
    """Return what writes campaigns with it."""

    async def nothing() -> None:
        """Nothing is to be closed."""

    async def read(tenant: str, request: CampaignRequest) -> SiteState:
        return SITE

    return Writing(_graph(), "double", "p1", read, nothing)


def _graph() -> Any:
    graph = StateGraph(State, context_schema=Context)
    graph.add_node("read_website", read_website)
    graph.add_node(AS_NODE, score_quality)
    graph.add_node("assemble_pack", assemble_pack)
    graph.add_edge(START, "read_website")
    graph.add_edge("read_website", AS_NODE)
    graph.add_edge(AS_NODE, "assemble_pack")
    graph.add_edge("assemble_pack", END)
    return graph.compile()
