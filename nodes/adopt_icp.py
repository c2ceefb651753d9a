"""Take a complete profile from the request as it is."""

from dataclasses import dataclass
from typing import ClassVar

from langgraph.runtime import Runtime
from typing_extensions import TypedDict

from core.context import Context
from core.icp import PROFILE_FIELDS, Evidence, GivenIcp, Icp
from core.request import CampaignRequest
from core.value import Value


class AdoptIcpInput(Value):
    request: CampaignRequest


class AdoptIcpUpdate(TypedDict):
    icp: Icp


@dataclass(frozen=True)
class AdoptIcp:
    """Take the request's profile as it is: whoever gave all of it knows better than any inference."""

    reads: ClassVar[type[Value]] = AdoptIcpInput
    writes: ClassVar[type] = AdoptIcpUpdate

    async def __call__(self, state: AdoptIcpInput, runtime: Runtime[Context]) -> AdoptIcpUpdate:
        given = state.request.icp or GivenIcp()
        fields = given.model_dump(exclude_none=True)
        evidence = tuple(Evidence(field=name, basis="given") for name in PROFILE_FIELDS)
        return {"icp": Icp.model_validate({**fields, "source": "given", "evidence": evidence})}
