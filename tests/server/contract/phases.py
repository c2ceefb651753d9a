"""Run every phase of schemathesis against a service, with the keys of two tenants."""

import math
import time
import warnings
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import requests
import schemathesis
from hypothesis.errors import HypothesisWarning
from schemathesis import Case, CheckContext, HookContext, Response
from schemathesis.checks import CHECKS, load_all_checks
from schemathesis.config import (
    CheckConfig,
    ChecksConfig,
    GenerationConfig,
    HealthCheck,
    PhasesConfig,
    PositiveDataAcceptanceConfig,
    ProjectConfig,
    ProjectsConfig,
    SchemathesisConfig,
)
from schemathesis.config._checks import MissingRequiredHeaderConfig, NegativeDataRejectionConfig
from schemathesis.engine import events, from_schema
from schemathesis.engine.recorder import ScenarioRecorder
from schemathesis.hooks import unregister
from schemathesis.specs.openapi.checks import resource_was_deleted

from tests.server.contract import missing_more
from tests.server.contract.neighbour import Neighbour
from tests.server.contract.requests_made import Amendments, teach_csv
from tests.server.contract.service import Service

SEED = 20_261
BRIEF, COVERAGE = ("examples", "fuzzing", "stateful"), ("coverage",)
NO_LINKS = "Missing Open API links"  # of a tag in which nothing is made: no fault
ANSWER_SECONDS = 15  # no answer takes longer, streams of runs included
EXEMPT = {
    ("not_a_server_error", "GET /readyz"): "a late heartbeat is told by 503, as documented",
    ("positive_data_acceptance", "/v1/experiments"): "no schema says which fields, campaigns and states go together",
    (
        "negative_data_rejection",
        "positive test case",
    ): "valid data, taken from an earlier step",
    ("positive_data_acceptance", "/v1/cache"): "exactly one of three parameters is to be given",
    ("unsupported_method", "/v1/campaigns/email/batches"): "DELETE is 404: `batches` could be a campaign's id",
    ("response_schema_conformance", ": Event #"): "the schema is that of the whole stream, a text; not of an event",
}
"""Parts of a check and of what it tells, and why that is no failure."""


@dataclass
class Outcome:
    """How it went."""

    operations: int = 0
    cases: Counter[str] = field(default_factory=Counter)
    """Requests that were sent in each phase."""
    failures: list[str] = field(default_factory=list)
    foreign: int = 0
    """Things of one tenant that another has asked for."""

    def table(self) -> str:
        """Return the counts as text."""
        rows = {"operations": self.operations, **self.cases, "asked by another tenant": self.foreign}
        return "\n".join(f"{name:<28} {count:,}" for name, count in rows.items())


def run_phases(service: Service, examples: int, tag: str | None = None, seconds: float = math.inf) -> Outcome:
    """Run the phases with so many examples for each operation, and so many scenarios; of one tag or of all.

    The coverage phase, by far the longest, comes last and ends when the seconds are over.
    """
    load_all_checks()  # else only those that need no OpenAPI are made
    missing_more.give_back()
    teach_csv()
    document = requests.get(f"{service.address}/openapi.json", timeout=ANSWER_SECONDS).json()
    neighbour, outcome = Neighbour(service.other_key), Outcome()
    until = time.monotonic() + seconds
    with _registered(neighbour, Amendments()), warnings.catch_warnings():
        warnings.simplefilter("ignore", HypothesisWarning)  # about schemathesis' own strategies
        for phases in (BRIEF, COVERAGE):
            schema = schemathesis.openapi.from_dict(document, config=_config(service, examples, phases))
            schema = schema.include(tag=tag) if tag else schema
            outcome.operations = schema.statistic.operations.selected
            stream = from_schema(schema).execute()
            for event in stream:
                _take(outcome, event)
                if time.monotonic() > until:
                    stream.stop()
    outcome.foreign = neighbour.asked
    return outcome


@contextmanager
def _registered(neighbour: Neighbour, amendments: Amendments) -> Iterator[None]:
    """Have schemathesis, which knows such things for the whole process only, ask these two for a while."""

    def belongs_to_its_tenant(context: CheckContext, response: Response, case: Case) -> None:
        neighbour.check(context, response, case)

    def before_call(context: HookContext, case: Case, kwargs: dict[str, Any]) -> None:
        amendments.amend(case)

    schemathesis.check(belongs_to_its_tenant)
    schemathesis.hook(before_call)
    try:
        yield
    finally:
        CHECKS.unregister(belongs_to_its_tenant.__name__)
        unregister(before_call)


def _config(service: Service, examples: int, phases: tuple[str, ...]) -> SchemathesisConfig:
    project = ProjectConfig(
        base_url=service.address,
        headers={"Authorization": f"Bearer {service.key}"},
        request_timeout=ANSWER_SECONDS,
        continue_on_failure=True,
        phases=PhasesConfig.from_dict({name: {"enabled": name in phases} for name in (*BRIEF, *COVERAGE)}),
        generation=GenerationConfig(max_examples=examples, deterministic=True, database="none", no_shrink=True),
        checks=ChecksConfig(
            # 412: a state that `If-Match` made up is not the thing's
            positive_data_acceptance=_with(PositiveDataAcceptanceConfig(), "412"),
            negative_data_rejection=_with(NegativeDataRejectionConfig(), "409", "412"),
            missing_required_header=_with(MissingRequiredHeaderConfig(), "404", "428"),
        ),
    )
    return SchemathesisConfig(
        seed=SEED, suppress_health_check=[HealthCheck.all], projects=ProjectsConfig(default=project)
    )


def _with(config: Any, *statuses: str) -> Any:
    assert isinstance(config, CheckConfig)
    return type(config)(expected_statuses=[*config.expected_statuses, *statuses])


def _take(outcome: Outcome, event: events.EngineEvent) -> None:
    """Count what an event tells of."""
    if isinstance(event, events.ScenarioFinished):
        outcome.cases[event.phase.name] += len(event.recorder.interactions)
        outcome.failures += _failures(event.recorder)
    elif isinstance(event, events.NonFatalError) and not (told := event.info.format()).startswith(NO_LINKS):
        outcome.failures.append(f"{event.label}: {told}")
    elif isinstance(event, events.FatalError):
        raise event.exception


def _failures(recorder: ScenarioRecorder) -> Iterator[str]:
    for case_id, checks in recorder.checks.items():
        answer = recorder.interactions[case_id].response if case_id in recorder.interactions else None
        for check in checks:
            if check.failure_info and not _refused_to_delete(recorder, case_id, check.name):
                failure = check.failure_info.failure
                said = f"{answer.status_code} {answer.content[:300]!r}" if answer else "no answer"
                told = (f"{check.name}: {failure.operation}: {failure.message}", check.failure_info.code_sample, said)
                if not any(check.name == name and part in told[0] for name, part in EXEMPT):
                    yield "\n  ".join(told)


def _refused_to_delete(recorder: ScenarioRecorder, case_id: str, check: str) -> bool:
    """Tell whether a thing is said to live on although no DELETE of it succeeded: the check does not look at that."""
    return check == "use_after_free" and not resource_was_deleted(recorder, recorder.cases[case_id].value)
