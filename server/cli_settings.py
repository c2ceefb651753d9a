"""Read the settings for a command."""

import click
from pydantic import ValidationError

from core.settings import Settings
from nodes.quality.thresholds import Thresholds


def read_settings() -> Settings:
    """Return the environment's settings; a wrong one is named, its value is not repeated."""
    try:
        settings = Settings()
        Thresholds.model_validate(settings.rubric)
        return settings
    except ValidationError as error:
        wrong = "; ".join(f"{'.'.join(map(str, part['loc']))}: {part['msg']}" for part in error.errors())
        raise click.UsageError(f"The settings are not valid: {wrong}") from None
