"""Nobody is served by accident."""

import logging
import time
from collections.abc import Callable
from typing import Any

import pytest

from core.settings import Settings
from server.guard.exposure import Exposed, check_exposure, warn_without_keys
from server.store.database import Database

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.0.0.2", "::ffff:127.0.0.1"])
def test_this_machines_own_addresses_need_no_keys(host: str) -> None:
    check_exposure(Settings(), host)


@pytest.mark.parametrize(
    "host",
    ["0.0.0.0", "::", "", "192.0.2.7", "overture.example", "2001:db8::1", "::ffff:192.0.2.7"],  # noqa: S104
)
def test_another_address_is_refused_until_somebody_says_who_may_come(host: str) -> None:
    with pytest.raises(Exposed, match=r"overture keys create.*OVERTURE_AUTH=keys.*OVERTURE_AUTH=none to let everybody"):
        check_exposure(Settings(), host)
    check_exposure(Settings(auth="keys"), host)
    check_exposure(Settings(auth="none"), host)


@pytest.mark.parametrize(
    ("auth", "keys", "warned"),
    [
        ("keys", [], True),
        ("keys", [{"revoked_at": 1.0}, {"expires_at": 1.0}], True),
        ("keys", [{"revoked_at": 1.0}, {"expires_at": time.time() + 86_400}], False),
        ("keys", [{}], False),
        ("auto", [], False),
        ("none", [], False),
    ],
)
async def test_a_service_that_nobody_can_enter_says_so(
    database: Database,
    make_key: Callable[..., Any],
    caplog: pytest.LogCaptureFixture,
    auth: Any,
    keys: list[dict[str, float]],
    warned: bool,
) -> None:
    for state in keys:
        await make_key(**state)
    with caplog.at_level(logging.WARNING):
        await warn_without_keys(Settings(auth=auth), database)
    assert ("nobody has a key" in caplog.text) is warned
