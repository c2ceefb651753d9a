"""What a run can end of, beside what its steps can fail of.

ServiceProblem
├── RunCancelled   503  run_cancelled    it was stopped on request
├── RunLost        500  run_lost         every process that had it died
└── RunHandedOver  503  run_handed_over  this process stops; the run goes on in another
"""

from core.problems import ServiceProblem


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
