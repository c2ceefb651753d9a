"""A profile that the request gives whole is taken as it is, and read for what sales tools filter by."""

import pytest
from langgraph.runtime import Runtime

from core.company import Company
from core.context import Context
from core.icp import GivenIcp, Persona
from core.request import CampaignRequest
from nodes.adopt_icp import AdoptIcp, AdoptIcpInput, AdoptIcpUpdate

pytestmark = pytest.mark.anyio

PROFILE = GivenIcp(
    industries=("Pump manufacturers",),
    company_sizes=("50-500 employees",),
    geographies=("United Kingdom", "Ireland"),
    personas=(Persona(title="Head of Purchasing"),),
    disqualifiers=(),
)


async def adopted(given: GivenIcp) -> AdoptIcpUpdate:
    request = CampaignRequest(website="https://springs.example/", icp=given)
    state = AdoptIcpInput(request=request, company=Company(name="Springs"))
    return await AdoptIcp()(state, Runtime(context=Context()))


async def test_its_words_stay_and_its_codes_are_added() -> None:
    icp = (await adopted(PROFILE))["icp"]
    assert icp.industries == PROFILE.industries
    assert icp.personas == PROFILE.personas
    assert [sector.code for sector in icp.sectors] == ["31-33"]
    assert icp.countries == ("GB", "IE")
    assert icp.size_bands == ("51-200", "201-500")
    assert {entry.basis for entry in icp.evidence} == {"given"}
    assert icp.source == "given"


async def test_a_profile_of_everybody_is_warned_of() -> None:
    update = await adopted(PROFILE.model_copy(update={"industries": ("all industries",)}))
    assert update["icp"].industries == ("all industries",)
    assert update["icp"].breadth.too_broad
    (warning,) = update["warnings"]
    assert "too broad" in warning
    assert (await adopted(PROFILE))["warnings"] == ()
