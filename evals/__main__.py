"""Evaluate every step and the whole: `python -m evals`; exits with 1 where a figure fell below its baseline."""

import sys

import click
from rich.console import Console

from core.settings import OFFLINE, Settings
from evals.baselines import BASELINES, Baselines, changes
from evals.report import DOCS, RESULTS, Report, documented, show, write
from evals.suite import Suite

WIDTH = 110
"""Columns of the tables, on whatever terminal: six figures beside a metric's name."""


@click.command()
@click.option("--accept", is_flag=True, help="Make this run's figures the baseline, and renew the tables of the docs.")
@click.option("--host", multiple=True, help="Only this company (again for more); compares with nothing.")
def main(accept: bool, host: tuple[str, ...]) -> None:
    """Run the suite, print and write its report, and compare it with the accepted figures."""
    if accept and host:
        raise click.UsageError("a part of the companies is no baseline")
    found = Suite.load(host).report(Settings())
    baselines = Baselines.read(BASELINES)
    report = found if host or accept else compared(found, baselines)
    show(report, Console(width=WIDTH))
    click.echo(f"written: {write(report, RESULTS)}")
    if accept:
        accepted(found, baselines)
    sys.exit(1 if report.failed else 0)


def compared(report: Report, baselines: Baselines) -> Report:
    """Return the report with what changed, or with a remark why nothing can be compared."""
    baseline = baselines.root.get(report.model)
    if baseline is None:
        return report.model_copy(update={"remark": f"no baseline for {report.model}: `--accept` makes one"})
    if baseline.data != report.data:
        remark = "datasets or sites are not those of the baseline: look at the figures, then `--accept`"
        return report.model_copy(update={"remark": remark, "incomparable": True})
    return report.model_copy(update={"changes": changes(report.figures, baseline)})


def accepted(report: Report, baselines: Baselines) -> None:
    """Write the baselines, and the docs' tables where it is the offline model's."""
    new = baselines.accept(report.model, report.data, report.figures)
    new.write(BASELINES)
    if report.model == OFFLINE:
        DOCS.write_text(documented(DOCS.read_text("utf-8"), new.root[OFFLINE]), "utf-8")


if __name__ == "__main__":
    main()
