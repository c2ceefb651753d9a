"""What becomes of one log record: an event with fields, ids and place, cleaned, then written as JSON or text."""

import logging
import re
import sys
from collections.abc import Mapping
from types import TracebackType
from typing import Any

import orjson
import structlog
from structlog.stdlib import ProcessorFormatter
from structlog.typing import EventDict, Processor

from server.telemetry.redaction import Redaction

OURS = frozenset(("core", "experiments", "prompts", "nodes", "graph", "server"))
MOST_FRAMES = 20
"""Innermost frames that a line names: with the frameworks' own, our last call is among them."""

_FRAME = re.compile(r'File "([^"]+)", line (\d+), in (\S+)')


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
        event.update(_printed_traceback(template))
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
    """Tell an exception by its type, those behind it, and the places it passed; its text may hold anything."""
    event.pop("stack_info", None)
    error = _error_of(event.pop("exc_info", None))
    if error is not None:
        event["exception"] = " from ".join(_types(error))
        event["where"] = _places(error.__traceback__)
    return event


def _error_of(found: object) -> BaseException | None:
    if isinstance(found, tuple):
        found = found[1]
    elif found and not isinstance(found, BaseException):
        found = sys.exc_info()[1]
    return found if isinstance(found, BaseException) else None


def _types(error: BaseException | None) -> list[str]:
    names: list[str] = []
    while error is not None and len(names) < MOST_FRAMES:
        names.append(type(error).__name__)
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return names


def _places(trace: TracebackType | None) -> list[str]:
    places = []
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(_place(code.co_filename, trace.tb_lineno, code.co_name))
        trace = trace.tb_next
    return places[-MOST_FRAMES:]


def _place(file: str, line: int | str, function: str) -> str:
    return f"{'/'.join(file.split('/')[-3:])}:{line} {function}"


def _printed_traceback(text: str) -> dict[str, object]:
    """Read a traceback that was logged as text, as uvicorn logs a failed start."""
    last = text.rstrip().rpartition("\n")[2]
    return {
        "event": "failed",
        "exception": last.partition(":")[0] if re.match(r"[\w.]+(:|$)", last) else "Exception",
        "where": [_place(*found) for found in _FRAME.findall(text)][-MOST_FRAMES:],
    }
