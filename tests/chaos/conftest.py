"""A PostgreSQL of these tests' own."""

from collections.abc import Iterator

import pytest

from tests.server.databases import Postgres, some_postgres


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    with some_postgres() as server:
        yield server
