"""What can be done with a pack: copy, download, write a part anew, find it again."""

import csv
import io
import json
import re

import pytest
from playwright.async_api import Page, expect

from tests.page.conftest import Visit, text_of
from tests.page.double import Play
from tests.page.recorded import BAYFOLD, SKELDERGATE, pack_of, read_log

pytestmark = pytest.mark.anyio


async def finished(visit: Visit, log: str = BAYFOLD) -> Page:
    """Return the page of a finished run."""
    visit.double.play = Play(read_log(log))
    page = await visit.generate()
    await expect(page.locator(".pack-bar")).to_be_visible()
    return page


async def downloaded(page: Page, name: str) -> tuple[str, str]:
    """Choose a download; return the file's name and text."""
    await page.locator(".pack-bar summary", has_text="Download").click()
    async with page.expect_download() as waiting:
        await page.get_by_role("button", name=name, exact=True).click()
    download = await waiting.value
    return download.suggested_filename, text_of(await download.path())


async def clipboard(page: Page) -> str:
    """Return what was copied."""
    text: str = await page.evaluate("navigator.clipboard.readText()")
    return text


async def test_an_email_and_the_whole_pack_can_be_copied(visit: Visit) -> None:
    page, pack = await finished(visit), pack_of(read_log(BAYFOLD))
    await page.get_by_role("button", name="Copy Outreach email").click()
    assert await clipboard(page) == pack["outreach"]["body"]
    await page.get_by_role("button", name="Copy all").click()
    copied = await clipboard(page)
    assert all(part in copied for part in (pack["outreach"]["body"], pack["follow_up"]["body"]))
    assert all(line["text"] in copied for line in pack["subject_lines"])


async def test_the_pack_can_be_had_as_json_and_markdown(visit: Visit) -> None:
    page, pack = await finished(visit), pack_of(read_log(BAYFOLD))
    name, text = await downloaded(page, "JSON")
    assert name == "bayfold-campaign.json"
    assert {**json.loads(text), "id": pack["id"]} == pack
    _, text = await downloaded(page, "Markdown")
    assert all(claim["quote"] in text for claim in pack["claims"])


async def test_the_table_has_a_row_for_each_subject_line(visit: Visit) -> None:
    page, pack = await finished(visit), pack_of(read_log(BAYFOLD))
    _, text = await downloaded(page, "CSV")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["subject"] for row in rows] == [line["text"] for line in pack["subject_lines"]]
    assert {row["body"] for row in rows} == {pack["outreach"]["body"]}


async def test_platforms_are_those_that_the_service_has(visit: Visit) -> None:
    page = await finished(visit)
    assert await downloaded(page, "For Smartlead") == ("smartlead.csv", "subject\r\n")


async def test_a_part_is_written_anew_with_an_instruction(visit: Visit) -> None:
    page = await finished(visit)
    first = page.url
    await page.locator("#step-follow_up").get_by_role("button", name="Rewrite…").click()
    field = page.get_by_label("What should be different?")
    await expect(field).to_be_focused()
    assert await visit.violations() == []
    await field.fill("shorter")
    await page.get_by_role("button", name="Write anew").click()
    await page.wait_for_url(lambda url: url != first)
    assert visit.double.asked[-1] == ("regenerate", {"part": "follow_up", "instruction": "shorter"})


async def test_a_campaign_opens_by_its_address_with_its_steps(visit: Visit) -> None:
    run = visit.double.add("Bayfold", "https://bayfold.example", "finished", 100)
    page = await visit.go(f"/campaigns/{run.id}")
    await expect(page.locator(".pack-bar")).to_be_visible()
    await expect(page.locator(".rail-item svg[aria-label=done]")).to_have_count(9)
    await expect(page.locator(".rail-item", has_text="Tone").locator(".rail-calls")).to_have_text("1 call")
    await expect(page.locator("[data-announcer]")).to_contain_text("The campaign is ready. Score 100 of 100.")
    assert await visit.violations() == []


