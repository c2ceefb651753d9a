"""The graph as `langgraph dev` and LangGraph Studio open it (see langgraph.json)."""

from functools import cache

from core.llm.choose import language_model
from core.settings import Settings
from graph.builder import CampaignGraph, Services, build_graph
from nodes.website.sources import website_source
from prompts.library import Prompts


@cache
def make_graph() -> CampaignGraph:
    """Return the campaign's graph with what the environment's settings name; made once per process."""
    settings = Settings()
    return build_graph(Services(language_model(settings), Prompts.load(), website_source(settings)))
