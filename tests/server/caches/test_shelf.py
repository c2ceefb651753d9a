"""Each tenant's entries are kept apart, and dropped by subject or all together."""

from pathlib import Path

import pytest

from server.caches.text_store import TextStore

SITE, OTHER_SITE = "bayfold.example", "quillmark.example"


@pytest.fixture
def store(tmp_path: Path) -> TextStore:
    return TextStore(tmp_path / "steps", max_bytes=1024 * 1024)


def filled(store: TextStore) -> None:
    """Keep two entries for each of two tenants and two subjects."""
    for tenant in ("acme", "zenith"):
        for subject in (SITE, OTHER_SITE):
            for name in ("a", "b"):
                store.of(tenant, subject).set(name, f"{tenant} {subject} {name}", 60)


def test_an_entry_is_read_where_it_was_written_and_nowhere_else(store: TextStore) -> None:
    store.of("acme", SITE).set("a", "text", 60)
    assert store.of("acme", SITE).get("a") == "text"
    assert store.of("zenith", SITE).get("a") is None
    assert store.of("acme", OTHER_SITE).get("a") is None
    assert store.get("a") is None


@pytest.mark.parametrize(
    ("tenant", "subject"), [("acme\nx", SITE), ("acme", f"{SITE}\na"), ("", SITE), ("\nlease", SITE)]
)
def test_a_name_that_could_be_read_as_another_key_is_refused(store: TextStore, tenant: str, subject: str) -> None:
    with pytest.raises(ValueError, match="one line"):
        store.of(tenant, subject)


def test_clearing_a_shelf_leaves_every_other_one(store: TextStore) -> None:
    filled(store)
    assert store.of("acme", SITE).clear() == 2
    assert list(store.texts("acme")) == [f"acme {OTHER_SITE} a", f"acme {OTHER_SITE} b"]
    assert len(list(store.texts("zenith"))) == 4


def test_clearing_a_tenant_leaves_every_other_one(store: TextStore) -> None:
    filled(store)
    store.of("acm", SITE).set("a", "the name of one tenant begins another's", 60)
    assert store.clear("acme") == 4
    assert list(store.texts("acme")) == []
    assert (len(list(store.texts("zenith"))), len(list(store.texts("acm")))) == (4, 1)


def test_a_tenant_with_more_entries_than_one_transaction_takes_is_cleared(store: TextStore) -> None:
    for number in range(450):
        store.of("acme", SITE).set(str(number), "x", 60)
    assert store.clear("acme") == 450


def test_hits_and_misses_are_counted_for_each_tenant(store: TextStore) -> None:
    shelf = store.of("acme", SITE)
    shelf.get("a")
    shelf.set("a", "text", 60)
    shelf.get("a")
    shelf.get("a")
    shelf.peek("b")
    store.of("zenith", SITE).get("a")
    assert (store.tallies.hits["acme"], store.tallies.misses["acme"]) == (2, 1)
    assert (store.tallies.hits["zenith"], store.tallies.misses["zenith"]) == (0, 1)


def test_one_holder_at_a_time_has_the_lease(store: TextStore) -> None:
    shelf = store.of("acme", SITE)
    assert shelf.lease("a", "one", 60)
    assert not shelf.lease("a", "two", 60)
    shelf.release("a", "two")
    assert not shelf.lease("a", "two", 60)
    shelf.release("a", "one")
    assert shelf.lease("a", "two", 60)


def test_a_lease_ends_with_its_time(store: TextStore) -> None:
    shelf = store.of("acme", SITE)
    assert shelf.lease("a", "one", -1)
    assert shelf.lease("a", "two", 60)


def test_a_lease_is_no_entry(store: TextStore) -> None:
    shelf = store.of("acme", SITE)
    shelf.lease("a", "one", 60)
    assert shelf.get("a") is None
    assert (list(store.texts("acme")), store.clear("acme"), shelf.clear()) == ([], 0, 0)


def test_a_store_that_cannot_lease_holds_nobody_up(store: TextStore) -> None:
    shelf = store.of("acme", SITE)
    store._cache._sql("DROP TABLE Cache")
    assert shelf.lease("a", "one", 60)
    assert shelf.lease("a", "two", 60)
