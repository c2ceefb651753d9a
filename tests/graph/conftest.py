"""A company that was read already, and a model that says what each test tells it to."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from core.llm.scripted import ScriptedModel
from core.request import CampaignRequest
from graph.builder import CampaignGraph, build_graph
from graph.services import Services
from nodes.website.pages import Page
from prompts.library import Prompts

PAGE = """<!doctype html><html lang="en"><head><title>Northgate Metering</title>
<meta property="og:site_name" content="Northgate"></head><body><main>
<h1>Smart water meters for municipal utilities</h1>
<p>Northgate makes smart water meters for municipal utilities.</p>
<h2>How it works</h2>
<p>Our meters report leaks within an hour.</p>
<p>They fit existing service lines and need no new gateways.</p>
<h2>Results</h2>
<p>42 utilities in Ohio run on our meters and cut water loss by 18 percent in the first year.</p>
</main><footer>© 2026 Northgate, 12 Canal Street, Toledo, Ohio</footer></body></html>"""

OUTREACH = """Hi {{first_name}},

A leak is cheap in its first hour and expensive by the end of the month.

Our meters report leaks within an hour. 42 utilities in Ohio run on our meters and cut water loss by 18 percent in the \
first year.

Would it help to see what the rollout took at a utility of {{company}}'s size?

{{sender_name}}"""

FOLLOW_UP = """Hi {{first_name}},

If new infrastructure is what makes metering projects slow at {{company}}: our meters fit existing service lines and \
need no new gateways.

Should I send the one-page installation outline?

{{sender_name}}"""


class OnePage:
    """A website of one page."""

    start = "https://northgate.example/"

    @asynccontextmanager
    async def site(self, website: str, *, fresh: bool = False, tenant: str = "local") -> AsyncGenerator["OnePage"]:
        yield self

    async def page(self, url: str) -> Page:
        return Page(self.start, PAGE, fetched_at=0, fresh_until=0)


@pytest.fixture
def request_() -> CampaignRequest:
    return CampaignRequest(website="https://northgate.example/")


@pytest.fixture
def full_icp() -> dict[str, Any]:
    return {
        "industries": ["water utilities"],
        "company_sizes": ["51-200 employees"],
        "geographies": ["Ohio"],
        "personas": [{"title": "Operations manager", "seniority": "manager"}],
        "disqualifiers": ["private wells only"],
    }


@pytest.fixture
def script(full_icp: dict[str, Any]) -> dict[str, list[Any]]:
    """A good answer for every step; tests replace what they are about."""
    return {
        "infer_icp": [
            {**full_icp, "evidence": [{"field": "industries", "basis": "stated", "fact": "f1"}]},
        ],
        "subject_lines": [
            {
                "subject_lines": [
                    {"angle": "problem", "text": "water loss at {{company}}", "fact": ""},
                    {"angle": "outcome", "text": "leaks reported within an hour", "fact": "f1"},
                    {"angle": "proof", "text": "how 42 Ohio utilities do it", "fact": "f2"},
                ]
            }
        ],
        "outreach": [{"body": OUTREACH, "cited": []}],
        "follow_up": [{"body": FOLLOW_UP, "cited": [], "send_after_days": 4}],
        "calibrate_tone": [
            {
                "outreach": {"body": OUTREACH, "cited": []},
                "follow_up": {"body": FOLLOW_UP, "cited": []},
                "changes": [],
            }
        ],
    }


@pytest.fixture
def model(script: dict[str, list[Any]]) -> ScriptedModel:
    return ScriptedModel(script)


@pytest.fixture
def services(model: ScriptedModel) -> Services:
    return Services(model, Prompts.load(), OnePage())


@pytest.fixture
def graph(services: Services) -> CampaignGraph:
    return build_graph(services)
