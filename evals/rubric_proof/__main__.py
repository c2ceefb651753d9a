"""Prove the rubric, print the tables, and write `docs/rubric_proof.md`: `python -m evals.rubric_proof`."""

import click
from rich.console import Console

from evals.rubric_proof.document import DOCUMENT, proof_document
from evals.rubric_proof.tables import tables


@click.command()
def main() -> None:
    """Print the proof and write it down."""
    console = Console(width=140)
    for table in tables():
        console.print(table.rich)
    DOCUMENT.write_text(proof_document(), encoding="utf-8")


if __name__ == "__main__":
    main()
