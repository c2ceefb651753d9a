"""A real browser in front of the double: no request leaves the machine, and no console error goes unseen."""

import os
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, BrowserContext, Page, async_playwright

from tests.page.browser import ARGUMENTS, NO_BROWSER, find_browser
from tests.page.double import Double, serving


@dataclass
class Visit:
    """A page in a browser, the service it talks to, and what it did that it must not do."""

    page: Page
    double: Double
    address: str
    faults: list[str] = field(default_factory=list)

    async def go(self, path: str = "/") -> Page:
        """Open a view."""
        await self.page.goto(self.address + path)
        await self.page.wait_for_selector("main h1, main .card")
        return self.page

    async def generate(self, website: str = "https://bayfold.example") -> Page:
        """Ask for a campaign as a user does."""
        page = await self.go()
        await page.get_by_label("Website of the company that sends").fill(website)
        await page.get_by_role("button", name="Generate").click()
        await page.wait_for_url("**/campaigns/cmp_*")
        return page

    async def violations(self) -> list[str]:
        """Return what axe finds, as rule and place."""
        found = (await Axe().run(self.page)).response["violations"]
        return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]


@pytest.fixture(scope="module")
async def browser() -> AsyncIterator[Browser]:
    """Start the browser; on a machine without one say how to get it, and in CI fail."""
    program = find_browser()
    if program is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(NO_BROWSER)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield browser
        await browser.close()


@pytest.fixture
async def double() -> AsyncIterator[tuple[Double, str]]:
    """Serve the double on a port of this machine."""
    async with serving(Double()) as served:
        yield served


@pytest.fixture
async def open_visit(browser: Browser, double: tuple[Double, str]) -> AsyncIterator[Callable[..., Awaitable[Visit]]]:
    """Open pages as browser contexts are asked for, and hold them to what is never allowed."""
    contexts: list[BrowserContext] = []
    visits: list[Visit] = []

    async def open(**options: object) -> Visit:
        context = await browser.new_context(
            reduced_motion="reduce", permissions=["clipboard-read", "clipboard-write"], **options
        )
        contexts.append(context)
        visit = Visit(await context.new_page(), *double)
        visits.append(visit)
        watch(visit)
        return visit

    yield open
    for context in contexts:
        await context.close()
    assert [fault for visit in visits for fault in visit.faults] == []


def text_of(path: Path) -> str:
    """Return a downloaded text, its line ends as they are."""
    return path.read_bytes().decode()


def watch(visit: Visit) -> None:
    """Note every request that leaves the machine, every console error and every uncaught one."""
    page, faults = visit.page, visit.faults
    page.on("request", lambda request: request.url.startswith((visit.address, "blob:")) or faults.append(request.url))
    page.on(
        "console",
        lambda line: line.type in ("error", "warning") and not is_told(line.text) and faults.append(line.text),
    )
    page.on("pageerror", lambda error: faults.append(str(error)))


def is_told(text: str) -> bool:
    """Return whether the browser only repeats what the page itself tells the user: an answer of 4xx, a broken line."""
    return text.startswith("Failed to load resource")


@pytest.fixture
async def visit(open_visit: Callable[..., Awaitable[Visit]]) -> Visit:
    """Open a page as most users do."""
    return await open_visit(viewport={"width": 1280, "height": 860})
