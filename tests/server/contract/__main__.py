"""The contract at length: `python -m tests.server.contract --examples 1000`."""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.server.contract.phases import run_phases
from tests.server.contract.service import serving


def main() -> int:
    """Run every phase, print the counts and every failure, and fail where there is one."""
    parser = argparse.ArgumentParser(prog="python -m tests.server.contract", description=__doc__)
    parser.add_argument("--examples", type=int, default=1000, help="for each operation, and scenarios in all")
    examples = parser.parse_args().examples
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="overture-contract-") as folder, serving(Path(folder)) as service:
        outcome = run_phases(service, examples)
    seconds = f"{'seconds':<28} {time.monotonic() - began:.0f}"
    print(*outcome.failures, outcome.table(), seconds, sep="\n")  # noqa: T201
    return 1 if outcome.failures else 0


if __name__ == "__main__":
    sys.exit(main())
