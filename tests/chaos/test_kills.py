"""Processes are killed at random moments, and every promise holds; `make chaos` kills a hundred."""

import asyncio
from pathlib import Path

import pytest

from tests.chaos.kills import Trial, settings_for
from tests.server.databases import Postgres

pytestmark = pytest.mark.anyio

KILLS = 4  # of each kind: about ten seconds on a quiet machine


@pytest.mark.parametrize(("kind", "processes"), [("sqlite", 1), ("postgresql", 2)])
async def test_no_promise_is_broken_by_a_crash(
    kind: str, processes: int, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    postgres: Postgres | None = request.getfixturevalue("postgres") if kind == "postgresql" else None
    database = await asyncio.to_thread(postgres.emptied) if postgres else None
    settings = settings_for(tmp_path, database)
    findings = await Trial(settings, KILLS, processes).run()

    assert findings.acknowledged > 0
    assert findings.broken == 0, findings.table()
    assert findings.repeated <= len(findings.resumed), findings.table()  # one for each run that a kill has caught
    assert max(findings.resumed, default=0.0) < 10, findings.table()
