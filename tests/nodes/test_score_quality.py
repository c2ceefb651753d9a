"""Failing parts are revised, the best round is kept, and the writing ends where it gains nothing."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from langgraph.runtime import Runtime

from core.company import Company, Fact
from core.context import Context
from core.grounding.ground import ground
from core.icp import Icp, Persona
from core.pack import BothTexts, Email, Judgement, Opinion, Quality, SubjectLine, Tone
from core.request import CampaignRequest
from nodes.quality.spam import SpamAssassin
from nodes.quality.thresholds import Thresholds
from nodes.score_quality import ScoreQuality, ScoreQualityInput, ScoreQualityUpdate, Scoring

pytestmark = pytest.mark.anyio

QUOTES = {
    "mechanism": "Each sensor listens to a bearing every ten minutes and reports wear three weeks early.",
    "proof": "31 mills in Wisconsin and Maine run on Corvane sensors.",
    "price": "The sensors clamp on with a magnet: no drilling, no shutdown.",
}
COMPANY = Company(
    name="Corvane",
    sells="vibration sensors for paper mills",
    facts=tuple(
        Fact.model_validate(
            {"id": f"f{n}", "kind": kind, "text": text, "quote": text, "page": "https://corvane.example/"}
        )
        for n, (kind, text) in enumerate(QUOTES.items())
    ),
)
ICP = Icp(industries=("paper mills",), personas=(Persona(title="Maintenance manager"),))
GOOD_LINES = ("Saturday stops at {{company}}", "wear, three weeks early", "how 31 mills hear wear")
BAD_LINES = ("RE: quick question!!", *GOOD_LINES[1:])
GOOD = """Hi {{first_name}},

A bearing rarely fails on a Tuesday at ten. It fails on the weekend, and the whole line waits for it.

Corvane's sensors listen to each bearing every ten minutes and report wear three weeks early. 31 mills in Wisconsin \
and Maine run on them.

Would one machine at {{company}} be worth listening to?

{{sender_name}}"""
WEAK = GOOD.replace("Would one", "Is it urgent? Who decides? Would one")
WEAKER = WEAK.replace("A bearing", "I hope this email finds you well. A bearing").replace("Hi {{first_name}},\n\n", "")
FOLLOW_UP = """Hi {{first_name}},

If drilling holes into a running machine is what keeps sensors out at {{company}}: ours clamp on with a magnet.

Should I send photos of a mounted one?

