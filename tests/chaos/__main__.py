"""Proof by violence, in its long form: `python -m tests.chaos --kills 100 [--postgres] [--bulk 1000]`."""

import argparse
import asyncio
import sys
import tempfile
import time
from pathlib import Path

from core.settings import Settings
from tests.chaos.bulk import bulk
from tests.chaos.findings import Findings
from tests.chaos.kills import Trial, settings_for
from tests.server.databases import some_postgres


def main() -> int:
    """Run a trial, print its table, and fail where a promise was broken."""
    parser = argparse.ArgumentParser(prog="python -m tests.chaos", description=__doc__)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--postgres", action="store_true", help="on PostgreSQL, with several processes")
    parser.add_argument("--processes", type=int, default=None)
    parser.add_argument("--bulk", type=int, default=0, help="instead: so many runs in line on PostgreSQL, and one kill")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="overture-chaos-") as folder:
        if not (wanted.postgres or wanted.bulk):
            return _kill(settings_for(Path(folder), None), wanted.kills, wanted.processes or 1)
        with some_postgres() as postgres:
            settings = settings_for(Path(folder), postgres.emptied())
            if wanted.bulk:
                return _bulk(settings, wanted.bulk)
            return _kill(settings, wanted.kills, wanted.processes or 3)


def _kill(settings: Settings, kills: int, processes: int) -> int:
    began = time.monotonic()
    findings = asyncio.run(Trial(settings, kills, processes).run())
    return _report(findings, "seconds", f"{time.monotonic() - began:.0f}")


def _bulk(settings: Settings, runs: int) -> int:
    more = {"bulk_runs": 40, "bulk_runs_per_tenant": 40}  # all of them are one tenant's
    came = asyncio.run(bulk(settings.model_copy(update=more), runs))
    return _report(came.findings, "runs per second", f"{came.per_second:.1f}")


def _report(findings: Findings, name: str, figure: str) -> int:
    print(f"{findings.table()}\n{name:<28} {figure}")  # noqa: T201
    return 1 if findings.broken or findings.repeated > len(findings.resumed) else 0


if __name__ == "__main__":
    sys.exit(main())
