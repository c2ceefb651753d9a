"""Where a run goes next: pure decisions over the channels they read."""

from typing import Literal

from core.request import CampaignRequest
from core.rounds import Revision
from core.value import Value


class ProfileAsked(Value):
    request: CampaignRequest


class RevisionAsked(Value):
    revision: Revision | None = None


# Routers are coroutines: LangGraph sends a plain function to a thread, which costs more than the decision.


async def who_knows_the_profile(state: ProfileAsked) -> Literal["adopt_icp", "infer_icp"]:
    """Adopt a complete profile of the request; infer whatever is missing."""
    given = state.request.icp
    return "adopt_icp" if given and not given.missing else "infer_icp"


async def after_outreach(state: RevisionAsked) -> Literal["follow_up", "calibrate_tone"]:
    """Write the follow-up after the first email, unless a revision leaves it as it stands."""
    revision = state.revision
    return "follow_up" if revision is None or revision.follow_up else "calibrate_tone"


async def revise_or_finish(
    state: RevisionAsked,
) -> list[Literal["subject_lines", "outreach", "follow_up", "plan_ab_test"]]:
    """Go back to the parts that failed, or on to the end.

    A follow-up is written after the first email that it must differ from: while both fail, `after_outreach` leads on.
    """
    parts = state.revision.parts if state.revision else ()
    if not parts:
        return ["plan_ab_test"]
    return [part for part in parts if part != "follow_up" or "outreach" not in parts]
