"""The table of all metrics in docs/operating.md, made from the metrics themselves."""

from collections.abc import Iterator

from server.telemetry.metrics import Metrics


def metrics_table() -> str:
    """Return the table as Markdown."""
    return "\n".join(("| metric | kind | labels | what it tells |", "|---|---|---|---|", *_rows()))


def _rows() -> Iterator[str]:
    for family in Metrics().described:
        labels = ", ".join(f"`{label}`" for label in family.labels)
        yield f"| `{family.name}` | {family.kind} | {labels} | {family.help} |"
