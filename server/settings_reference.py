"""The reference of every setting, as the code has it: what `overture settings` prints and docs/settings.md holds."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from annotated_types import Ge, Gt, Le
from pydantic import AliasChoices, SecretStr
from pydantic.fields import FieldInfo

from core.settings import Settings

TITLE = "# Settings"
LEAD = """\
Every setting is an environment variable, read once at the start. A wrong value is named and the service does not start.
This page is what `overture settings` prints; a test holds it against the code.
"""
GROUPS: dict[str, tuple[str, ...]] = {
    "Language model": (
        "openai_api_key",
        "openai_base_url",
        "model",
        "judge_model",
        "call_seconds",
        "max_answer_tokens",
        "input_price",
        "output_price",
        "model_requests_per_minute",
        "model_tokens_per_minute",
    ),
    "Writing and scoring": ("run_seconds", "rubric", "spamd", "sites"),
    "Storage and caches": (
        "data_dir",
        "database",
        "keep_days",
        "cache_bytes",
        "page_max_age",
        "step_max_age",
        "pack_max_age",
    ),
    "Runs and processes": (
        "max_runs",
        "work",
        "async_runs",
        "bulk_runs",
        "bulk_runs_per_tenant",
        "heartbeat_seconds",
        "grace_seconds",
    ),
    "Who may come in": (
        "auth",
        "cors_origins",
        "rate_per_minute",
        "campaigns_per_minute",
        "max_body_bytes",
        "max_batch_bytes",
    ),
    "Experiments": (
        "recipient_secret",
        "sendgrid_public_key",
        "mailgun_signing_key",
        "postmark_credentials",
        "ses_topics",
        "resend_secret",
        "mandrill_key",
        "mandrill_url",
    ),
}
REST = "Seen from outside, and others"


def settings_reference() -> str:
    """Return the whole page as Markdown."""
    fields = dict(Settings.model_fields)
    parts = [TITLE, "", LEAD]
    for group, names in GROUPS.items():
        parts += _table(group, {name: fields.pop(name) for name in names if name in fields})
    parts += _table(REST, fields)
    return "\n".join(parts)


def variables(name: str, field: FieldInfo) -> tuple[str, ...]:
    """Return the environment variables that a setting is read from, the preferred one first."""
    if isinstance(field.validation_alias, AliasChoices):
        return tuple(str(choice) for choice in field.validation_alias.choices)
    return (f"OVERTURE_{name.upper()}",)


def _table(group: str, fields: dict[str, FieldInfo]) -> Iterator[str]:
    yield from (f"## {group}", "", "| variable | default | meaning |", "|---|---|---|")
    for name, field in fields.items():
        named = ", ".join(f"`{variable}`" for variable in variables(name, field))
        meaning = " ".join((field.description or "").split())
        yield f"| {named} | {_default(field)} | {meaning}{_limits(field)} |".replace("||", "| |")
    yield ""


def _default(field: FieldInfo) -> str:
    """Return the default as it would stand in the environment."""
    match field.default:
        case None | () | {}:
            return "none"
        case bool() as said:
            return f"`{str(said).lower()}`"
        case float() as number:
            return f"`{number:g}`"
        case Path() | str() | int() as value:
            return f"`{value}`"
    return "none"


def _limits(field: FieldInfo) -> str:
    """Return what values are taken, where that is not plain from the meaning."""
    said = []
    for limit in field.metadata:
        match limit:
            case Ge(ge=least):
                said.append(f"at least {_number(least)}")
            case Gt(gt=least):
                said.append(f"more than {_number(least)}")
            case Le(le=most):
                said.append(f"at most {_number(most)}")
    if get_origin(field.annotation) is Literal:
        said.append("one of " + ", ".join(f"`{choice}`" for choice in get_args(field.annotation)))
    if SecretStr in (field.annotation, *get_args(field.annotation)):
        said.append("secret")
    return f" ({'; '.join(said)})" if said else ""


def _number(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)
