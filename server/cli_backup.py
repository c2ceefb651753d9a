"""The commands around the database's safety: back up, restore."""

from pathlib import Path

import click

from core.settings import Settings
from server.cli_settings import read_settings
from server.store.backup import BackupRefused, back_up, restore


@click.command("backup")
@click.argument("file", type=click.Path(path_type=Path))
def backup_command(file: Path) -> None:
    """Copy the SQLite database to a new FILE, checked, while the service goes on."""
    try:
        size = back_up(_file_of(read_settings()), file)
    except BackupRefused as refused:
        raise click.ClickException(str(refused)) from None
    click.echo(f"{file}: {size / 1e6:.1f} MB, checked", err=True)


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path, exists=True))
def restore_command(file: Path) -> None:
    """Put a copy made by `backup` in the database's place; the service must not run."""
    try:
        aside = restore(file, _file_of(read_settings()))
    except BackupRefused as refused:
        raise click.ClickException(str(refused)) from None
    click.echo(f"restored from {file}" + (f"; what was there is now {aside}" if aside else ""), err=True)


def _file_of(settings: Settings) -> Path:
    """Return the SQLite file of the settings."""
    address = settings.database_address
    if not address.startswith("sqlite:///"):
        raise click.ClickException("This works on SQLite; for PostgreSQL use pg_dump and pg_restore.")
    return Path(address.removeprefix("sqlite:///"))
