"""Take a complete profile from the request as it is."""

from dataclasses import dataclass
from typing import ClassVar

from langgraph.runtime import Runtime
from typing_extensions import TypedDict

from core.company import Company
from core.context import Context
from core.firmographics.breadth import breadth_warning
from core.firmographics.reading import with_firmographics
from core.icp import PROFILE_FIELDS, Evidence, GivenIcp, Icp
from core.request import CampaignRequest
from core.value import Value


class AdoptIcpInput(Value):
    request: CampaignRequest
    company: Company


class AdoptIcpUpdate(TypedDict):
    icp: Icp
    warnings: tuple[str, ...]


@dataclass(frozen=True)
class AdoptIcp:
    """Take the request's profile as it is: whoever gave all of it knows better than any inference."""

    reads: ClassVar[type[Value]] = AdoptIcpInput
    writes: ClassVar[type] = AdoptIcpUpdate

    async def __call__(self, state: AdoptIcpInput, runtime: Runtime[Context]) -> AdoptIcpUpdate:
        given = state.request.icp or GivenIcp()
        fields = given.model_dump(exclude_none=True)
        evidence = tuple(Evidence(field=name, basis="given") for name in PROFILE_FIELDS)
        adopted = Icp.model_validate({**fields, "source": "given", "evidence": evidence})
        icp = with_firmographics(adopted, state.company.language)
        return {"icp": icp, "warnings": breadth_warning(icp)}
