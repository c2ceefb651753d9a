"""Write every log line in one form, the service's own and those of libraries: text for people, JSON for machines.

A line is an event's name and fields:

    log = logger_of(__name__)
    log.info("request", method="GET", status=200)

Ids of the request, the run and the tenant stand in every line that is written inside `bind(...)`, in whatever module
or library; so does the trace's id where there is a trace.
"""

import logging
import os
import sys
import threading
from collections.abc import Generator
from contextlib import contextmanager
from typing import TextIO

import structlog
from pydantic import SecretStr

from core.settings import Settings
from server.telemetry.line import OURS, lines_of
from server.telemetry.redaction import Redaction

HANDLER = "overture"
SECRET_VARIABLES = ("OTEL_EXPORTER_OTLP_HEADERS", "OTEL_EXPORTER_OTLP_TRACES_HEADERS")
"""Variables that other libraries read and that carry keys: all of their values are secrets."""


def logger_of(name: str) -> structlog.stdlib.BoundLogger:
    """Return the logger of a module, for an event and its fields; it needs no configuration, as in tests."""
    logger: structlog.stdlib.BoundLogger = structlog.wrap_logger(
        logging.getLogger(name),
        processors=[structlog.stdlib.filter_by_level, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.stdlib.BoundLogger,
    )
    return logger


@contextmanager
def bind(
    *, request_id: str | None = None, run_id: str | None = None, tenant: str | None = None
) -> Generator[None, None, None]:
    """Put these ids into every line that is written inside, tasks and threads that start there included."""
    ids = {"request_id": request_id, "run_id": run_id, "tenant": tenant}
    with structlog.contextvars.bound_contextvars(**{name: id for name, id in ids.items() if id is not None}):
        yield


def configure_logging(settings: Settings, stream: TextIO | None = None) -> None:
    """Send every line of this process to `stream` (stderr by default); calling it again replaces what was set.

    This is the process's own business, so whoever starts the process calls it, never `create_app`.
    """
    out = stream or sys.stderr
    is_json = settings.log_format == "json" or (settings.log_format == "auto" and not out.isatty())
    handler = logging.StreamHandler(out)
    handler.name = HANDLER
    handler.addFilter(_is_wanted)
    handler.setFormatter(lines_of(Redaction.of(secrets_of(settings)), is_json=is_json, in_colour=out.isatty()))
    _replace_handlers(handler)
    for name in OURS:
        logging.getLogger(name).setLevel(settings.log_level.upper())
    logging.captureWarnings(True)
    _log_what_nobody_caught()


def secrets_of(settings: Settings) -> list[str]:
    """Return every secret that is configured."""
    values = [getattr(settings, name) for name in type(settings).model_fields]
    headers = [os.environ.get(variable, "") for variable in SECRET_VARIABLES]
    in_headers = [pair.partition("=")[2] for header in headers for pair in header.split(",")]
    return [value.get_secret_value() for value in values if isinstance(value, SecretStr)] + in_headers


def _is_wanted(record: logging.LogRecord) -> bool:
    """Let a library's line pass from WARNING on, even where an environment variable makes that library talkative."""
    return record.name.partition(".")[0] in OURS or record.levelno >= logging.WARNING


def _replace_handlers(handler: logging.Handler) -> None:
    """Make this the only handler of the process.

    DBOS gives its logger a handler of its own as it starts, unless it has one; so it has one that writes nothing.
    """
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    dbos = logging.getLogger("dbos")
    dbos.handlers[:] = [logging.NullHandler()]
    dbos.propagate = True


def _log_what_nobody_caught() -> None:
    """Log what ends a thread or the process; Python itself would print the exception's text."""
    log = logger_of(__name__)

    def in_thread(caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None and not isinstance(caught.exc_value, SystemExit):
            log.error("thread died", exc_info=caught.exc_value)

    threading.excepthook = in_thread
    sys.excepthook = lambda kind, error, trace: log.critical("process died", exc_info=error)
