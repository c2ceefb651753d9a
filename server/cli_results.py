"""An experiment's figures, and sample sizes, to be read on a terminal."""

from typing import Any

import orjson
from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from experiments.planning import POWER, SIGNIFICANCE, detectable_uplift, sample_size
from server.cli_pack import plain
from server.experiments.figures import Figures

WIDTH = 24  # cells of a bar: a table with them fits into 100 columns
UPLIFTS = (0.2, 0.3, 0.5, 0.75, 1.0, 1.5, 2.0)
_COUNTED = ("sent", "delivered", "replied", "auto_replied", "bounced_hard", "complained", "unsubscribed")


def results_view(figures: Figures) -> RenderableType:
    """Return results and recommendation as one page."""
    content = plain(orjson.loads(figures.both))
    results, said = content["results"], content["recommendation"]
    title = said["verdict"].replace("_", " ") + (f": {said['variant']}" if said["variant"] else "")
    return Group(
        Text(f"{results['state']}, as of {results['as_of'][:16].replace('T', ' ')} UTC", "dim"),
        _rates(results),
        _counts(results),
        Panel(Text(said["reason"]), title=Text(title), title_align="left"),
        Text(
            f"Of tests whose variants are the same, at most {said['method']['false_claims']:.0%} end with a winner.",
            "dim",
        ),
    )


def plan_view(baseline: float, variants: int, people: int | None) -> RenderableType:
    """Return how many emails each uplift takes, and what a list can show."""
    table = Table(
        "uplift", "replies", "emails per variant", "in all", title=f"From {baseline:.2%}, {variants} variants"
    )
    for uplift in UPLIFTS:
        if baseline * (1 + uplift) < 1:
            each = sample_size(uplift, baseline, variants=variants)
            table.add_row(f"+{uplift:.0%}", f"{baseline * (1 + uplift):.2%}", f"{each:,}", f"{each * variants:,}")
    notes = [
        Text(
            f"Shown with a chance of {POWER:.0%}; equal variants seem to differ in {SIGNIFICANCE:.0%} of tests.", "dim"
        )
    ]
    if people:
        shown = detectable_uplift(people, baseline, variants=variants)
        able = f"an uplift of {shown:.0%}" if shown else "not even ten times the replies"
        notes.append(Text(f"A list of {people:,} shows {able}."))
    return Group(table, *notes)


def _rates(results: dict[str, Any]) -> Table:
    """Return a line per variant: its rate as a bar with its interval, and the chance to be best."""
    table = Table("variant", "reply rate", "", "95 %", "uplift", "best with", box=None)
    highest = max((arm["reply_rate"]["high"] for arm in results["variants"] if arm["reply_rate"]), default=1.0)
    for arm in results["variants"]:
        rate, uplift = arm["reply_rate"], arm["uplift"]
        table.add_row(
            Text(arm["name"], "bold"),
            f"{rate['estimate']:.2%}" if rate else "-",
            bar(rate, highest),
            f"{rate['low']:.2%} to {rate['high']:.2%}" if rate else "-",
            f"{uplift['estimate']:+.0%}" if uplift else "-",
            f"{arm['chance_to_be_best']:.0%}" if arm["chance_to_be_best"] is not None else "-",
        )
    return table


def _counts(results: dict[str, Any]) -> Table:
    table = Table("", *(name.replace("_", " ") for name in _COUNTED), box=None)
    for arm in results["variants"]:
        table.add_row(Text(arm["name"], "bold"), *(f"{arm['counts'][name]:,}" for name in _COUNTED))
    return table


def bar(rate: dict[str, float] | None, highest: float) -> Text:
    """Return a rate as a bar, and what its interval adds as a shade."""
    if rate is None or highest <= 0:
        return Text(" " * WIDTH)
    filled, reach = (round(WIDTH * min(rate[name] / highest, 1)) for name in ("estimate", "high"))
    return Text("█" * filled, "cyan") + Text("░" * (reach - filled), "dim") + Text(" " * (WIDTH - reach))
