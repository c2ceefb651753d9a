"""The commands around keys: create, list, rotate, revoke."""

import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import TypeVar

import click

from core.settings import Settings
from server.cli_database import on_database
from server.cli_options import Scopes, Span, Tenant
from server.guard.issuing import issue, rotate
from server.guard.key_text import KeyText
from server.store import keys as stored
from server.store.database import Connection, Database
from server.store.keys import Key

T = TypeVar("T")

COLUMNS = ("id", "tenant", "name", "scopes", "created", "expires", "last used", "state")


@click.group()
def keys() -> None:
    """Let others in: a key for each program that calls the service."""


@keys.command()
@click.option("--tenant", required=True, type=Tenant(), help="Whose data it opens; tenants see nothing of each other.")
@click.option("--name", required=True, help="What it is for, as you will look for it in the list.")
@click.option("--scopes", default="read write", show_default=True, type=Scopes(), help="read, write, operate.")
@click.option("--expires", type=Span(), metavar="SPAN", help="Such as 90d; by default never.")
def create(tenant: str, name: str, scopes: str, expires: float | None) -> None:
    """Make a key and print it: it is shown this once."""
    now = time.time()
    expires_at = None if expires is None else now + expires
    show_key(work(lambda c: issue(c, tenant=tenant, name=name, scopes=scopes, now=now, expires_at=expires_at)))


@keys.command("list")
@click.option("--tenant", type=Tenant(), help="Of one tenant only.")
def list_keys(tenant: str | None) -> None:
    """List keys; their secrets are not known to anybody but their holders."""
    now = time.time()
    rows = [COLUMNS, *(row_of(key, now) for key in work(lambda c: stored.listed(c, tenant)))]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


@keys.command("rotate")
@click.argument("id")
@click.option("--overlap", default="24h", show_default=True, type=Span(), help="How long the old one still works.")
def rotate_key(id: str, overlap: float) -> None:
    """Make a key in the place of another: same tenant, name, scopes and lifetime."""
    now = time.time()

    async def replace(connection: Connection) -> KeyText | None:
        old = await stored.find(connection, id)
        return await rotate(connection, old, overlap=overlap, now=now) if old and old.is_live(now) else None

    text = work(replace)
    if text is None:
        raise click.ClickException(f"There is no key {id} that could still be used.")
    show_key(text)


@keys.command()
@click.argument("id")
def revoke(id: str) -> None:
    """End a key: within a second every process refuses it."""
    if not work(lambda connection: stored.revoke(connection, id, time.time())):
        raise click.ClickException(f"There is no key {id}.")
    click.echo(f"{id} is revoked.", err=True)


def work(task: Callable[[Connection], Awaitable[T]]) -> T:
    """Return what a transaction comes to; print a problem and leave where it fails."""

    async def in_transaction(_: Settings, database: Database) -> T:
        async with database.writing() as connection:
            return await task(connection)

    return on_database(in_transaction)


def show_key(text: KeyText) -> None:
    """Print a new key, alone on standard output."""
    click.echo(text)
    click.echo(f"This is key {text.id}. Keep it now: it cannot be shown again.", err=True)


def row_of(key: Key, now: float) -> tuple[str, ...]:
    """Return a key's line in the list."""
    state = "revoked" if key.revoked_at else "live" if key.is_live(now) else "expired"
    times = (_moment(at) for at in (key.created_at, key.expires_at, key.last_used_at))
    return (key.id, key.tenant, key.name, key.scopes, *times, state)


def _moment(at: float | None) -> str:
    return "-" if at is None else datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%d %H:%M")
