"""The page for everyone: by keyboard alone, on a phone, in the dark, without what the service lacks."""

from collections.abc import Awaitable, Callable

import pytest
from playwright.async_api import Page, expect

from tests.page.conftest import Visit
from tests.page.double import Play
from tests.page.experiment_double import WINNER
from tests.page.recorded import BAYFOLD, SKELDERGATE, read_log

pytestmark = pytest.mark.anyio

Open = Callable[..., Awaitable[Visit]]
PHONE = {"width": 390, "height": 844}


async def test_a_campaign_can_be_made_with_the_keyboard_alone(visit: Visit) -> None:
    visit.double.play = Play(read_log(BAYFOLD), hold=20)
    page = await visit.go("/campaigns")
    keys = page.keyboard
    await keys.press("/")
    await expect(page.get_by_label("Website of the company that sends")).to_be_focused()
    await keys.type("bayfold.example")
    await keys.press("Enter")
    await page.wait_for_url("**/campaigns/cmp_*")
    await expect(page.locator("h1")).to_be_focused()
    await keys.press("4")
    await expect(page.locator("#step-outreach")).to_be_focused()
    visit.double.play.go_on.set()
    await expect(page.locator(".pack-bar")).to_be_visible()
    await page.evaluate("document.activeElement.blur()")
    await keys.press("4")
    await keys.press("c")
    await page.wait_for_function("navigator.clipboard.readText().then((text) => text.startsWith('Hi {{first_name}}'))")


async def test_escape_stops_a_run_and_letters_in_a_field_are_letters(visit: Visit) -> None:
    visit.double.play = Play(read_log(BAYFOLD), hold=20)
    page = await visit.generate()
    await expect(page.locator("#step-outreach .live")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.locator(".run-head .status")).to_have_text("stopped")
    await page.keyboard.press("/")
    field = page.get_by_label("Website of the company that sends")
    await expect(field).to_be_focused()
    await page.keyboard.type("/c?4")
    await expect(field).to_have_value("/c?4")


async def test_single_keys_can_be_switched_off(visit: Visit) -> None:
    page = await visit.go("/campaigns")
    await page.keyboard.press("?")
    await expect(page.get_by_role("dialog")).to_be_visible()
    assert await visit.violations() == []
    await page.get_by_label("Single-key short cuts").uncheck()
    await page.get_by_role("button", name="Close").click()
    await page.keyboard.press("/")
    await expect(page).to_have_url(f"{visit.address}/campaigns")


async def test_the_first_tab_leads_past_the_head(visit: Visit) -> None:
    page = await visit.go()
    await page.keyboard.press("Tab")
    await expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.locator("main")).to_be_focused()


async def overflow(page: Page) -> int:
    """Return by how many pixels the page is wider than its window."""
    pixels: int = await page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return pixels


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_on_a_phone_nothing_sticks_out(open_visit: Open, scheme: str) -> None:
    visit = await open_visit(viewport=PHONE, color_scheme=scheme, has_touch=True, is_mobile=True)
    visit.double.play = Play(read_log(SKELDERGATE))
    page = await visit.go()
    assert await overflow(page) <= 0
    page = await visit.generate()
    await expect(page.locator(".pack-bar")).to_be_visible()
    for summary in await page.locator("details:not(.menu) > summary").all():
        await summary.click()
    assert await overflow(page) <= 0
    assert await visit.violations() == []
    await visit.double.experiment.tell(WINNER)
    await visit.go("/experiments/exp_1")
    assert await overflow(page) <= 0
    assert await visit.violations() == []


async def test_dark_follows_the_system_until_it_is_chosen_and_then_stays(open_visit: Open) -> None:
    visit = await open_visit(color_scheme="dark")
    page = await visit.go()
    ground = "getComputedStyle(document.body).backgroundColor"
    dark = await page.evaluate(ground)
    await page.get_by_role("button", name="Switch to light").click()
    light = await page.evaluate(ground)
    assert dark != light
    await page.reload()
    assert await page.evaluate(ground) == light


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_a_finished_campaign_has_no_fault_that_axe_knows(open_visit: Open, scheme: str) -> None:
    visit = await open_visit(color_scheme=scheme, viewport={"width": 1280, "height": 860})
    visit.double.play = Play(read_log(SKELDERGATE))
    page = await visit.generate()
    await expect(page.locator(".pack-bar")).to_be_visible()
    for summary in await page.locator("details:not(.menu) > summary").all():
        await summary.click()
    assert await visit.violations() == []


async def test_the_start_has_no_fault_that_axe_knows(visit: Visit) -> None:
    visit.double.add("Bayfold", "https://bayfold.example", "finished", 100)
    page = await visit.go()
    await page.get_by_text("Paste text about the company").click()
    await page.get_by_text("Reader, sender, goal and tone").click()
    await expect(page.locator(".recent")).to_be_visible()
    assert await visit.violations() == []


async def test_whoever_scrolls_away_from_the_live_step_can_jump_back(visit: Visit) -> None:
    visit.double.play = Play(read_log(BAYFOLD), hold=20)
    page = await visit.generate()
    await expect(page.locator("#step-outreach .live")).to_be_in_viewport()
    await page.mouse.move(640, 400)
    await page.mouse.wheel(0, -3000)
    await page.get_by_role("button", name="Jump to the live step").click()
    await expect(page.locator("#step-outreach .live")).to_be_in_viewport()
    visit.double.play.go_on.set()
    await expect(page.locator(".pack-bar")).to_be_in_viewport()


async def test_what_the_service_lacks_the_page_does_not_offer(visit: Visit) -> None:
    bare = {"/v1/campaigns/email": {"post": {}}}
    await visit.page.route("**/openapi.json", lambda route: route.fulfill(json={"paths": bare}))
    page = await visit.generate()
    await expect(page.locator(".pack-bar")).to_be_visible()
    await expect(page.get_by_role("link", name="Experiments")).to_have_count(0)
    await expect(page.get_by_role("link", name="Campaigns")).to_have_count(0)
    await expect(page.get_by_role("button", name="Start experiment")).to_have_count(0)
    await expect(page.get_by_role("button", name="Rewrite…")).to_have_count(0)
    assert not [path for path, _ in visit.double.asked if path != "generate"]
