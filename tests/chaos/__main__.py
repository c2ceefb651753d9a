"""Proof by violence, in its long form: `python -m tests.chaos --kills 100 [--postgres] [--processes 3]`."""

import argparse
import asyncio
import sys
import tempfile
import time
from pathlib import Path

from tests.chaos.kills import Trial, settings_for
from tests.server.databases import some_postgres


def main() -> int:
    """Run a trial, print its table, and fail where a promise was broken."""
    parser = argparse.ArgumentParser(prog="python -m tests.chaos", description=__doc__)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--postgres", action="store_true", help="on PostgreSQL, with several processes")
    parser.add_argument("--processes", type=int, default=None)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="overture-chaos-") as folder:
        if not wanted.postgres:
            return _try(wanted.kills, wanted.processes or 1, Path(folder), None)
        with some_postgres() as postgres:
            return _try(wanted.kills, wanted.processes or 3, Path(folder), postgres.emptied())


def _try(kills: int, processes: int, folder: Path, database: str | None) -> int:
    settings = settings_for(folder, database)
    began = time.monotonic()
    findings = asyncio.run(Trial(settings, kills, processes).run())
    print(  # noqa: T201
        f"{findings.table()}\n{'seconds':<28} {time.monotonic() - began:.0f}"
    )
    return 1 if findings.broken or findings.repeated > kills else 0


if __name__ == "__main__":
    sys.exit(main())
