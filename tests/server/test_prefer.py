"""Preferences are read as RFC 7240 says, and what is not understood is passed over."""

import pytest
from fastapi import Request

from server.prefer import Preferences, preferences


def prefer(*lines: str) -> Preferences:
    return preferences(Request({"type": "http", "headers": [(b"prefer", line.encode()) for line in lines]}))


@pytest.mark.parametrize(
    ("lines", "respond_async", "wait"),
    [
        ((), False, None),
        (("respond-async",), True, None),
        (("Respond-Async",), True, None),
        (("respond-async, wait=10",), True, 10),
        (("wait=10", "respond-async"), True, 10),
        (("respond-async;a=1;b , wait = 10",), True, 10),
        (('wait="10"',), False, 10),
        (('foo; bar="a, respond-async"',), False, None),
        (('foo="a, wait=3"',), False, None),
        (('foo="a\\", wait=3"',), False, None),
        (("return=minimal, handling=lenient, respond-async",), True, None),
        (("wait=0",), False, 0),
        (("wait=60",), False, 60),
        (("wait=3600",), False, 60),
        (("wait=" + "9" * 5000,), False, 60),
        (("wait=5, wait=7",), False, 5),
        (("wait=-1",), False, None),
        (("wait=1.5",), False, None),
        (("wait=soon",), False, None),
        (("wait",), False, None),
        (("wait=٣",), False, None),
        (("respond-asynchronously",), False, None),
        ((",, ,respond-async,",), True, None),
        (('"respond-async',), False, None),
    ],
)
def test_known_preferences_are_read(lines: tuple[str, ...], respond_async: bool, wait: int | None) -> None:
    assert prefer(*lines) == Preferences(respond_async=respond_async, wait=wait)


@pytest.mark.parametrize(
    ("line", "asynchronously", "applied"),
    [
        ("respond-async", True, "respond-async"),
        ("respond-async", False, None),
        ("respond-async, wait=100", True, "respond-async, wait=60"),
        ("respond-async, wait=5", False, "wait=5"),
        ("return=minimal", True, None),
    ],
)
def test_the_answer_says_what_was_honoured(line: str, asynchronously: bool, applied: str | None) -> None:
    assert prefer(line).applied(asynchronously=asynchronously).get("Preference-Applied") == applied


def test_a_hostile_header_is_read_in_no_time() -> None:
    for line in (
        "a;" + " " * 60_000 + '"',
        "a" * 60_000 + "@",
        'a="' + "\\" * 60_000,
        "a;" * 30_000 + '"',
        " " * 60_000,
    ):
        assert prefer(line) == Preferences()
