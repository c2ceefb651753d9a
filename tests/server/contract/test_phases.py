"""Whatever is sent, the answer is one that the OpenAPI document describes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.settings import Settings
from server.app import create_app
from tests.server.contract.phases import run_phases
from tests.server.contract.service import Service, serving

EXAMPLES = 1  # for each operation; a thousand and every case of coverage with `python -m tests.server.contract`
SECONDS = 8  # for each of five tags: 40 of the test command, side by side on two processors 20
PATHS = create_app(Settings(data_dir=Path("nowhere"))).openapi()["paths"]
TAGS = sorted({tag for methods in PATHS.values() for operation in methods.values() for tag in operation["tags"]})


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    """A service for one tag: what the requests of one have begun keeps no other waiting."""
    with serving(tmp_path / "data") as service:
        yield service


@pytest.mark.parametrize("tag", TAGS)
def test_no_phase_of_schemathesis_finds_a_failure(service: Service, tag: str) -> None:
    outcome = run_phases(service, EXAMPLES, tag, SECONDS)
    assert not outcome.failures, "\n".join(outcome.failures)
    assert outcome.operations
    assert sum(outcome.cases.values())
