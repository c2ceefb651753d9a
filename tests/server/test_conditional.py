"""ETags are read and compared as RFC 9110 says."""

import pytest
from fastapi import Request

from server.conditional import PreconditionFailed, PreconditionRequired, etag, not_modified, require_match

TAG = '"abc"'


def request(**headers: str | list[str]) -> Request:
    lines = [
        (name, value) for name, given in headers.items() for value in ([given] if isinstance(given, str) else given)
    ]
    raw = [(name.replace("_", "-").encode(), value.encode("latin-1")) for name, value in lines]
    return Request({"type": "http", "headers": raw})


LISTS = [
    ('"abc"', True),
    ('"x", "abc"', True),
    (' "x" ,\t"abc" ', True),
    (',, "abc",', True),
    ('"x,y", "abc"', True),
    (['W/"x"', '"abc"'], True),
    ("*", True),
    ('"x"', False),
    ('"x, abc"', False),
    ('"ABC"', False),
    ("abc", False),
    ("'abc'", False),
    ('"abc" "x"', False),
    ('"abc', False),
    ('w/"abc"', False),
    ('*, "x"', False),
    ("", False),
]


@pytest.mark.parametrize(("given", "known"), [*LISTS, ('W/"abc"', True), ('W/"x", W/"abc"', True)])
def test_what_the_client_has_is_not_sent_again(given: str | list[str], known: bool) -> None:
    answer = not_modified(request(if_none_match=given), TAG)
    assert (answer is not None) is known
    if answer:
        assert (answer.status_code, answer.body) == (304, b"")
        assert answer.headers["etag"] == TAG
        assert answer.headers["cache-control"] == "private, no-cache"
        assert answer.headers["vary"] == "Authorization, Accept"


def test_without_a_condition_everything_is_sent() -> None:
    assert not_modified(request(), TAG) is None


@pytest.mark.parametrize(("given", "matches"), [*LISTS, ('W/"abc"', False), ('W/"abc", "abc"', True)])
def test_a_change_needs_the_state_it_is_meant_for(given: str | list[str], matches: bool) -> None:
    if matches:
        require_match(request(if_match=given), TAG)
    else:
        with pytest.raises(PreconditionFailed):
            require_match(request(if_match=given), TAG)


def test_a_change_without_a_condition_is_refused() -> None:
    with pytest.raises(PreconditionRequired):
        require_match(request(if_none_match=TAG), TAG)


def test_each_version_of_each_thing_has_a_tag_of_its_own() -> None:
    tags = {etag(id, version) for id in ("a", "b", "a 1") for version in (1, 2, 11, "1")}
    assert len(tags) == 9
    assert etag("a", 1) == etag("a", 1)
    assert all(not_modified(request(if_none_match=tag), tag) for tag in tags)


def test_a_hostile_header_is_read_in_no_time() -> None:
    for given in ('"' * 60_000, " " * 60_000 + "x", "," * 60_000, '"a",' * 15_000):
        assert not_modified(request(if_none_match=given), TAG) is None
