"""What a run can end of, beside what its steps can fail of, and what cannot be done with one.

    Problem
    ├── CampaignActive       409  campaign_active      it is still under way
    ├── CampaignNotFailed    409  campaign_not_failed  there is nothing to try again
    ├── CampaignNotFinished  409  campaign_not_finished  it has no pack
    └── CampaignOutdated     409  campaign_outdated    another version of the service has written its pack
ServiceProblem
├── RunCancelled   503  run_cancelled    it was stopped on request
├── RunLost        500  run_lost         every process that had it died
└── RunHandedOver  503  run_handed_over  this process stops; the run goes on in another
"""

from core.problems import Problem, ServiceProblem


class RunCancelled(ServiceProblem):
    """The run was stopped before its end, because somebody asked for that or because another step had failed."""

    code = "run_cancelled"
    status = 503
    title = "The run was stopped before its end"


class RunLost(ServiceProblem):
    """Each process that had the run died before its end; it is not tried again by itself."""

    code = "run_lost"
    status = 500
    title = "The run broke off again and again"


class RunHandedOver(ServiceProblem):
    """This process stops; the run goes on elsewhere, or here once the service is back. Its events tell the rest."""

    code = "run_handed_over"
    status = 503
    title = "The service restarts; the run goes on"


class CampaignActive(Problem):
    """What is still being written cannot be deleted; cancel it first."""

    code = "campaign_active"
    status = 409
    title = "The campaign is still under way; cancel it first"


class CampaignNotFailed(Problem):
    """Only a campaign that has failed or was cancelled can be tried again."""

    code = "campaign_not_failed"
    status = 409
    title = "The campaign has not failed"


class CampaignNotFinished(Problem):
    """Only a campaign that has delivered a pack can be rendered or written anew in part."""

    code = "campaign_not_finished"
    status = 409
    title = "The campaign has no pack"


class CampaignOutdated(Problem):
    """The pack has another shape than this version of the service works with; generate the campaign again."""

    code = "campaign_outdated"
    status = 409
    title = "Another version of the service has written this campaign"
