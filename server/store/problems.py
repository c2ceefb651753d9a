"""What can be wrong with the store.

ServiceProblem
├── StoreUnavailable  503  store_unavailable  locked, lost, full or damaged: the next request may find it mended
└── RunTakenOver           never answered     another process has the run now; whoever meets this stops
"""

from core.problems import ServiceProblem


class StoreUnavailable(ServiceProblem):
    """The database cannot be read or written at this moment; nothing of the request was stored."""

    code = "store_unavailable"
    status = 503
    title = "The service's database does not answer"


class RunTakenOver(Exception):
    """The run is no longer this process's: it was cancelled, or another process has taken it over."""
