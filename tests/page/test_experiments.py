"""An experiment in the browser, while its figures grow."""

import csv
import io

import pytest
from playwright.async_api import Page, expect

from tests.page.conftest import Visit, text_of
from tests.page.experiment_double import NOTHING, OFF, WINNER

pytestmark = pytest.mark.anyio


async def opened(visit: Visit) -> Page:
    """Return the page of the experiment."""
    page = await visit.go("/experiments")
    await page.get_by_role("link", name="Bayfold: subject lines").click()
    await expect(page.get_by_role("heading", name="Bayfold: subject lines")).to_be_visible()
    return page


async def test_figures_come_live_and_the_verdict_with_them(visit: Visit) -> None:
    page = await opened(visit)
    await expect(page.get_by_role("heading", name="Too early: 84 of 1,202 emails per variant")).to_be_visible()
    shares = page.get_by_role("region", name="Figures of each variant").locator("td", has_text="%")
    await expect(shares).to_have_count(0)
    await expect(page.locator(".line-open")).to_be_visible()
    assert await visit.violations() == []
    await visit.double.experiment.tell(WINNER)
    await expect(page.get_by_role("heading", name="Winner at the planned size: A")).to_be_visible()
    await expect(shares).to_have_count(3)
    await expect(page.locator(".tile-figure").first).to_have_text("8.8%")
    await expect(page.get_by_role("img", name="Cumulative reply rates, at the end: A 8.8%, B 6.0%")).to_be_visible()
    await expect(page.locator(".health")).to_contain_text("Sample ratio as planned")
    assert await visit.violations() == []


async def test_a_broken_sample_ratio_stands_out(visit: Visit) -> None:
    visit.double.experiment.days = OFF
    page = await opened(visit)
    await expect(page.get_by_role("heading", name="Not to be trusted: the split is off")).to_be_visible()
    await expect(page.locator(".health .is-off")).to_contain_text("p < 0.001")
    assert await visit.violations() == []


async def test_nothing_sent_yet_says_how_to_report_it(visit: Visit) -> None:
    visit.double.experiment.days = NOTHING
    page = await opened(visit)
    await expect(page.get_by_role("heading", name="No sends recorded yet")).to_be_visible()
    await expect(page.locator("pre")).to_contain_text(f"{visit.address}/v1/experiments/exp_1/events")
    assert await visit.violations() == []


async def test_it_can_be_paused_resumed_and_decided_with_a_reason(visit: Visit) -> None:
    page, asked = await opened(visit), visit.double.experiment.asked
    await page.get_by_role("button", name="Pause").click()
    await expect(page.locator(".run-head .status")).to_have_text("paused")
    await page.get_by_role("button", name="Resume").click()
    await expect(page.get_by_role("button", name="Pause")).to_be_visible()
    await page.get_by_text("Declare a winner by hand").click()
    await page.get_by_role("button", name="Declare").click()
    await expect(page.get_by_text("Say why")).to_be_visible()
    await page.get_by_label("Variant", exact=True).select_option("B")
    await page.get_by_label("Reason").fill("the list is used up")
    assert await visit.violations() == []
    await page.get_by_role("button", name="Declare").click()
    await expect(page.locator(".run-head .status")).to_have_text("decided for B")
    assert asked == [
        ("pause", None),
        ("start", None),
        ("declare", {"variant": "B", "reason": "the list is used up"}),
    ]


async def test_its_figures_can_be_had_as_a_table(visit: Visit) -> None:
    page = await opened(visit)
    async with page.expect_download() as waiting:
        await page.get_by_role("button", name="CSV").click()
    rows = list(csv.DictReader(io.StringIO(text_of(await (await waiting.value).path()))))
    assert [(row["variant"], row["sent"], row["replied"]) for row in rows] == [("A", "84", "7"), ("B", "86", "5")]


async def test_one_is_started_from_a_pack(visit: Visit) -> None:
    page = await visit.generate()
    await page.get_by_role("button", name="Start experiment").click()
    await expect(page.locator(".run-head .status")).to_have_text("draft")
    made = {"name": "Bayfold: subject lines", "campaign": "cmp_1"}
    assert visit.double.experiment.asked == [("create", made)]