{{sender_name}}"""


def state(
    outreach: str = GOOD, lines: tuple[str, ...] = GOOD_LINES, after: ScoreQualityUpdate | None = None, **request: Any
) -> ScoreQualityInput:
    asked = CampaignRequest(website="https://corvane.example/", **request)
    emails = {"outreach": Email(body=outreach), "follow_up": Email(body=FOLLOW_UP, send_after_days=4)}
    claims = [ground(emails[part], part, COMPANY, asked, ICP).claims for part in ("outreach", "follow_up")]  # type: ignore[index, arg-type]
    angles = ("problem", "outcome", "proof")
    texts = BothTexts(outreach=outreach, follow_up=FOLLOW_UP)
    return ScoreQualityInput.model_validate(
        {
            "request": asked,
            "company": COMPANY,
            "icp": ICP,
            "subject_lines": tuple(
                SubjectLine.model_validate({"text": text, "angle": angle})
                for text, angle in zip(lines, angles, strict=True)
            ),
            **emails,
            "tone": Tone(target="plain", before=texts, after=texts),
            "claims": (*claims[0], *claims[1]),
            "best": after["best"] if after else None,
            "revision": after["revision"] if after else None,
        }
    )


async def scored(*args: Any, scoring: Scoring | None = None, **more: Any) -> ScoreQualityUpdate:
    return await ScoreQuality(scoring or Scoring())(state(*args, **more), Runtime(context=Context()))


async def test_a_good_round_ends_the_writing() -> None:
    update = await scored()
    assert update["revision"] is None
    assert update["quality"].passed
    assert update["quality"].rounds == (update["quality"].score,)


async def test_each_subject_line_carries_its_own_score() -> None:
    update = await scored(lines=BAD_LINES)
    assert [line.score for line in update["subject_lines"]] == list(update["quality"].subject_scores)
    assert update["quality"].subject_scores[0] <= 40 < 75 <= min(update["quality"].subject_scores[1:])


async def test_only_the_failing_parts_are_written_anew_and_told_why() -> None:
    revision = (await scored(WEAK))["revision"]
    assert revision
    assert revision.attempt == 1
    assert revision.parts == ("outreach",)
    assert revision.outreach
    assert revision.outreach.previous == WEAK
    assert revision.outreach.findings[0].startswith("3 questions; keep “")


async def test_subject_lines_are_handed_back_one_per_line() -> None:
    revision = (await scored(lines=BAD_LINES))["revision"]
    assert revision
    assert revision.subject_lines
    assert revision.subject_lines.previous.splitlines() == list(BAD_LINES)
    assert "pretends" in revision.subject_lines.findings[0]


async def test_a_better_round_replaces_the_one_before() -> None:
    first = await scored(WEAK)
    second = await scored(GOOD, after=first)
    assert second["outreach"].body == GOOD
    assert second["revision"] is None
    assert second["quality"].rounds == (first["quality"].score, second["quality"].score)


async def test_a_worse_round_ends_the_writing_and_the_best_texts_come_back() -> None:
    first = await scored(WEAK)
    second = await scored(WEAKER, after=first)
    assert second["revision"] is None
    assert second["outreach"].body == WEAK
    assert second["tone"].before.outreach == WEAK
    assert second["claims"] == first["claims"]
    assert second["quality"].outreach == first["quality"].outreach
    assert len(second["quality"].rounds) == 2
    assert second["best"].quality == second["quality"]


async def test_a_round_that_gained_nothing_ends_the_writing() -> None:
    first = await scored(WEAK)
    assert (await scored(WEAK, after=first))["revision"] is None


async def test_a_gain_in_the_mean_is_a_gain() -> None:
    first = await scored(WEAKER, lines=BAD_LINES)
    second = await scored(GOOD, lines=BAD_LINES, after=first)
    assert second["quality"].score == first["quality"].score
    assert second["outreach"].body == GOOD
    assert second["revision"]
    assert second["revision"].attempt == 2
    assert second["revision"].parts == ("subject_lines",)


@pytest.mark.parametrize("most", [0, 1])
async def test_there_are_no_more_revisions_than_asked_for(most: int) -> None:
    update = None
    for outreach in (WEAKER, WEAK)[: most + 1]:
        update = await scored(outreach, lines=BAD_LINES, after=update, max_revisions=most)
    assert update
    assert update["revision"] is None
    assert len(update["quality"].rounds) == most + 1


async def test_the_quality_asked_for_decides_what_fails() -> None:
    assert (await scored(WEAK, min_quality=60))["revision"] is None
    strict = (await scored(WEAK, min_quality=0))["quality"]
    assert strict.passed
    assert strict.outreach.score <= 65


async def test_a_former_runs_best_round_does_not_count() -> None:
    former = await scored()
    assert former["revision"] is None
    again = await scored(WEAK, after=former)
    assert again["outreach"].body == WEAK
    assert len(again["quality"].rounds) == 1


def opinions(score: int) -> Judgement:
    return Judgement(
        model="judge",
        opinions=tuple(
            Opinion(part="outreach", aspect=aspect, reason="any seller could send it", quote="A bearing", score=score)
            for aspect in ("relevance", "naturalness", "clarity", "angle")
        ),
    )


async def judged(outreach: str, score: int) -> Quality:
    said = state(outreach).model_copy(update={"judgement": opinions(score)})
    return (await ScoreQuality()(said, Runtime(context=Context())))["quality"]


async def test_a_judge_lowers_a_score_and_its_reason_is_the_revisions_instruction() -> None:
    said = state(GOOD).model_copy(update={"judgement": opinions(2)})
    update = await ScoreQuality()(said, Runtime(context=Context()))
    assert update["quality"].outreach.score == 65
    assert update["quality"].judgement == opinions(2)
    assert update["revision"]
    assert update["revision"].parts == ("outreach",)
    assert any("any seller could send it" in finding for finding in update["revision"].outreach.findings)  # type: ignore[union-attr]


@pytest.mark.parametrize("outreach", [GOOD, WEAK, WEAKER])
async def test_a_judge_that_likes_everything_raises_nothing(outreach: str) -> None:
    assert (await judged(outreach, 5)).outreach.score == (await scored(outreach))["quality"].outreach.score


async def test_a_setting_of_the_rubric_decides_what_passes() -> None:
    strict = Scoring(thresholds=Thresholds(outreach_words=(35, 40), outreach_words_half=(30, 45)))
    assert (await scored(GOOD))["quality"].outreach.passed
    assert not (await scored(GOOD, scoring=strict))["quality"].outreach.passed
    assert strict.version != Scoring().version


async def spam_filter(points: str) -> AsyncIterator[SpamAssassin]:
    """Run a filter that says the same of every message."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        report = f" {points} SUBJ_ALL_CAPS          Subject is all capitals\n".encode()
        head = b"SPAMD/1.1 0 EX_OK\r\nContent-length: %d\r\nSpam: True ; %s / 5.0\r\n\r\n"
        writer.write(head % (len(report), points.encode()) + report)
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(answer, "127.0.0.1", 0) as server:
        yield SpamAssassin("127.0.0.1", server.sockets[0].getsockname()[1])


async def test_a_spam_filter_closes_the_gate_on_both_emails() -> None:
    async for spam in spam_filter("2.0"):
        quality = (await scored(GOOD, scoring=Scoring(spam=spam)))["quality"]
        assert (quality.outreach.score, quality.follow_up.score) == (40, 40)
        assert "SUBJ_ALL_CAPS" in quality.outreach.findings[0].detail


async def test_a_spam_filter_that_is_not_there_is_a_warning() -> None:
    update = await scored(GOOD, scoring=Scoring(spam=SpamAssassin("127.0.0.1", 1)))
    assert update["quality"].passed
    assert "SpamAssassin at 127.0.0.1:1" in update["warnings"][0]
