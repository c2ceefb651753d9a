"""Every line has one form and says whose it is."""

import asyncio
import io
import json
import logging
import subprocess
import sys
import threading
import warnings
from collections.abc import Callable
from typing import Any

import pytest
from dbos import _logger as dbos_logger

from core.settings import Settings
from server.telemetry.logs import bind, configure_logging, logger_of

pytestmark = pytest.mark.anyio

log = logger_of("server.place")


def test_a_line_is_an_event_with_fields(written: Any) -> None:
    log.info("request", method="GET", status=200)
    assert written.line.pop("timestamp").endswith("Z")
    assert written.line | {"timestamp": ""} == {
        "event": "request",
        "method": "GET",
        "status": 200,
        "level": "info",
        "logger": "server.place",
        "timestamp": "",
    }


def test_ids_stand_in_every_line_written_inside(written: Any) -> None:
    with bind(request_id="r1", tenant="acme"), bind(run_id="cmp_1"):
        log.info("inside")
        logging.getLogger("somebody.else").warning("inside as well")
        logging.getLogger("core.llm").info("and %s", "here")
    log.info("outside")

    *inside, outside = written.lines
    assert len(inside) == 3
    assert all((line["request_id"], line["tenant"], line["run_id"]) == ("r1", "acme", "cmp_1") for line in inside)
    assert inside[2]["event"] == "and here"
    assert "request_id" not in outside


async def test_ids_follow_into_tasks_and_threads(written: Any) -> None:
    async def task() -> None:
        log.info("in a task")
        await asyncio.to_thread(log.info, "in a thread")

    with bind(run_id="cmp_1"):
        started = asyncio.create_task(task())
    await started
    assert [line["run_id"] for line in written.lines] == ["cmp_1", "cmp_1"]


@pytest.mark.parametrize(
    ("level", "logged"),
    [
        ("debug", ["debug", "info", "warning", "error"]),
        ("info", ["info", "warning", "error"]),
        ("error", ["error"]),
    ],
)
def test_the_level_is_that_of_our_own_lines(log_as: Callable[..., Any], level: str, logged: list[str]) -> None:
    written = log_as(log_level=level)
    for name in ("debug", "info", "warning", "error"):
        getattr(log, name)(name)
    assert [line["event"] for line in written.lines] == logged


def test_of_libraries_only_warnings_are_logged_however_talkative_they_are_made(written: Any) -> None:
    for name in ("openai", "httpx2", "langsmith.client"):
        logger = logging.getLogger(name)
        before = logger.level
        logger.setLevel(logging.DEBUG)
        logger.debug("Request options: %s", {"api_key": "k"})
        logger.info("HTTP Request: POST")
        logger.warning("retrying")
        logger.setLevel(before)
    assert [line["event"] for line in written.lines] == ["retrying"] * 3


def test_lines_of_dbos_are_written_once_though_it_brings_a_handler(
    written: Any, capfd: pytest.CaptureFixture[str]
) -> None:
    dbos_logger.init_logger()
    dbos_logger.dbos_logger.warning("queue is slow")
    dbos_logger.dbos_logger.info("DBOS launched")
    assert written.line["event"] == "queue is slow"
    assert written.line["logger"] == "dbos"
    assert capfd.readouterr() == ("", "")


def test_configuring_twice_writes_once(log_as: Callable[..., Any]) -> None:
    first, second = log_as(), log_as()
    log.info("once")
    assert first.lines == []
    assert second.line["event"] == "once"


def test_warnings_of_python_are_lines(written: Any) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(True)
        warnings.warn("old ways end", DeprecationWarning, stacklevel=1)
    assert written.line["logger"] == "py.warnings"
    assert written.line["event"].endswith("DeprecationWarning: old ways end")


def test_an_exception_is_told_by_type_and_place(written: Any) -> None:
    try:
        try:
            json.loads("{")
        except ValueError as error:
            raise RuntimeError("text") from error
    except RuntimeError:
        log.exception("failed")
    assert written.line["exception"] == "RuntimeError from JSONDecodeError"
    assert written.line["where"][-1].startswith("server/telemetry/test_logs.py:")
    assert "text" not in written.getvalue()


def test_a_traceback_that_was_logged_as_text_keeps_types_and_places(written: Any) -> None:
    text = "Traceback (most recent call last):\n  File \"/a/b/c/d.py\", line 7, in start\n    go()\nKeyError: 'word'\n"
    logging.getLogger("uvicorn.error").error(text)
    assert written.line["exception"] == "KeyError"
    assert written.line["where"] == ["b/c/d.py:7 start"]
    assert "word" not in written.getvalue()


def test_a_thread_that_dies_is_a_line(written: Any, capfd: pytest.CaptureFixture[str]) -> None:
    thread = threading.Thread(target=lambda: json.loads("words"))
    thread.start()
    thread.join()
    assert (written.line["event"], written.line["exception"]) == ("thread died", "JSONDecodeError")
    assert capfd.readouterr() == ("", "")


def test_text_is_for_people_and_stays_on_one_line(log_as: Callable[..., Any]) -> None:
    written = log_as("text")
    log.info("request", path="/a\nforged", status=200)
    (line,) = written.getvalue().splitlines()
    assert "request" in line
    assert "status=200" in line
    assert "/a forged" in line


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.usefixtures("_logging_as_before")
@pytest.mark.parametrize(("stream", "is_json"), [(Terminal(), False), (io.StringIO(), True)])
def test_the_form_is_text_on_a_terminal_and_json_elsewhere(stream: io.StringIO, is_json: bool) -> None:
    configure_logging(Settings(), stream)
    log.info("hello")
    assert stream.getvalue().startswith("{") is is_json


def test_without_configuration_nothing_goes_to_stdout() -> None:
    code = "from server.telemetry.logs import logger_of; logger_of('server.x').info('a', b=1)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert (done.stdout, done.stderr) == ("", "")


def test_without_configuration_a_test_sees_event_and_fields(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "server")
    log.info("request", status=200)
    assert caplog.records[0].msg == {"event": "request", "status": 200}


def test_the_process_dies_without_the_exceptions_text() -> None:
    code = (
        "from core.settings import Settings\n"
        "from server.telemetry.logs import configure_logging\n"
        "configure_logging(Settings())\n"
        "raise KeyError('words of a prompt')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, text=True)
    assert done.returncode == 1
    assert json.loads(done.stderr)["exception"] == "KeyError"
    assert "prompt" not in done.stderr
