"""A run of the graph on a bundled website, and notes that agree with it in everything."""

import asyncio
from collections.abc import Iterator

import pytest

from core.icp import Evidence, Sector
from core.llm.choose import language_model
from core.settings import Settings
from evals.dataset import CompanyNotes
from evals.outcome import CampaignOutcome
from evals.target import Campaigns, Waiter
from graph.builder import build_graph
from graph.services import Services
from nodes.website.sources import website_source
from prompts.library import Prompts

HOST = "tarrowby-springs.example"


@pytest.fixture(scope="session")
def waiter() -> Iterator[Waiter]:
    with asyncio.Runner() as runner:
        yield Waiter(runner)


@pytest.fixture(scope="session")
def delivered(waiter: Waiter) -> CampaignOutcome:
    settings = Settings(model="offline")
    graph = build_graph(Services(language_model(settings), Prompts.load(), website_source(settings)))
    return CampaignOutcome.model_validate(Campaigns(graph, waiter, twice=True).outcome({"website": f"https://{HOST}"}))


@pytest.fixture
def outcome(delivered: CampaignOutcome) -> CampaignOutcome:
    """Return the run with a profile of known sectors, countries and evidence."""
    assert delivered.pack is not None
    assert delivered.icp is not None
    fact = delivered.pack.company.facts[0]
    fields = ("industries", "company_sizes", "geographies", "personas", "disqualifiers")
    icp = delivered.icp.model_copy(
        update={
            "sectors": (Sector(code="31-33", title="Manufacturing"), Sector(code="62", title="Health Care")),
            "countries": ("GB",),
            "evidence": tuple(Evidence(field=one, basis="stated", quote=fact.quote, page=fact.page) for one in fields),
        }
    )
    return delivered.model_copy(update={"icp": icp})


@pytest.fixture
def notes(outcome: CampaignOutcome) -> CompanyNotes:
    """Return the notes of a reader who calls every used fact a main point."""
    assert outcome.pack is not None
    assert outcome.icp is not None
    company = outcome.pack.company
    return CompanyNotes(
        host=HOST,
        language=company.language,
        name=f"{company.name} Ltd",
        trade="",
        sells=company.sells,
        sells_to=company.audience,
        own_industry="",
        buyer_naics=("332", "62"),
        own_naics="54",
        countries=("GB",),
        company_sizes=None,
        employees=None,
        persona_titles=(outcome.icp.persona.title,),
        main_points=tuple({claim.quote for claim in outcome.pack.claims}),
        never=("Every member of our staff has thirty days of leave and a season ticket.",),
    )
