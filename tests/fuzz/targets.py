"""The targets by name, and the inputs that are kept of each."""

from collections.abc import Iterator
from pathlib import Path

TARGETS = ("url", "html", "reading", "events", "merge")
INSTRUMENTED = (
    "core.llm.completion", "core.llm.events", "core.llm.reading", "core.llm.refusal", "core.merge", "core.placeholders",
    "nodes.website",
)  # fmt: skip
"""Modules whose branches guide the search."""


def corpus(target: str) -> Path:
    """Return the folder of a target's inputs: seeds, and whatever once made it fail."""
    return Path(__file__).parent / "corpus" / target


def inputs(target: str) -> Iterator[Path]:
    """Yield the kept inputs of a target."""
    yield from sorted(corpus(target).iterdir())
