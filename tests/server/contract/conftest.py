"""The service behind keys, once for all tests of a module."""

from collections.abc import Iterator

import pytest

from tests.server.contract.service import Service, serving


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    with serving(tmp_path_factory.mktemp("contract") / "data") as service:
        yield service
