"""After this step every sentence about the seller has its page and quote."""

import pytest
from langgraph.runtime import Runtime

from core.company import Company, Fact
from core.context import Context
from core.icp import Icp, Persona
from core.pack import BothTexts, CitedSentence, Email, SubjectLine, Tone
from core.request import CampaignRequest
from core.rounds import Remark
from nodes.ground_claims import GroundClaims, GroundClaimsInput, GroundClaimsUpdate

pytestmark = pytest.mark.anyio

MILLS = "31 mills in Wisconsin and Maine run on Corvane sensors."
MAGNET = "The sensors clamp on with a magnet: no drilling, no shutdown."
COMPANY = Company(
    name="Corvane",
    sells="vibration sensors for paper mills",
    audience=("paper mills",),
    offers=("Corvane Listen",),
    facts=(
        Fact(id="f1", kind="proof", text=MILLS, quote=MILLS, page="https://corvane.example/"),
        Fact(id="f2", kind="mechanism", text=MAGNET, quote=MAGNET, page="https://corvane.example/how"),
    ),
)
LINES = (
    SubjectLine(text="bearings at {{company}}", angle="problem"),
    SubjectLine(text="on with a magnet", angle="outcome", fact="f2"),
    SubjectLine(text="how 31 mills hear wear", angle="proof", fact="f1"),
)
OUTREACH = Email(
    body="Hi {{first_name}},\n\n31 mills in Wisconsin and Maine run on our sensors.\n\nWorth a look?\n\n"
    "{{sender_name}}",
    cited=(CitedSentence(sentence="31 mills in Wisconsin and Maine run on our sensors.", fact="f1"),),
)
FOLLOW_UP = Email(
    body="Hi {{first_name}},\n\nOur sensors clamp on with a magnet. They pay back in 4 months.\n\nA no is fine.\n\n"
    "{{sender_name}}",
    send_after_days=4,
)


BEFORE = "Hi {{first_name}},\n\nSensors of ours clamp on with a magnet. See evil.example.\n\n{{sender_name}}"
TEXTS = BothTexts(outreach=OUTREACH.body, follow_up=FOLLOW_UP.body)


async def grounded(
    *, lines: tuple[SubjectLine, ...] = LINES, follow_up: Email = FOLLOW_UP, remarks: tuple[Remark, ...] = ()
) -> GroundClaimsUpdate:
    state = GroundClaimsInput(
        request=CampaignRequest(website="https://corvane.example/"),
        company=COMPANY,
        icp=Icp(industries=("paper mills",), personas=(Persona(title="Maintenance manager"),)),
        subject_lines=lines,
        outreach=OUTREACH,
        follow_up=follow_up,
        tone=Tone(target="plain", before=BothTexts(outreach=OUTREACH.body, follow_up=BEFORE), after=TEXTS),
        remarks=remarks,
    )
    return await GroundClaims()(state, Runtime(context=Context()))


async def test_claims_come_in_reading_order_with_page_and_quote() -> None:
    update = await grounded()
    assert [(claim.part, claim.quote) for claim in update["claims"]] == [
        ("subject_lines", MAGNET),
        ("subject_lines", MILLS),
        ("outreach", MILLS),
        ("follow_up", MAGNET),
    ]
    assert {claim.page for claim in update["claims"]} == {"https://corvane.example/", "https://corvane.example/how"}


async def test_what_was_taken_out_is_told_in_words() -> None:
    update = await grounded()
    assert "pay back" not in update["follow_up"].body
    assert update["follow_up"].send_after_days == 4
    assert [remark.part for remark in update["remarks"]] == ["follow_up"]
    assert update["remarks"][0].text == "A sentence was taken out of the follow-up: not on the site."


async def test_a_harmless_sentence_that_was_taken_out_is_quoted() -> None:
    invented = FOLLOW_UP.model_copy(
        update={"body": FOLLOW_UP.body.replace("They pay back in 4 months", "We also repair conveyor belts")}
    )
    update = await grounded(follow_up=invented)
    assert "“We also repair conveyor belts.”" in update["remarks"][0].text


async def test_remarks_of_the_steps_before_stay() -> None:
    before = Remark(part="outreach", text="kept")
    assert (await grounded(remarks=(before,)))["remarks"][0] == before


async def test_the_text_before_calibration_shows_nothing_unsupported_either() -> None:
    tone = (await grounded())["tone"]
    assert tone.before.follow_up == "Hi {{first_name}},\n\nSensors of ours clamp on with a magnet.\n\n{{sender_name}}"
    assert "pay back" not in tone.after.follow_up
    assert ("added", "Our sensors") in [(run.change, run.text) for run in tone.diff.follow_up]
    assert [run.change for run in tone.diff.outreach] == ["same"]


@pytest.mark.parametrize(
    "text",
    [
        "how 45 mills hear wear",
        "three weeks early",
        "what Domtar hears",
        "see corvane.example",
        "{{nickname}}, bearings",
        "uptime guaranteed",
        "[topic] at {{company}}",
    ],
)
async def test_an_unsupported_subject_line_becomes_a_plain_name(text: str) -> None:
    update = await grounded(lines=(SubjectLine(text=text, angle="proof", fact="f1"), *LINES[1:]))
    assert update["subject_lines"][0] == SubjectLine(text="Corvane Listen", angle="proof")
    assert update["remarks"][0].part == "subject_lines"


async def test_replaced_lines_differ_from_each_other() -> None:
    lines = tuple(SubjectLine(text=f"{count} mills", angle="proof") for count in (44, 55, 66, 77))
    texts = [line.text for line in (await grounded(lines=lines))["subject_lines"]]
    assert texts == ["Corvane Listen", "paper mills", "Corvane", "Corvane: {{company}}"]


async def test_a_line_break_in_a_subject_is_folded() -> None:
    update = await grounded(lines=(SubjectLine(text="bearings\r\nBcc: all", angle="problem"), *LINES[1:]))
    assert "\n" not in update["subject_lines"][0].text


async def test_a_citation_that_does_not_fit_a_subject_is_dropped() -> None:
    update = await grounded(lines=(SubjectLine(text="how 31 mills hear wear", angle="proof", fact="f2"), *LINES[1:]))
    assert update["subject_lines"][0].fact == "f1"
