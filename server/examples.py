"""The bundled example companies."""

from importlib.resources import files

from pydantic import TypeAdapter

from core.value import Value


class Example(Value):
    """A company to try the service with."""

    website: str
    """What to give as `website`; it is read from the package, not from the network."""
    name: str
    description: str
    language: str


def load_examples() -> tuple[Example, ...]:
    """Read the list that lies beside the saved sites."""
    text = (files("nodes.website") / "examples" / "index.json").read_text("utf-8")
    return TypeAdapter(tuple[Example, ...]).validate_json(text)
