"""The hand-written packs that the rubric is proven on, and how one is scored: as the product scores it."""

from functools import cache, lru_cache

from core.grounding.ground import Grounded, ground
from core.pack import EMAIL_NAMES, EmailName, Quality
from core.request import CampaignRequest
from evals.dataset import Dataset, GoodPack, Lookalike
from nodes.quality.score import score


class Campaign(GoodPack):
    """A company with its facts, and the emails that are held against them."""

    @property
    def request(self) -> CampaignRequest:
        """Return a request that asks for nothing special."""
        return CampaignRequest(website=self.company.website)

    def against(self, other: "Campaign") -> "Campaign":
        """Return these emails as if another company had sent them."""
        return self.model_copy(update={"company": other.company, "icp": other.icp})


@cache
def good_packs() -> tuple[Campaign, ...]:
    """Return the good packs: campaigns that must pass."""
    return tuple(Campaign.model_validate(dict(row)) for row in Dataset.load(GoodPack, "good_packs").rows)


@cache
def lookalikes() -> tuple[Lookalike, ...]:
    """Return the campaigns that fit any company: they must not pass."""
    return Dataset.load(Lookalike, "lookalikes").rows


def quality(campaign: Campaign) -> Quality:
    """Return the score of a campaign with the evidence that grounding finds, nothing taken out."""
    return score(
        campaign.subject_lines, campaign.outreach, campaign.follow_up,
        (*_grounded(campaign, "outreach").claims, *_grounded(campaign, "follow_up").claims),
        company=campaign.company, icp=campaign.icp, request=campaign.request,
    )  # fmt: skip


def as_sent(campaign: Campaign) -> Campaign:
    """Return a campaign with what grounding leaves of its emails: what the product would go on with."""
    return campaign.model_copy(update={part: _grounded(campaign, part).email for part in EMAIL_NAMES})


def _grounded(campaign: Campaign, part: EmailName) -> Grounded:
    """Return an email as grounding leaves it, with its evidence."""
    email = campaign.outreach if part == "outreach" else campaign.follow_up
    return _ground_once(email, part, campaign.company, campaign.request, campaign.icp)


_ground_once = lru_cache(maxsize=4096)(ground)
"""A defect in one email leaves the other as it was."""
