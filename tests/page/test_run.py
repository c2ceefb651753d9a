"""A run in a real browser, from the form to the pack."""

import pytest
from playwright.async_api import expect

from tests.page.conftest import Visit

pytestmark = pytest.mark.anyio


async def test_a_whole_run_ends_with_every_step_in_its_structured_view(visit: Visit) -> None:
    page = await visit.generate()
    await expect(page.get_by_role("heading", name="Ready")).to_be_visible()
    assert await visit.violations() == []
