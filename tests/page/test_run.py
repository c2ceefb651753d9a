"""A run in a real browser: from the form to the pack, and everything that can come between."""

import re
from typing import Any

import pytest
from playwright.async_api import Page, expect

from tests.page.conftest import Visit
from tests.page.double import Play
from tests.page.recorded import BAYFOLD, SKELDERGATE, THIN, TIMEOUT, Event, Log, failing, pack_of, read_log

pytestmark = pytest.mark.anyio

STEPS = (
    "Read website",
    "Customer profile",
    "Subject lines",
    "Outreach email",
    "Follow-up",
    "Tone",
    "Claims",
    "Quality",
    "A/B plan",
)
INSIDE_OUTREACH = 20  # events until a part of the first email is written


async def rail(page: Page) -> list[str]:
    """Return the state of each step."""
    rings = page.locator(".rail-item svg")
    return [await ring.get_attribute("aria-label") or "" for ring in await rings.all()]


async def test_a_whole_run_ends_with_every_step_in_its_structured_view(visit: Visit) -> None:
    visit.double.play = Play(read_log(BAYFOLD), pause=0.002)
    page = await visit.generate()
    await expect(page.get_by_role("heading", name="Ready to send")).to_be_visible()
    assert await rail(page) == ["done"] * len(STEPS)
    pack = pack_of(read_log(BAYFOLD))
    for step in STEPS:
        await expect(page.locator(".card").get_by_role("heading", name=step, exact=True)).to_be_visible()
    for line in pack["subject_lines"]:
        await expect(page.locator(".subject", has_text=line["text"].split("{{")[0])).to_be_visible()
    assert await page.locator("#step-outreach .letter .field").all_inner_texts() == ["{{first_name}}", "{{company}}"]
    await expect(page.locator("#step-tone ins")).to_contain_text("A short no is fine too.")
    await expect(page.locator("#step-quality .figure")).to_have_text(f"{pack['quality']['score']}of 100")
    await expect(page.locator("#step-plan .arm")).to_have_count(2)
    assert visit.double.asked == [("generate", {"website": "https://bayfold.example"})]


async def test_text_appears_as_it_is_written_and_the_rail_tells_seconds(visit: Visit) -> None:
    visit.double.play = Play(read_log(BAYFOLD), hold=INSIDE_OUTREACH)
    page = await visit.generate()
    live = page.locator("#step-outreach .live")
    await expect(live).to_contain_text("Hi {{first_name}}")
    await expect(live).to_have_attribute("aria-hidden", "true")
    assert (await rail(page))[:5] == ["done", "done", "running", "running", "waiting"]
    clock = page.locator(".rail-running .rail-time").first
    before = await clock.inner_text()
    await expect(clock).not_to_have_text(before)
    await expect(page.locator(".rail-item", has_text="Customer profile").locator(".rail-calls")).to_have_text("1 call")
    assert await visit.violations() == []
    visit.double.play.go_on.set()
    await expect(page.locator("#step-outreach .paper")).to_be_visible()


async def test_a_step_is_announced_when_it_starts_and_ends_and_its_text_never(visit: Visit) -> None:
    visit.double.play = Play(read_log(BAYFOLD), pause=0.01, hold=INSIDE_OUTREACH)
    page = await visit.generate()
    await page.evaluate(
        """() => {
            window.said = [];
            const place = document.querySelector("[data-announcer]");
            const changes = { childList: true, characterData: true, subtree: true };
            new MutationObserver(() => said.push(place.textContent)).observe(place, changes);
        }"""
    )
    visit.double.play.go_on.set()
    await expect(page.locator(".pack-bar")).to_be_visible()
    said = " ".join(await page.evaluate("said"))
    assert re.search(r"Follow-up started\. .*Follow-up finished in ", said)
    assert said.endswith("The campaign is ready. Score 100 of 100.")
    assert "first_name" not in said
    assert "detention" not in said


async def test_a_reload_in_the_middle_joins_the_run_again(visit: Visit) -> None:
    visit.double.play = Play(read_log(BAYFOLD), hold=INSIDE_OUTREACH)
    page = await visit.generate()
    await expect(page.locator("#step-outreach .live")).to_contain_text("Hi {{first_name}}")
    await page.reload()
    await expect(page.locator("#step-outreach .live")).to_contain_text("Hi {{first_name}}")
    visit.double.play.go_on.set()
    await expect(page.locator(".pack-bar")).to_be_visible()
    assert len(visit.double.runs) == 1


