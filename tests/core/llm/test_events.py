"""Events out of bytes, however they are cut."""

import pytest

from core.llm.events import LONGEST_LINE, EventReader, json_object

STREAM = (
    b": hello\r\n\r\n"
    b'event: message\nid: 1\ndata: {"n": 1}\n\n'
    b'data:{"n": 2}\r\n\r\n'
    b'data: {"n": "\xc3\xa9"}\n\n'
    b"data: [DONE]\n\n"
    b'data: {"n": "after the end"}\n\n'
)


@pytest.mark.parametrize("size", [1, 2, 5, 1000])
def test_however_the_bytes_are_cut_the_events_are_the_same(size: int) -> None:
    reader = EventReader()
    found = [event for at in range(0, len(STREAM), size) for event in reader.feed(STREAM[at : at + size])]
    assert found == [{"n": 1}, {"n": 2}, {"n": "é"}]
    assert reader.done


def test_the_last_event_may_lack_its_line_end() -> None:
    reader = EventReader()
    assert list(reader.feed(b'data: {"n": 1}')) == []
    assert list(reader.end()) == [{"n": 1}]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"data: {oops\n", "Expecting property name"),
        (b"data: [1]\n", "no JSON object"),
        (b"data: " + b" " * LONGEST_LINE + b"{", "too long"),
    ],
)
def test_what_is_no_event_is_an_error(data: bytes, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        list(EventReader().feed(data))


def test_half_a_surrogate_pair_passes() -> None:
    assert json_object(b'{"n": "\\ud83d"}') == {"n": "\ud83d"}