async def test_a_campaign_whose_events_are_gone_still_shows_its_pack(visit: Visit) -> None:
    run = visit.double.add("Bayfold", "https://bayfold.example", "finished", 100)
    run.log, run.seen = run.log[-1:], 0
    visit.double.forgets = True
    page = await visit.go(f"/campaigns/{run.id}")
    await expect(page.locator("#step-outreach .paper")).to_be_visible()
    await expect(page.locator(".rail-item svg[aria-label=done]")).to_have_count(9)


async def test_a_run_can_be_played_again(visit: Visit) -> None:
    page = await finished(visit)
    await page.locator(".pack-bar summary", has_text="More").click()
    await page.get_by_role("button", name="Replay the run").click()
    await expect(page.locator(".card-running").first).to_be_visible()
    await page.get_by_role("button", name="Skip to the end").click()
    await expect(page.locator(".pack-bar")).to_be_visible()


async def test_a_request_can_be_edited_and_run_again(visit: Visit) -> None:
    page = await finished(visit)
    await page.locator(".pack-bar summary", has_text="More").click()
    await page.get_by_role("button", name="Edit and run again").click()
    await expect(page.get_by_label("Website of the company that sends")).to_have_value("https://bayfold.example")


async def test_a_campaign_is_deleted_only_as_it_was_read(visit: Visit) -> None:
    page = await finished(visit)
    page.on("dialog", lambda dialog: dialog.accept())
    await page.locator(".pack-bar summary", has_text="More").click()
    await page.get_by_role("button", name="Delete").click()
    await expect(page.get_by_role("heading", name="Campaigns", exact=True)).to_be_visible()
    assert visit.double.asked[-1] == ("delete", '"1"')
    assert visit.double.runs == {}


async def test_earlier_campaigns_are_listed_searched_and_opened(visit: Visit) -> None:
    for at in range(25):
        visit.double.add(f"Company {at}", f"https://company-{at}.example", "finished", 90)
    visit.double.add("Quintarraso", "https://quintarraso.example", "failed", None)
    page = await visit.go("/campaigns")
    rows = page.locator(".list li")
    await expect(rows).to_have_count(20)
    assert await visit.violations() == []
    await page.get_by_role("button", name="Show more").click()
    await expect(rows).to_have_count(26)
    await page.get_by_label("Search campaigns").fill("quinta")
    await expect(rows).to_have_count(1)
    await page.get_by_role("radio", name="Finished").check()
    await expect(page.get_by_text("No campaign fits.")).to_be_visible()
    await page.get_by_label("Search campaigns").fill("company-7")
    await rows.first.click()
    await expect(page).to_have_url(re.compile("/campaigns/cmp_"))
    await expect(page.locator("h1")).to_be_focused()
    await page.go_back()
    await expect(page.get_by_role("heading", name="Campaigns", exact=True)).to_be_visible()


async def test_an_unknown_campaign_says_so(visit: Visit) -> None:
    page = await visit.go("/campaigns/cmp_none")
    await expect(page.get_by_role("alert")).to_have_text("There is no such campaign")
    assert await visit.violations() == []


async def test_a_service_with_keys_asks_for_one_and_never_puts_it_into_an_address(visit: Visit) -> None:
    visit.double.key = "secret-key"
    addresses: list[str] = []
    visit.page.on("request", lambda request: addresses.append(request.url))
    page = await visit.go("/campaigns")
    dialog = page.get_by_role("dialog")
    await expect(dialog).to_be_visible()
    assert await visit.violations() == []
    await dialog.get_by_label("Key").fill("wrong")
    await dialog.get_by_role("button", name="Use this key").click()
    await expect(dialog.get_by_text("This key was not accepted.")).to_be_visible()
    await dialog.get_by_label("Key").fill("secret-key")
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("No campaign yet.")).to_be_visible()
    await page.reload()
    await expect(page.get_by_text("No campaign yet.")).to_be_visible()
    assert not [address for address in addresses if "secret" in address]


async def test_a_revised_pack_says_what_is_left_to_mend(visit: Visit) -> None:
    page = await finished(visit, SKELDERGATE)
    await expect(page.get_by_role("heading", name="Needs a hand before it is sent")).to_be_visible()
    await expect(page.get_by_role("img", name="Score 84 of 100")).to_be_visible()
