"""How long a page stays fresh."""

import pytest

from nodes.website.freshness import fresh_seconds, may_store


@pytest.mark.parametrize(
    ("control", "seconds"),
    [
        ("", 600),
        ("public", 600),
        ("max-age=60", 60),
        ('Public, Max-Age="60", s-maxage=5', 60),
        ("max-age=31536000, immutable", 600),
        ("max-age=0", 0),
        ("max-age=-1", 600),
        ("max-age=x", 600),
        ("no-cache", 0),
        ("no-cache, max-age=60", 0),
        ("private, max-age=60", 0),
        ("no-store", 0),
    ],
)
def test_a_page_is_fresh_for_what_its_server_says_within_our_limit(control: str, seconds: float) -> None:
    assert fresh_seconds({"cache-control": control}, at_most=600) == seconds


@pytest.mark.parametrize(
    ("control", "storable"), [("", True), ("no-cache", True), ("private", False), ("no-store", False)]
)
def test_what_may_not_be_stored_is_not(control: str, storable: bool) -> None:
    assert may_store({"cache-control": control}) is storable
