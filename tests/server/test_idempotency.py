"""Idempotency keys are read strictly; equal requests have equal fingerprints."""

import pytest
from fastapi import Request

from core.request import CampaignRequest
from server.idempotency import InvalidIdempotencyKey, fingerprint, idempotency_key


def request(*lines: str) -> Request:
    return Request({"type": "http", "headers": [(b"idempotency-key", line.encode()) for line in lines]})


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ('"8e03978e-40d5"', "8e03978e-40d5"),
        ("8e03978e-40d5", "8e03978e-40d5"),
        ("  job/7.a:b=c ", "job/7.a:b=c"),
        (r'"a\"b\\c"', 'a"b' + "\\c"),
        ('"a,b;c"', "a,b;c"),
        ("x" * 255, "x" * 255),
        (f'"{"x" * 255}"', "x" * 255),
    ],
)
def test_a_key_is_read_with_quotes_or_without(given: str, key: str) -> None:
    assert idempotency_key(request(given)) == key


def test_no_key_is_none() -> None:
    assert idempotency_key(request()) is None


@pytest.mark.parametrize(
    "lines",
    [
        ("",),
        ('""',),
        ('"',),
        ('"a',),
        ('a"',),
        ('"a"b',),
        ('"a";p=1',),
        ("a, b",),
        ("a,b",),
        ("two words",),
        ('"two words"',),
        ("a\tb",),
        ("schlüssel",),
        ("x" * 256,),
        (f'"{"x" * 256}"',),
        (r'"a\b"',),
        ("a", "b"),
        ("a", "a"),
    ],
)
def test_what_is_no_key_is_refused(lines: tuple[str, ...]) -> None:
    with pytest.raises(InvalidIdempotencyKey):
        idempotency_key(request(*lines))


def wanted(**fields: object) -> CampaignRequest:
    return CampaignRequest.model_validate({"website": "https://bayfold.example", **fields})


def test_the_same_wish_has_the_same_fingerprint_however_it_is_written() -> None:
    assert fingerprint(wanted()) == fingerprint(wanted(min_quality=75))
    assert fingerprint(wanted(goal="a", language="de")) == fingerprint(wanted(language="de", goal="a"))
    assert fingerprint(wanted(), "fresh") == fingerprint(wanted(), "fresh")


def test_another_wish_has_another_fingerprint() -> None:
    others = [
        fingerprint(wanted()),
        fingerprint(wanted(goal="a")),
        fingerprint(wanted(goal="b")),
        fingerprint(wanted(), "fresh"),
        fingerprint(wanted(), "fresh", "async"),
    ]
    assert len(set(others)) == len(others)
