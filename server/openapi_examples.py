"""Values of what is answered, as the OpenAPI document shows them. They stand in a file, being data."""

import json
from importlib.resources import files
from typing import Any

FILE = "openapi_examples.json"


def answer_examples() -> dict[str, Any]:
    """Return an example of each model that is answered, by the model's name."""
    examples: dict[str, Any] = json.loads(files("server").joinpath(FILE).read_text("utf-8"))
    return examples
