"""Calibrate the experiments' rule: `python -m evals.calibration`; exits with 1 where it keeps less than is promised."""

import gc
import sys

import click

from evals.calibration.measure import Figures, measure, ratio_alarms
from evals.calibration.report import DOCS, broken, documented, table
from evals.calibration.scenario import SCENARIOS


@click.command()
@click.option("--runs", default=300, show_default=True, help="Simulated tests per scenario.")
@click.option("--accept", is_flag=True, help="Write the figures into the documentation.")
def main(runs: int, accept: bool) -> None:
    """Simulate tests of known truth, and compare what the rule says with it."""
    figures, alarms = simulated(runs), ratio_alarms(SCENARIOS[0], runs)
    click.echo(f"{table(figures)}\n\nsample ratio alarms of sound tests: {alarms:.1%}")
    if accept:
        DOCS.write_text(documented(DOCS.read_text("utf-8"), figures, alarms), "utf-8")
    faults = broken(figures)
    for fault in faults:
        click.echo(fault, err=True)
    sys.exit(1 if faults else 0)


def simulated(runs: int) -> list[Figures]:
    """Return every scenario's figures."""
    gc.freeze()  # statsmodels collects garbage in every Holm adjustment; what is imported need not be looked at
    return [measure(scenario, runs) for scenario in SCENARIOS]


if __name__ == "__main__":
    main()
