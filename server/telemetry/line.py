"""What becomes of one log record: an event with fields, ids and place, cleaned, then written as JSON or text."""

import logging
import sys
from collections.abc import Mapping
from typing import Any

import orjson
import structlog
from structlog.stdlib import ProcessorFormatter
from structlog.typing import EventDict, Processor

from server.telemetry.exceptions import told, told_of_print
from server.telemetry.redaction import Redaction

OURS = frozenset(("core", "experiments", "prompts", "nodes", "graph", "server"))


def lines_of(redaction: Redaction, *, is_json: bool, in_colour: bool = False) -> logging.Formatter:
    """Return the formatter that writes one line per record."""
    renderer: Processor = (
        structlog.processors.JSONRenderer(serializer=_json)
        if is_json
        else structlog.dev.ConsoleRenderer(colors=in_colour)
    )
    return ProcessorFormatter(
        foreign_pre_chain=[_foreign],
        processors=[
            structlog.contextvars.merge_contextvars,
            _exception,
            lambda logger, name, event: _cleaned(redaction, event),
            _trace,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            renderer,
        ],
        use_get_message=False,
        pass_foreign_args=True,
    )


def _json(event: Mapping[str, Any], **_: object) -> str:
    return orjson.dumps(event, default=str).decode()


def _foreign(logger: object, name: str, event: EventDict) -> EventDict:
    """Read a record of the standard library's kind: ours is trusted as a whole, a library's by its template only."""
    record: logging.LogRecord = event["_record"]
    template, arguments = event["event"], event.pop("positional_args")
    if record.name.partition(".")[0] in OURS:
        event["event"] = _filled(template, arguments)
    elif template.startswith("Traceback (most recent call last)"):
        event.update({"event": "failed", **told_of_print(template)})
    else:
        text = _filled(template, arguments if template == "%s" else _figures(arguments))
        event["event"] = text.partition("\n")[0]  # what follows is data: statements, values, reprs
    return event


def _filled(template: str, arguments: Any) -> str:
    try:
        return template % arguments if arguments else template
    except (TypeError, ValueError, KeyError):
        return template


def _figures(arguments: Any) -> Any:
    """Return a library's arguments with the numbers only."""
    if isinstance(arguments, Mapping):
        return {name: _figure(value) for name, value in arguments.items()}
    return tuple(_figure(value) for value in arguments or ())


def _figure(value: object) -> object:
    return value if isinstance(value, int | float) else "…"


def _cleaned(redaction: Redaction, event: EventDict) -> EventDict:
    """Clean what was logged, and add what nobody else can have written."""
    record: logging.LogRecord = event.pop("_record")
    del event["_from_structlog"]
    return {**redaction.fields(event), "level": record.levelname.lower(), "logger": record.name}


def _trace(logger: object, name: str, event: EventDict) -> EventDict:
    """Add the trace's id; where OpenTelemetry was never imported there is no trace."""
    opentelemetry = sys.modules.get("opentelemetry.trace")
    if opentelemetry is not None:
        context = opentelemetry.get_current_span().get_span_context()
        if context.is_valid:
            event["trace_id"] = f"{context.trace_id:032x}"
    return event


def _exception(logger: object, name: str, event: EventDict) -> EventDict:
    """Tell an exception by its type and place; its text may hold anything."""
    event.pop("stack_info", None)
    error = _error_of(event.pop("exc_info", None))
    return {**event, **told(error)} if error else event


def _error_of(found: object) -> BaseException | None:
    if isinstance(found, tuple):
        found = found[1]
    elif found and not isinstance(found, BaseException):
        found = sys.exc_info()[1]
    return found if isinstance(found, BaseException) else None
