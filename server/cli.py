"""The command line: serve campaigns, or generate one."""

import asyncio
import sys
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import orjson
from pydantic import ValidationError

from core.problems import Problem
from core.request import CampaignRequest
from core.settings import OFFLINE, Settings
from nodes.website.saved import SavedSites
from server.caches.text_store import make_private
from server.cli_backup import backup_command, restore_command
from server.cli_experiment import experiment
from server.cli_keys import keys
from server.cli_output import JsonLines, Output, PackJson, Readable, print_problem
from server.cli_settings import read_settings
from server.guard.exposure import Exposed, check_exposure
from server.problems import invalid
from server.settings_reference import settings_reference
from server.telemetry.logs import configure_logging
from server.tenancy import LOCAL
from server.version import VERSION

if TYPE_CHECKING:
    from fastapi import FastAPI

    from server.assembly import FolderAssembly, Rooms

# What performs campaigns is imported by the commands that do so: it takes seconds that the others need not wait.


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, prog_name="overture")
def main() -> None:
    """A company's website in, an email campaign out that can be sent and tested."""


for command in (keys, experiment, backup_command, restore_command):
    main.add_command(command)


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="0 takes any free port.")
def serve(host: str, port: int) -> None:
    """Serve the HTTP API."""
    from server.app import create_app

    run_process(host, port, create_app, "documentation on {address}/docs")


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address for /healthz, /readyz and /metrics.")
@click.option("--port", default=0, show_default=True, type=click.IntRange(0, 65535), help="0 takes any free port.")
def worker(host: str, port: int) -> None:
    """Perform runs that wait in line, beside a process that serves; both need one PostgreSQL."""
    from server.app import create_worker

    run_process(host, port, create_worker, "health on {address}/readyz")


@main.command("settings")
def show_settings() -> None:
    """Print every setting with its default and meaning, as Markdown."""
    click.echo(settings_reference(), nl=False)


def run_process(host: str, port: int, create: "Callable[[Settings], FastAPI]", hint: str) -> None:
    """Run a process of the service until it is told to stop."""
    from server.http_server import HttpServer, listen

    settings = read_settings()
    if not settings.data_dir.exists():
        make_private(settings.data_dir)
    try:
        check_exposure(settings, host)
        listener = listen(host, port)
    except (Exposed, OSError) as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    configure_logging(settings)
    address = f"http://{f'[{host}]' if ':' in host else host}:{listener.getsockname()[1]}"
    click.echo(f"Overture {VERSION} on {address} · {who_writes(settings)} · {hint.format(address=address)}", err=True)
    HttpServer(create(settings), grace_seconds=settings.grace_seconds).run([listener])


@main.command()
@click.argument("url_or_folder")
@click.option("--icp", type=click.File("rb"), metavar="FILE.json", help="A profile, whole or in part.")
@click.option("--tone", help="direct, warm, formal, technical, executive, or a description.")
@click.option("--sample", type=click.File("r"), metavar="FILE.txt", help="Something the sender wrote, to sound like.")
@click.option("--language", help="ISO 639-1 code of the emails' language; by default the site's own.")
@click.option("--goal", help="What a reply should lead to.")
@click.option("--sender-name", help="Written instead of {{sender_name}}.")
@click.option("--fresh", is_flag=True, help="Read every page again and write anew.")
@click.option("--json", "as_json", is_flag=True, help="Print the pack as JSON and nothing else.")
@click.option("--stream", "as_events", is_flag=True, help="Print every event as a line of JSON, as it comes.")
@click.pass_obj
def generate(
    assembly: "FolderAssembly | None", /, url_or_folder: str, fresh: bool, as_json: bool, as_events: bool, **wishes: Any
) -> None:
    """Write a campaign for a website, or for the saved website in a FOLDER."""
    if as_json and as_events:
        raise click.UsageError("--json and --stream exclude each other.")
    from server.assembly import assemble

    settings = read_settings()
    configure_logging(settings.model_copy(update={"log_level": "warning"}))
    output: Output = PackJson() if as_json else JsonLines() if as_events else Readable()
    folder = Path(url_or_folder) if Path(url_or_folder).is_dir() else None
    website = SavedSites.single(folder).websites()[0] if folder else url_or_folder
    try:
        request = request_for(website, **wishes)
        asyncio.run(write((assembly or assemble)(settings, folder=folder), request, output, fresh=fresh))
    except Problem as problem:
        print_problem(problem)
        sys.exit(1)


async def write(
    opening: "AbstractAsyncContextManager[Rooms]", request: CampaignRequest, output: Output, *, fresh: bool
) -> None:
    """Generate one campaign and show it; raise its problem. Whoever leaves before its end cancels it."""
    from server.campaigns import Wish

    async with opening as rooms:
        answer = await rooms.campaigns.ask(Wish(LOCAL, request, fresh))
        try:
            with output.steps():
                async for logged in answer.log.follow():
                    output.show(logged)
            output.show_pack(await answer.json())
        except asyncio.CancelledError:
            await rooms.campaigns.cancel(LOCAL, answer.id)
            raise
        finally:
            answer.close()


def request_for(
    website: str, *, icp: Any, sender_name: str | None, tone: str | None, sample: Any, **wishes: str | None
) -> CampaignRequest:
    """Return the request that the options amount to; raise InvalidRequest."""
    try:
        profile = orjson.loads(icp.read()) if icp else None
    except orjson.JSONDecodeError:
        raise click.BadParameter("this file is not valid JSON", param_hint="--icp") from None
    content = {"website": website, "icp": profile, "sender": {"name": sender_name}, "tone": tone, **wishes}
    try:
        request = CampaignRequest.model_validate(content)
        if sample is None:
            return request
        voice = {**request.voice.model_dump(), "sample": sample.read()}
        return CampaignRequest.model_validate({**content, "tone": voice})
    except ValidationError as error:
        raise invalid(error.errors(include_url=False, include_input=False, include_context=False)) from None


def who_writes(settings: Settings) -> str:
    """Say which model writes."""
    if settings.model_name == OFFLINE:
        return "the offline model writes; set OPENAI_API_KEY or OPENAI_BASE_URL for another"
    return f"{settings.model_name} writes"
