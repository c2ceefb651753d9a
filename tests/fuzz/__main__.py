"""Look for inputs that break a target: `python -m tests.fuzz html --seconds 600`. A crash leaves `crash-…` here."""

import importlib
import sys
import tempfile

import atheris
import click

from tests.fuzz.targets import INSTRUMENTED, TARGETS, corpus

SLOWEST = 10
"""Seconds after which one input counts as a hang; instrumented code is about ten times slower."""


@click.command()
@click.argument("target", type=click.Choice(TARGETS))
@click.option("--seconds", default=60, show_default=True, help="How long to look.")
@click.option("--crashes", default="./", show_default=True, help="Folder, with a slash, for what was found.")
def main(target: str, seconds: int, crashes: str) -> None:
    """Fuzz one target; exit with 0 if nothing was found."""
    with atheris.instrument_imports(include=list(INSTRUMENTED), enable_loader_override=False):
        module = importlib.import_module(f"tests.fuzz.{target}")
    limits = (f"-max_total_time={seconds}", f"-timeout={SLOWEST}", "-max_len=4096", "-rss_limit_mb=2048")
    found = tempfile.mkdtemp()  # what is merely new goes here; the kept inputs stay as they are
    atheris.Setup([sys.argv[0], *limits, f"-artifact_prefix={crashes}", found, str(corpus(target))], module.one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
