"""Measure the service's speed, as ratios within one run: `python -m evals.speed`.

The model server runs on one processor and what is measured on the other. Figures are for comparing within a run; on a
machine with one processor, or a busy one, they say little.
"""

import asyncio
import contextlib
import tempfile

import click
from rich.console import Console
from rich.table import Table

from evals.speed import experiments, graphs, served
from evals.speed.durability import durability
from evals.speed.processes import pin, server

CHAIN = 5
"""Model calls in a row with an inferred profile: profile, outreach, follow-up, tone, judge."""
LATENCY = 0.2
"""Seconds that the model takes to begin an answer, for the ratio of wall time to model time."""


@click.command()
@click.option("--website", default="https://bayfold.example", show_default=True)
@click.option("--packs", default=100, show_default=True, help="Packs in each round of throughput.")
@click.option("--database", default=None, help="A PostgreSQL on which stored runs are measured too.")
@click.option("--events", default=1_000_000, show_default=True, type=click.IntRange(20_000), help="Of an experiment.")
def main(website: str, packs: int, database: str | None, events: int) -> None:
    """Measure and print a table."""
    table = Table("figure", "measured", "against", "ratio", "target", title=f"Speed, {website}")
    latency(table, website)
    throughput(table, website, packs)
    http(table, website, packs)
    stored(table, website, packs, database)
    testing(table, events)
    Console(width=120).print(table)


def latency(table: Table, website: str) -> None:
    """Add the wall time of a pack over the sum of model latency on its longest chain, and the first events."""
    with (
        server("evals.model_server", "--latency-ms", str(LATENCY * 1000), processor=1, ready="/requests") as model,
        service(model) as address,
    ):
        seconds = asyncio.run(served.pack_seconds(address, website, times=5))
        first = asyncio.run(served.first_event_seconds(address, website))
    model_time = CHAIN * LATENCY
    table.add_row(
        "wall time of a pack",
        f"{seconds:.3f} s",
        f"{model_time:.1f} s of model",
        f"{seconds / model_time:.3f}",
        "≤ 1.10",
    )
    table.add_row("first event (run.started)", f"{first.run_started * 1000:.1f} ms", "", "", "")
    over = first.node_delta / (2 * LATENCY)
    table.add_row(
        "first written text (node.delta)", f"{first.node_delta * 1000:.0f} ms", "2 calls' latency", f"{over:.3f}", ""
    )


def throughput(table: Table, website: str, packs: int) -> None:
    """Add packs per second in one process, text streamed, against a stock ChatOpenAI in the same graph."""
    with server("evals.model_server", processor=1, ready="/requests") as model:
        pin(0)
        for row in asyncio.run(graphs.throughput(f"{model}/v1", website, packs)):
            target = "≥ 1.5" if row.at_once == 100 else ""
            table.add_row(
                f"packs/s, {row.at_once} at once",
                f"{row.ours:.1f}",
                f"{row.bare:.1f} stock",
                f"{row.ratio:.2f}",
                target,
            )


def http(table: Table, website: str, packs: int) -> None:
    """Add what the service delivers over HTTP: cached packs against an empty route, and streams."""
    pin(1)
    with server("evals.model_server", processor=1, ready="/requests") as model, service(model) as address:
        cached = asyncio.run(served.cached_per_second(address, website, at_once=20, times=2000))
        streams = asyncio.run(served.streams_per_second(address, website, at_once=20, times=packs))
    with server("uvicorn", "evals.speed.empty:create_app", "--factory", processor=0, ready="/docs") as address:
        empty = asyncio.run(served.empty_per_second(address, at_once=20, times=2000))
    table.add_row("cached packs/s over HTTP", f"{cached:.0f}", f"{empty:.0f} empty route", f"{cached / empty:.2f}", "")
    table.add_row("streamed packs/s over HTTP, 20 at once", f"{streams:.1f}", "", "", "")


def stored(table: Table, website: str, packs: int, database: str | None) -> None:
    """Add what it costs that a run survives a crash: a stored run against the graph alone, one after another."""
    for address in (None, database) if database else (None,):
        cost = asyncio.run(durability(website, max(packs // 5, 5), 1, address))
        table.add_row(
            f"a stored run, {cost.store}",
            f"{cost.stored * 1000:.0f} ms",
            f"{cost.alone * 1000:.0f} ms graph alone",
            f"{cost.ratio:.2f}",
            "",
        )


def testing(table: Table, events: int) -> None:
    """Add what an experiment takes: bulk calls of 10,000, and results as its events grow."""
    pin(1)
    with server("evals.model_server", processor=1, ready="/requests") as model, service(model) as address:
        speed = asyncio.run(experiments.measure(address, events))
    early, late = speed.results
    table.add_row("assignments/s, 10,000 a call", f"{speed.assignments_per_second:,.0f}", "", "", "")
    table.add_row("events/s, 10,000 a call", f"{speed.events_per_second:,.0f}", "", "", "")
    table.add_row(
        f"results after {late.events:,} events",
        f"{late.seconds * 1000:.0f} ms",
        f"{early.seconds * 1000:.0f} ms at {early.events:,}",
        f"{late.seconds / early.seconds:.2f}",
        "",
    )


def service(model: str) -> contextlib.AbstractContextManager[str]:
    """Run the service against a model server, with an empty cache."""
    return server(
        "uvicorn", "server.app:create_app", "--factory", "--log-level", "warning",
        processor=0, ready="/healthz",
        env={
            "OPENAI_BASE_URL": f"{model}/v1",
            "OVERTURE_MODEL": "bench",
            "OVERTURE_DATA_DIR": tempfile.mkdtemp(prefix="overture-bench-"),
            "LANGSMITH_TRACING": "false",
        },
    )  # fmt: skip


if __name__ == "__main__":
    main()
