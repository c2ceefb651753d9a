"""The figures as a table, and whether they keep what is promised."""

import math
from collections.abc import Iterable, Sequence
from pathlib import Path

from evals.calibration.measure import Figures
from experiments.claims import FALSE_CLAIMS

DOCS = Path(__file__).parents[2] / "docs" / "experiments.md"
BEGIN, END = "<!-- calibration -->", "<!-- /calibration -->"
POWER_GIVEN_UP = 0.04
"""The most that looking all the time may cost, against one look at the end."""

HEAD = (
    "scenario",
    "planned emails",
    "false claims",
    "power",
    "one look: false",
    "one look: power",
    "5 % at every look: false",
    "claimed early",
    "emails sent",
    "no practical difference",
)


def table(figures: Iterable[Figures]) -> str:
    """Return the figures as a Markdown table."""
    lines = [_row(HEAD), _row(["---"] * len(HEAD))]
    return "\n".join([*lines, *(_row(_cells(of)) for of in figures)])


def broken(figures: Sequence[Figures]) -> list[str]:
    """Return what does not hold of what is promised, beyond twice the error of so many simulated tests."""
    return [fault for of in figures for fault in (_falsely(of), _weakly(of)) if fault]


def documented(text: str, figures: Sequence[Figures], alarms: float) -> str:
    """Return the documentation with its table renewed."""
    before, rest = text.split(BEGIN)
    after = rest.split(END)[1]
    told = (
        f"{figures[0].runs:,} simulated tests per row, {figures[0].scenario.looks} looks each. The sample ratio check "
        f"fails in {alarms:.1%} of sound tests when it is looked at as often."
    )
    return f"{before}{BEGIN}\n{told}\n\n{table(figures)}\n{END}{after}"


def _falsely(of: Figures) -> str | None:
    error = 2 * math.sqrt(FALSE_CLAIMS * (1 - FALSE_CLAIMS) / of.runs)
    if of.false_claims <= FALSE_CLAIMS + error:
        return None
    return f"{of.scenario.name}: {of.false_claims:.1%} false claims"


def _weakly(of: Figures) -> str | None:
    if of.power is None or of.single_look_power is None:
        return None
    # Both rules saw the same tests, so only those on which they differ make the error.
    error = 2 * math.sqrt(POWER_GIVEN_UP / of.runs)
    if of.power >= of.single_look_power - POWER_GIVEN_UP - error:
        return None
    return f"{of.scenario.name}: power {of.power:.1%}, one look {of.single_look_power:.1%}"


def _cells(of: Figures) -> Sequence[str]:
    return (
        of.scenario.name,
        f"{of.scenario.plan.total:,}",
        f"{of.false_claims:.1%}",
        _share(of.power),
        f"{of.single_look_false:.1%}",
        _share(of.single_look_power),
        f"{of.peeking_false:.1%}",
        f"{of.early:.1%}",
        f"{of.mean_sent:.0%}",
        f"{of.no_difference:.1%}",
    )


def _share(power: float | None) -> str:
    return "" if power is None else f"{power:.1%}"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
