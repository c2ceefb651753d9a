"""The commands around experiments: create, list, start, stop, assign, record, results, plan."""

import csv
import sys
from typing import Any, BinaryIO, TextIO, TypeVar

import click
import orjson
from pydantic import ValidationError
from rich.console import Console

from experiments.experiment import Experiment
from server.cli_options import Tenant
from server.cli_output import print_problem
from server.cli_room import work
from server.experiments.catalogue import Change, experiment_of, moment
from server.experiments.requests import MOST_ITEMS, ExperimentRequest
from server.experiments.room import Experiments
from server.problems import invalid
from server.store.experiments import ExperimentRef
from server.tenancy import LOCAL

T = TypeVar("T")

of_tenant = click.option(
    "--tenant", default=LOCAL, show_default=True, type=Tenant(), help="Whose experiments; without keys there is one."
)


@click.group()
def experiment() -> None:
    """Test variants against each other: who gets which, what came of it, what to do."""


@experiment.command()
@click.argument("name")
@click.option("--campaign", metavar="ID", help="A finished campaign, whose planned test it becomes.")
@click.option("--subject-line", "lines", multiple=True, metavar="TEXT", help="A variant; give two to eight.")
@click.option("--baseline", type=float, metavar="RATE", help="Replies per email now, such as 0.03.")
@click.option(
    "--uplift", type=float, metavar="SHARE", help="The least that is worth knowing: 0.5 is half as many again."
)
@click.option("--store-recipients", is_flag=True, help="Keep recipients as they are given, not only a keyed hash.")
@click.option("--start", "starts", is_flag=True, help="Start it at once.")
@of_tenant
def create(
    name: str,
    campaign: str | None,
    lines: tuple[str, ...],
    baseline: float | None,
    uplift: float | None,
    store_recipients: bool,
    starts: bool,
    tenant: str,
) -> None:
    """Make an experiment called NAME and print its id."""
    wanted = request_for(
        {
            "name": name,
            "campaign": campaign,
            "variants": [{"name": chr(65 + n), "subject_line": line} for n, line in enumerate(lines)] or None,
            "baseline_rate": baseline,
            "minimum_uplift": uplift,
            "store_recipients": store_recipients,
        }
    )

    async def make(room: Experiments) -> str:
        ref = (await room.catalogue.make(tenant, wanted)).experiment.ref
        if starts:
            await room.catalogue.move(ref, Experiment.start, None)
        return ref.id

    click.echo(work(make))


@experiment.command("list")
@of_tenant
def list_experiments(tenant: str) -> None:
    """List the newest experiments."""
    for row in work(lambda room: room.catalogue.list(tenant, None, None, 100)).experiments:
        click.echo(f"{row.id}  {row.state:8}  {moment(row.created_at):%Y-%m-%d}  {experiment_of(row).name}")


@experiment.command()
@click.argument("id")
@of_tenant
def start(id: str, tenant: str) -> None:
    """Start an experiment, or go on with one that is paused."""
    _move(tenant, id, Experiment.start)


@experiment.command()
@click.argument("id")
@click.option("--reason", help="Kept with the experiment.")
@of_tenant
def stop(id: str, reason: str | None, tenant: str) -> None:
    """End an experiment; replies to what was sent still count."""
    _move(tenant, id, Experiment.stop, reason)


@experiment.command()
@click.argument("id")
@click.argument("recipients", type=click.File("r", encoding="utf-8-sig"), default="-")
@of_tenant
def assign(id: str, recipients: TextIO, tenant: str) -> None:
    """Print the variants of RECIPIENTS, one in each line of a file or of standard input, as CSV."""
    people = [line.strip() for line in recipients if line.strip()]

    async def given(room: Experiments) -> list[tuple[str, str, str]]:
        found = [await room.assigning.assign(ExperimentRef(tenant, id), part) for part in _parts(people)]
        return [(one.recipient, one.variant, one.recipient_key) for part in found for one in part]

    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerows([("recipient", "variant", "recipient_key"), *work(given)])


@experiment.command()
@click.argument("id")
@click.argument("events", type=click.File("rb"), default="-")
@of_tenant
def record(id: str, events: BinaryIO, tenant: str) -> None:
    """Record EVENTS, one JSON object in each line of a file or of standard input."""
    given = [read_line(number, line) for number, line in enumerate(events, 1) if line.strip()]

    async def taken(room: Experiments) -> dict[str, int]:
        counted: dict[str, int] = {}
        for part in _parts(given):
            for one in await room.intake.take(ExperimentRef(tenant, id), part):
                counted[one.outcome] = counted.get(one.outcome, 0) + 1
                if one.outcome == "refused":
                    click.echo(f"{one.id or 'an event'} is refused: {one.reason}", err=True)
        return counted

    click.echo(", ".join(f"{number:,} {outcome.replace('_', ' ')}" for outcome, number in work(taken).items()))


@experiment.command()
@click.argument("id")
@click.option("--json", "as_json", is_flag=True, help="Print results and recommendation as JSON and nothing else.")
@of_tenant
def results(id: str, as_json: bool, tenant: str) -> None:
    """Show what an experiment says, and what to do."""
    figures = work(lambda room: room.analysis.of(ExperimentRef(tenant, id)))
    if as_json:
        click.echo(orjson.dumps(orjson.loads(figures.both), option=orjson.OPT_INDENT_2))
        return
    from server.cli_results import results_view

    Console().print(results_view(figures))


@experiment.command()
@click.option(
    "--baseline", default=0.0343, show_default=True, type=click.FloatRange(0.0001, 0.5), help="Replies per email."
)
@click.option("--variants", default=2, show_default=True, type=click.IntRange(2, 8))
@click.option("--list", "people", type=click.IntRange(2, 100_000_000), help="Show what a list of this size can tell.")
def plan(baseline: float, variants: int, people: int | None) -> None:
    """Show how many emails a test takes, before anything is sent."""
    from server.cli_results import plan_view

    Console().print(plan_view(baseline, variants, people))


def request_for(content: dict[str, Any]) -> ExperimentRequest:
    """Return the request that the options amount to; print what is wrong with it and leave."""
    try:
        return ExperimentRequest.model_validate(content)
    except ValidationError as error:
        print_problem(invalid(error.errors(include_url=False, include_input=False, include_context=False)))
        sys.exit(1)


def read_line(number: int, line: bytes) -> Any:
    """Return the event of a line."""
    try:
        return orjson.loads(line)
    except orjson.JSONDecodeError:
        raise click.BadParameter(f"line {number} is not valid JSON", param_hint="EVENTS") from None


def _move(tenant: str, id: str, step: Change, reason: str | None = None) -> None:
    row = work(lambda room: room.catalogue.move(ExperimentRef(tenant, id), step, None, reason))
    click.echo(f"{row.id} is {row.state}.", err=True)


def _parts(items: list[T]) -> list[list[T]]:
    return [items[start : start + MOST_ITEMS] for start in range(0, len(items), MOST_ITEMS)]
