"""Which of the two media types a client prefers."""

import pytest

from server.accept import preferred
from server.problems import NotAcceptable

JSON, STREAM = "application/json", "text/event-stream"


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        ("", JSON),
        ("*/*", JSON),
        ("application/json", JSON),
        ("application/*", JSON),
        ("text/event-stream", STREAM),
        ("TEXT/Event-Stream", STREAM),
        ("text/*", STREAM),
        ("application/json, text/event-stream", JSON),
        ("text/event-stream, application/json;q=0.9", STREAM),
        ("text/event-stream;q=0.2, */*;q=0.1", STREAM),
        ("text/html, */*;q=0.8", JSON),
        ("application/json;q=0, */*", STREAM),
        ("application/json;q=nan, text/event-stream;q=0.1", STREAM),
        ("application/json;charset=utf-8", JSON),
    ],
)
def test_the_better_liked_one_is_chosen(accept: str, chosen: str) -> None:
    assert preferred(accept) == chosen


@pytest.mark.parametrize(
    "accept", ["text/html", "application/xml, image/*", "*/*;q=0", "application/json;q=0", ",", ";q=1"]
)
def test_neither_is_a_problem(accept: str) -> None:
    with pytest.raises(NotAcceptable):
        preferred(accept)
