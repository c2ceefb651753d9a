"""The graph as `langgraph dev` and LangGraph Studio open it (see langgraph.json)."""

from functools import cache

from core.settings import Settings
from graph.builder import CampaignGraph, build_graph
from graph.services import open_services
from nodes.website.sources import website_source


@cache
def make_graph() -> CampaignGraph:
    """Return the campaign's graph with what the environment's settings name; made once per process."""
    settings = Settings()
    return build_graph(open_services(settings, website_source(settings)))
