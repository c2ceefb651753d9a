"""Take the pictures of every state: `python -m tests.page.pictures [folder]`."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

from playwright.async_api import Browser, Page, async_playwright

from tests.page.browser import ARGUMENTS, find_browser
from tests.page.double import Double, Play, serving
from tests.page.experiment_double import WINNER
from tests.page.recorded import BAYFOLD, SKELDERGATE, THIN, TIMEOUT, failing, read_log

FOLDER = Path("docs/pictures")
DESKTOP = {"width": 1280, "height": 860}
PHONE = {"width": 390, "height": 844}

Shoot = Callable[[Page, Double], Awaitable[None]]


async def generate(page: Page, website: str) -> None:
    """Ask for a campaign."""
    await page.get_by_label("Website of the company that sends").fill(website)
    await page.get_by_role("button", name="Generate").click()
    await page.wait_for_url("**/campaigns/cmp_*")


async def idle(page: Page, double: Double) -> None:
    for company, website, status, score in (
        ("Quintarraso", "https://quintarraso.example", "finished", 65),
        ("Tarrowby Springs", "https://tarrowby-springs.example", "finished", 98),
        ("Lindthal Werksberatung", "https://lindthal-werksberatung.example", "failed", None),
        ("Bayfold", "https://bayfold.example", "finished", 100),
    ):
        double.add(company, website, status, score)
    await page.reload()
    await page.wait_for_selector(".recent")


async def details(page: Page, double: Double) -> None:
    double.play.refusal = {
        "status": 422,
        "code": "invalid_request",
        "title": "The request cannot be served as it is",
        "errors": [{"pointer": "/website", "detail": "Only http and https addresses can be read."}],
    }
    await page.get_by_label("Website of the company that sends").fill("ftp://bayfold.example")
    await page.get_by_text("Reader, sender, goal and tone").click()
    await page.get_by_role("radio", name="Warm").check()
    await page.get_by_role("button", name="Generate").click()
    await page.wait_for_selector(".problem")


async def running(page: Page, double: Double) -> None:
    double.play = Play(read_log(BAYFOLD), hold=23)
    await generate(page, "https://bayfold.example")
    await page.wait_for_selector(".live")
    await page.wait_for_timeout(700)


async def done(page: Page, double: Double) -> None:
    double.play = Play(read_log(SKELDERGATE))
    await generate(page, "https://skeldergate-lifting.example")
    await page.wait_for_selector(".pack-bar")
    await page.evaluate("scrollTo(0, 0)")


async def emails(page: Page, double: Double) -> None:
    await done(page, double)
    await page.locator("#step-outreach").scroll_into_view_if_needed()
    await page.evaluate("document.querySelector('#step-outreach').scrollIntoView()")
    await page.locator("#step-outreach .claim").nth(1).focus()


async def tone(page: Page, double: Double) -> None:
    double.play = Play(read_log(BAYFOLD))
    await generate(page, "https://bayfold.example")
    await page.wait_for_selector(".pack-bar")
    await page.evaluate("document.querySelector('#step-tone').scrollIntoView()")


async def quality(page: Page, double: Double) -> None:
    await done(page, double)
    await page.locator("#step-quality summary").nth(1).click()
    await page.evaluate("document.querySelector('#step-quality').scrollIntoView()")


async def plan(page: Page, double: Double) -> None:
    await done(page, double)
    await page.evaluate("document.querySelector('#step-plan').scrollIntoView()")


async def failed(page: Page, double: Double) -> None:
    double.play = Play(failing(read_log(BAYFOLD), "calibrate_tone", TIMEOUT))
    await generate(page, "https://bayfold.example")
    await page.wait_for_selector(".trouble")
    await page.locator(".trouble").scroll_into_view_if_needed()


async def thin(page: Page, double: Double) -> None:
    double.play = Play(read_log(THIN))
    await generate(page, "https://thin.example")
    await page.wait_for_selector(".supply")


async def lost(page: Page, double: Double) -> None:
    double.play = Play(read_log(BAYFOLD), hold=30, breaks=[30, 30, 30, 30, 30, 30])
    await generate(page, "https://bayfold.example")
    await page.wait_for_selector(".banner")
    await page.evaluate("scrollTo(0, 0)")


async def campaigns(page: Page, double: Double) -> None:
    await idle(page, double)
    await page.get_by_role("link", name="All campaigns").click()
    await page.wait_for_selector(".list")


async def experiment_early(page: Page, double: Double) -> None:
    await page.goto(page.url + "experiments/exp_1")
    await page.wait_for_selector(".verdict")


async def experiment(page: Page, double: Double) -> None:
    await double.experiment.tell(WINNER)
    await experiment_early(page, double)


STATES: tuple[Shoot, ...] = (
    idle, details, running, done, emails, tone, quality, plan, failed, thin, lost, campaigns,
    experiment_early, experiment,
)  # fmt: skip


async def take(browser: Browser, shoot: Shoot, kind: str, folder: Path) -> None:
    """Take one picture: kind is light, dark or mobile."""
    options = {"viewport": PHONE, "device_scale_factor": 2} if kind == "mobile" else {"viewport": DESKTOP}
    scheme = "dark" if kind == "dark" else "light"
    async with serving(Double()) as (double, address):
        context = await browser.new_context(color_scheme=scheme, reduced_motion="reduce", **options)
        page = await context.new_page()
        await page.goto(address + "/")
        await page.wait_for_selector(".example")
        await shoot(page, double)
        await page.mouse.move(0, 0)
        await page.wait_for_timeout(150)
        await page.screenshot(path=folder / f"{shoot.__name__}_{kind}.png")
        await context.close()


async def main(folder: Path, names: list[str]) -> None:
    """Take all pictures, or those named."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=find_browser(), args=ARGUMENTS)
        for shoot in STATES:
            for kind in ("light", "dark", "mobile"):
                if not names or shoot.__name__ in names:
                    await take(browser, shoot, kind, folder)
        await browser.close()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER, sys.argv[2:]))
