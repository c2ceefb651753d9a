"""After this step every sentence about the seller has its page and quote."""

import pytest
from langgraph.runtime import Runtime

from core.company import Company, Fact
from core.context import Context
from core.icp import Icp, Persona
from core.pack import CitedSentence, Email, SubjectLine
from core.request import CampaignRequest
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


async def grounded(*, lines: tuple[SubjectLine, ...] = LINES) -> GroundClaimsUpdate:
    state = GroundClaimsInput(
        request=CampaignRequest(website="https://corvane.example/"),
        company=COMPANY,
        icp=Icp(industries=("paper mills",), personas=(Persona(title="Maintenance manager"),)),
        subject_lines=lines,
        outreach=OUTREACH,
        follow_up=FOLLOW_UP,
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
    assert update["warnings"] == ("Taken out of the follow-up: “They pay back in 4 months.” (not on the site: 4).",)


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
    assert text in update["warnings"][0]


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
