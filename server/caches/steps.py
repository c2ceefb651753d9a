"""Give each run the answers that its tenant has paid for."""

from dataclasses import dataclass

from core.settings import Settings
from graph.caching import StepCache
from server.caches.text_store import TextStore
from server.version import VERSION


@dataclass(frozen=True)
class StepCaches:
    """Models' answers, by tenant and subject."""

    store: TextStore
    max_age: float
    """Seconds for which an answer is used again; with 0 nothing is kept."""
    lease_seconds: float
    """Deadline of one model call: how long a run waits for an answer that another has asked for."""

    @classmethod
    def of_settings(cls, store: TextStore, settings: Settings) -> "StepCaches":
        """Take age and deadline from the settings."""
        return cls(store, settings.step_max_age, settings.call_seconds)

    def of(self, tenant: str, subject: str, *, run: str = "", fresh: bool = False) -> StepCache | None:
        """Return the cache of one run, which releases it when it ends; None where nothing is kept.

        `run` is the run's name, the same in every process that goes on with it: so after a crash it does not wait
        for itself. A fresh run asks anew, and its answers are kept for others.
        """
        if not self.max_age:
            return None
        return StepCache(
            self.store.of(tenant, subject),
            version=VERSION,
            max_age=self.max_age,
            lease_seconds=self.lease_seconds,
            run=run,
            fresh=fresh,
        )
