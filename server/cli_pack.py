"""A pack to be read on a terminal."""

import re
from collections.abc import Iterator
from typing import Any

import orjson
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from core.pack import PART_NAMES, Pack, PartQuality
from core.word_diff import Change

CONTROLS = {code: None for code in (*range(32), *range(127, 160)) if code != 10}


def pack_view(pack: str) -> RenderableType:
    """Return a pack, given as JSON, as one page: who, subjects, emails, scores, claims, test, cost."""
    return Group(*_parts(Pack.model_validate(plain(orjson.loads(pack)))))


def plain(content: Any) -> Any:
    """Return the content without control characters: what a website says must not steer a terminal."""
    match content:
        case str():
            return content.translate(CONTROLS)
        case list():
            return [plain(part) for part in content]
        case dict():
            return {name: plain(part) for name, part in content.items()}
    return content


def _parts(pack: Pack) -> Iterator[RenderableType]:
    yield Rule(Text(f"{pack.company.name} · {pack.id}"))
    yield _profile(pack)
    yield Text("\nSubject lines", "bold")
    yield _subjects(pack)
    yield _email(f"Outreach · {pack.outreach.score}", pack.outreach.body)
    yield _email(
        f"Follow-up after {pack.follow_up.send_after_days} days · {pack.follow_up.score}",
        f"{pack.follow_up.subject}\n\n{pack.follow_up.body}",
    )
    yield _tone(pack)
    yield _quality(pack)
    if pack.claims:
        yield Text("\nClaims and their evidence", "bold")
        yield _claims(pack)
    yield _test(pack)
    yield from (Text(f"Note: {warning}", "yellow") for warning in pack.warnings)
    yield Text(f"\n{_usage(pack)}", "dim")


def _profile(pack: Pack) -> RenderableType:
    icp = pack.icp
    table = Table.grid(padding=(0, 2))
    for name, values in (
        ("Sells", (pack.company.sells,)),
        ("Writes to", tuple(persona.title for persona in icp.personas)),
        ("Industries", icp.industries),
        ("Sizes", icp.company_sizes),
        ("Where", icp.geographies),
        ("Filters", (*(f"NAICS {sector.code}" for sector in icp.sectors), *icp.countries, *icp.size_bands)),
    ):
        if any(values):
            table.add_row(Text(name, "dim"), Text(", ".join(values)))
    table.add_row(Text("Profile", "dim"), Text(icp.source))
    return table


def _subjects(pack: Pack) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    for line in pack.subject_lines:
        table.add_row(
            Text("–" if line.score is None else str(line.score), "cyan"), Text(line.angle, "dim"), Text(line.text)
        )
    return Padding(table, (0, 0, 1, 0))


def _email(title: str, body: str) -> RenderableType:
    text = Text(body)
    text.highlight_regex(r"\{\{[a-z0-9_]+\}\}", "yellow")
    return Panel(text, title=Text(title), title_align="left", width=78, padding=(1, 2))


def _tone(pack: Pack) -> RenderableType:
    """Return how the emails should sound, and what calibration changed, marked word by word."""
    lines = [Text.assemble("\n", ("Tone  ", "bold"), pack.tone.target)]
    for change in pack.tone.changes:
        lines.append(Text.assemble(f"  {change.part.replace('_', ' ')}: {change.what} ", (f"({change.why})", "dim")))
    for runs in (pack.tone.diff.outreach, pack.tone.diff.follow_up):
        if any(run.change != "same" for run in runs):
            lines.append(Text.assemble("  ", *((_folded(run.text), _MARKS[run.change]) for run in runs)))
    return Group(*lines)


_MARKS: dict[Change, str] = {"same": "dim", "removed": "red strike", "added": "green"}


def _folded(text: str) -> str:
    """Return a text on one line, its spaces at both ends kept."""
    return re.sub(r"\s+", " ", text)


def _quality(pack: Pack) -> RenderableType:
    verdict = Text("passed", "green") if pack.quality.passed else Text("not passed", "red")
    table = Table.grid(padding=(0, 2))
    for name in PART_NAMES:
        quality = pack.quality.part(name)
        table.add_row(Text(str(quality.score), "cyan"), Text(name.replace("_", " ")), _findings(quality))
    rounds = f", rounds {' → '.join(map(str, pack.quality.rounds))}" if len(pack.quality.rounds) > 1 else ""
    return Group(Text.assemble("\n", ("Quality ", "bold"), f"{pack.quality.score} of 100, ", verdict, rounds), table)


def _findings(quality: PartQuality) -> Text:
    lines = [f"{check.verdict} {check.name}: {check.detail}" for check in quality.findings]
    return Text("\n".join(lines) or "every check passed", "" if lines else "dim")


def _claims(pack: Pack) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    for claim in pack.claims:
        table.add_row(Text("•"), Text.assemble(claim.sentence, (f"\n“{claim.quote}”  {claim.page}", "dim")))
    return table


def _test(pack: Pack) -> RenderableType:
    test = pack.ab_test
    lines = [Text.assemble("\n", ("A/B test  ", "bold"), test.hypothesis)]
    lines += [Text(f"  {variant.name}: {variant.subject_line}") for variant in test.variants]
    lines.append(
        Text(
            f"  {test.total_sample_size} recipients in all to show {test.minimum_uplift:.0%} more replies than "
            f"{test.baseline_rate:.1%} (significance {test.significance:g}, power {test.power:g})"
        )
    )
    return Group(*lines, Text(f"  {test.can_tell} {test.cannot_tell}", "dim"))


def _usage(pack: Pack) -> str:
    usage = pack.usage
    cost = "" if usage.cost is None else f", ${usage.cost:.4f}"
    return f"{pack.model} · {usage.calls} calls, {usage.tokens} tokens{cost}"