async def test_a_lost_line_says_that_the_run_goes_on_and_goes_on_from_the_last_event(visit: Visit) -> None:
    visit.double.play = Play(read_log(BAYFOLD), hold=30, breaks=[INSIDE_OUTREACH, 25, 30])
    page = await visit.generate()
    await expect(page.locator(".banner")).to_contain_text("The run goes on")
    assert await visit.violations() == []
    visit.double.play.go_on.set()
    await expect(page.locator(".pack-bar")).to_be_visible(timeout=10_000)
    await expect(page.locator(".banner")).to_have_count(0)
    assert [after for what, after in visit.double.asked if what == "events"] == [INSIDE_OUTREACH, 25, 30]
    assert await page.locator("#step-outreach .letter").inner_text() == letter_of(pack_of(read_log(BAYFOLD)))


def letter_of(pack: dict[str, Any]) -> str:
    """Return the email as the page shows it, with the number of each claim behind its sentence."""
    body: str = pack["outreach"]["body"]
    claims = [claim["sentence"] for claim in pack["claims"] if claim["part"] == "outreach"]
    for number, sentence in enumerate(claims, start=1):
        body = body.replace(sentence, f"{sentence}{number}")
    return body


async def test_stop_ends_the_run(visit: Visit) -> None:
    visit.double.play = Play(read_log(BAYFOLD), hold=INSIDE_OUTREACH)
    page = await visit.generate()
    await page.get_by_role("button", name="Stop").click()
    await expect(page.locator(".run-head .status")).to_have_text("stopped")
    await expect(page.get_by_role("button", name="Stop")).to_have_count(0)
    assert "running" not in await rail(page)
    assert await visit.violations() == []
    visit.double.play = Play(failed_node="subject_lines")
    await page.get_by_role("button", name="Go on from the last finished step").click()
    await expect(page.locator(".pack-bar")).to_be_visible()


async def test_a_failed_step_says_why_and_can_be_tried_again_from_there(visit: Visit) -> None:
    visit.double.play = Play(failing(read_log(BAYFOLD), "calibrate_tone", TIMEOUT), failed_node="calibrate_tone")
    page = await visit.generate()
    card = page.locator("#step-tone")
    await expect(card).to_contain_text("The language model took too long")
    await expect(card).to_contain_text("No full answer within 60 seconds.")
    await expect(page.locator("#step-outreach .paper")).to_be_visible()
    assert await visit.violations() == []
    await card.get_by_role("button", name="Retry from this step").click()
    await expect(page.locator(".pack-bar")).to_be_visible()
    assert (await rail(page))[3:6] == ["done in an earlier run", "done in an earlier run", "done"]


async def test_a_thin_website_asks_for_what_is_missing(visit: Visit) -> None:
    visit.double.play = Play(read_log(THIN))
    page = await visit.generate("https://thin.example")
    field = page.get_by_label("What it sells, and to whom")
    await expect(field).to_be_visible()
    await expect(page.get_by_text("Describe what the company sells and to whom, in a few sentences.")).to_be_visible()
    assert await visit.violations() == []
    visit.double.play = Play()
    await field.fill("Sells pumps to breweries.")
    await page.get_by_role("button", name="Generate with this text").click()
    await expect(page.locator(".pack-bar")).to_be_visible()
    company = {"description": "Sells pumps to breweries."}
    assert visit.double.asked[-1] == ("generate", {"website": "https://thin.example", "company": company})


async def test_problems_appear_at_their_fields(visit: Visit) -> None:
    errors = [
        {"pointer": "/website", "detail": "Only http and https addresses can be read."},
        {"pointer": "/sender/postal_address", "detail": "At most 300 characters."},
    ]
    visit.double.play.refusal = {"status": 422, "code": "invalid_request", "title": "Not valid", "errors": errors}
    page = await visit.go()
    await page.get_by_label("Website of the company that sends").fill("ftp://bayfold.example")
    await page.get_by_role("button", name="Generate").click()
    website = page.get_by_label("Website of the company that sends")
    await expect(website).to_have_attribute("aria-invalid", "true")
    await expect(website).to_be_focused()
    await expect(page.get_by_text("Only http and https addresses can be read.")).to_be_visible()
    await expect(page.get_by_text("At most 300 characters.")).to_be_visible()
    assert await visit.violations() == []


async def test_a_refused_address_is_told_at_the_address(visit: Visit) -> None:
    detail = "An address holds no spaces, control characters or backslashes."
    visit.double.play.refusal = {"status": 422, "code": "url_invalid", "title": "No address", "detail": detail}
    page = await visit.go()
    await page.get_by_label("Website of the company that sends").fill("no address")
    await page.get_by_role("button", name="Generate").click()
    await expect(page.locator("#website-problem")).to_have_text(detail)


