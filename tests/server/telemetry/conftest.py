"""A process's logging, set up as the service sets it up and put back afterwards."""

import io
import logging
import sys
import threading
from collections.abc import Callable, Iterator
from typing import Any, Literal

import orjson
import pytest
import structlog

from core.settings import Settings
from server.telemetry.line import OURS
from server.telemetry.logs import configure_logging


class Written(io.StringIO):
    """What was logged."""

    @property
    def lines(self) -> list[dict[str, Any]]:
        """Read every line as JSON."""
        return [orjson.loads(line) for line in self.getvalue().splitlines()]

    @property
    def line(self) -> dict[str, Any]:
        """Read the only line."""
        (line,) = self.lines
        return line


@pytest.fixture
def _logging_as_before() -> Iterator[None]:
    loggers = [logging.getLogger(name) for name in (None, "dbos", *OURS)]
    before = [(logger, logger.handlers[:], logger.level, logger.propagate) for logger in loggers]
    hooks = sys.excepthook, threading.excepthook
    yield
    for logger, handlers, level, propagate in before:
        logger.handlers[:], logger.propagate = handlers, propagate
        logger.setLevel(level)
    sys.excepthook, threading.excepthook = hooks
    logging.captureWarnings(False)
    structlog.contextvars.clear_contextvars()


@pytest.fixture
def log_as(_logging_as_before: None) -> Callable[..., Written]:
    """Configure logging and return what will be written."""

    def configure(log_format: Literal["json", "text"] = "json", **settings: Any) -> Written:
        written = Written()
        configure_logging(Settings(log_format=log_format, **settings), written)
        return written

    return configure


@pytest.fixture
def written(log_as: Callable[..., Written]) -> Written:
    """Log as JSON, debug lines included."""
    return log_as(log_level="debug")
