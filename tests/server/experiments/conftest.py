"""The room of experiments on either database, at a time that the test sets."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib import import_module
from typing import Any

import pytest

from core.settings import Settings
from experiments.experiment import Experiment
from experiments.variant import Variant
from server.experiments.intake import EventOutcome
from server.experiments.requests import ExperimentRequest
from server.experiments.room import Experiments, open_experiments
from server.store.database import Database
from server.store.experiments import ExperimentRef

LINES = {"A": "Who checks your freight invoices?", "B": "An overcharge in one of nine invoices"}
START = datetime(2026, 11, 2, 9, tzinfo=UTC)
TENANT = "t"


@dataclass
class Clock:
    now: datetime = START

    def __call__(self) -> float:
        return self.now.timestamp()

    def wait(self, **time: float) -> None:
        self.now += timedelta(**time)


@pytest.fixture(autouse=True, scope="session")
def _statistics() -> None:
    """Load what takes seconds, so that no test waits for it in the middle."""
    import_module("experiments.recommendation")
    import_module("experiments.assignment")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def room(database: Database, clock: Clock) -> Experiments:
    return open_experiments(Settings(), database, clock=clock)


@pytest.fixture
def wanted() -> ExperimentRequest:
    arms = tuple(Variant(name=name, subject_line=line) for name, line in LINES.items())
    return ExperimentRequest(name="Question or figure", variants=arms)


@pytest.fixture
async def draft(room: Experiments, wanted: ExperimentRequest) -> ExperimentRef:
    return (await room.catalogue.make(TENANT, wanted)).experiment.ref


@pytest.fixture
async def running(room: Experiments, draft: ExperimentRef) -> ExperimentRef:
    await room.catalogue.move(draft, Experiment.start, None)
    return draft


Tell = Callable[..., Awaitable[list[EventOutcome]]]


@pytest.fixture
def tell(room: Experiments, clock: Clock) -> Tell:
    """Have events of one type recorded for several recipients, at the time of the clock."""

    async def tell(ref: ExperimentRef, type: str, recipients: Iterable[str], **more: Any) -> list[EventOutcome]:
        events = [event(type, recipient, clock.now, **more) for recipient in recipients]
        return await room.intake.take(ref, events)

    return tell


def event(type: str, recipient: str, at: datetime, **more: Any) -> dict[str, Any]:
    return {
        "id": f"{type}-{recipient}-{at:%d%H%M%S}",
        "recipient": recipient,
        "type": type,
        "at": at.isoformat(),
        **more,
    }