async def test_a_site_that_cannot_be_read_can_be_replaced_by_text_or_another_address(visit: Visit) -> None:
    problem = {
        "status": 422,
        "code": "site_unreachable",
        "title": "The website cannot be reached",
        "detail": "No answer.",
    }
    visit.double.play = Play(failing(read_log(BAYFOLD), "read_website", problem))
    page = await visit.generate("https://gone.example")
    await expect(page.get_by_label("Website", exact=True)).to_have_value("https://gone.example")
    visit.double.play = Play()
    await page.get_by_label("Website", exact=True).fill("bayfold.example")
    await page.locator(".supply").get_by_role("button", name="Generate").click()
    await expect(page.locator(".pack-bar")).to_be_visible()
    assert visit.double.asked[-1] == ("generate", {"website": "https://bayfold.example"})


async def test_details_go_with_the_request(visit: Visit) -> None:
    page = await visit.go()
    await page.get_by_label("Website of the company that sends").fill("bayfold.example")
    await page.get_by_text("Reader, sender, goal and tone").click()
    await page.get_by_label("What a reply should lead to").fill("a trial")
    await page.get_by_role("radio", name="Warm").check()
    await page.get_by_label("Job titles").fill("Head of Docks\nPlanner")
    assert await visit.violations() == []
    await page.get_by_role("button", name="Generate").click()
    await expect(page.locator(".pack-bar")).to_be_visible()
    assert visit.double.asked[0][1] == {
        "website": "https://bayfold.example",
        "goal": "a trial",
        "tone": {"preset": "warm"},
        "icp": {"personas": [{"title": "Head of Docks"}, {"title": "Planner"}]},
    }


async def test_an_example_runs_at_one_click(visit: Visit) -> None:
    page = await visit.go()
    await page.get_by_role("button", name="Bayfold").click()
    await expect(page.locator(".pack-bar")).to_be_visible()
    assert visit.double.asked[0][1] == {"website": "https://bayfold.example"}


async def test_a_claim_shows_its_quote_when_it_has_the_focus(visit: Visit) -> None:
    visit.double.play = Play(read_log(SKELDERGATE))
    page = await visit.generate()
    claim = page.locator("#step-outreach .claim").nth(1)
    await claim.focus()
    note = page.locator(f"#{await claim.get_attribute('aria-describedby')}")
    await expect(note).to_have_class(re.compile("is-active"))
    quotes = [one["quote"] for one in pack_of(read_log(SKELDERGATE))["claims"] if one["part"] == "outreach"]
    await expect(note.locator("blockquote")).to_have_text(quotes[1])


async def test_revised_parts_show_where_they_stood_before(visit: Visit) -> None:
    visit.double.play = Play(read_log(SKELDERGATE))
    page = await visit.generate()
    await expect(page.get_by_role("img", name="Subject lines: 84 of 100, before 65")).to_be_visible()
    await expect(page.locator(".flag")).to_have_count(3)
    await page.get_by_text("Outreach email: 21 of 22 checks passed").click()
    await expect(page.locator(".checks tbody tr:visible")).to_have_count(22)
    assert await visit.violations() == []


HOSTILE = '<img src=x onerror="document.title=1"><script>document.title=2</script>'


def hostile(log: Log) -> Log:
    """Return a log in which site and model wrote HTML wherever they could, and a link that is none."""

    def spoil(value: object) -> object:
        if isinstance(value, dict):
            return {key: spoil_one(key, one) for key, one in value.items()}
        return [spoil(one) for one in value] if isinstance(value, list) else value

    def spoil_one(key: str, value: object) -> object:
        if key in ("page", "url", "website") and isinstance(value, str):
            return "javascript:document.title=3"
        texts = ("text", "quote", "body", "sentence", "detail", "hypothesis", "title", "name", "sells")
        return f"{HOSTILE}{value}" if key in texts and isinstance(value, str) else spoil(value)

    return tuple(Event(event.name, spoil(dict(event.data))) for event in log)  # type: ignore[arg-type]


async def test_text_of_sites_and_models_never_becomes_html_or_a_link(visit: Visit) -> None:
    visit.double.play = Play(hostile(read_log(BAYFOLD)))
    page = await visit.generate()
    await expect(page.locator(".pack-bar")).to_be_visible()
    assert await page.locator("main img, main script, main a[href^=javascript]").count() == 0
    await expect(page.locator("#step-outreach .letter")).to_contain_text("<script>document.title=2</script>")
    assert await page.title() not in ("1", "2", "3")
