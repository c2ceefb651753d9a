"""The counters end the same whatever order events come in and however often, and each recipient counts once."""

from collections import defaultdict
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from experiments.event import Event
from experiments.tally import NOTHING, Cohort, Counts, assigned, changes, recorded

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
WINDOW = 7
READER = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.4 Safari/605.1.15"

Told = tuple[str, float, dict[str, Any]]
"""Type, hours after the start, and further fields."""


def counters(events: list[Event]) -> dict[Cohort, Counts]:
    """Return the counters that are not zero after one recipient's events."""
    tally: defaultdict[Cohort, Counts] = defaultdict(Counts)
    step = assigned("A", 0)
    for cohort, counts in step.deltas:
        tally[cohort] += counts
    for event in events:
        step = recorded(step.fate, event, WINDOW)
        for cohort, counts in step.deltas:
            tally[cohort] += counts
    return {cohort: counts for cohort, counts in tally.items() if counts != NOTHING}


def events(*told: Told) -> list[Event]:
    return [
        Event.model_validate(
            {
                "id": str(number),
                "recipient": "r1",
                "type": kind,
                "at": START + timedelta(hours=hours),
                "user_agent": READER,
                **more,
            }
        )
        for number, (kind, hours, more) in enumerate(told)
    ]


def counted(*told: Told) -> dict[str, int]:
    """Return what is counted once or more, of all cohorts together."""
    (counts,) = counters(events(*told)).values()
    return {name: number for name, number in counts.model_dump().items() if number}


AUTO = {"headers": {"Auto-Submitted": "auto-replied"}}


@pytest.mark.parametrize(
    ("told", "more"),
    [
        ([], {}),
        ([("delivered", 0.1, {})], {"delivered": 1}),
        ([("opened", 1, {}), ("opened", 2, {})], {"delivered": 1, "opened": 1}),
        ([("opened", 1, {"user_agent": "Mozilla/5.0"})], {"delivered": 1, "opened_by_machine": 1}),
        ([("opened", 1, {"machine": True}), ("opened", 2, {})], {"delivered": 1, "opened": 1}),
        ([("clicked", 1, {"link": "/a"})], {"delivered": 1, "clicked": 1}),
        ([("clicked", 0.0001, {"link": "/a"})], {"delivered": 1, "clicked_by_machine": 1}),
        ([("replied", 30, {})], {"delivered": 1, "replied": 1}),
        ([("replied", 30, {}), ("replied", 40, {})], {"delivered": 1, "replied": 1}),
        ([("replied", 30, {"sentiment": "positive"})], {"delivered": 1, "replied": 1, "replied_positively": 1}),
        ([("replied", 24 * 7, {})], {"delivered": 1, "replied": 1}),
        ([("replied", 24 * 7 + 0.1, {})], {"delivered": 1, "replied_late": 1}),
        ([("replied", 30, AUTO)], {"delivered": 1, "auto_replied": 1}),
        ([("replied", 30, AUTO), ("replied", 40, {})], {"delivered": 1, "auto_replied": 1, "replied": 1}),
        ([("auto_replied", 1, {})], {"delivered": 1, "auto_replied": 1}),
        ([("bounced", 1, {"bounce": "hard"})], {"bounced_hard": 1}),
        ([("bounced", 1, {})], {"bounced_hard": 1}),
        ([("delivered", 0.1, {}), ("bounced", 1, {"bounce": "hard"})], {"bounced_hard": 1}),
        ([("bounced", 1, {"bounce": "soft"})], {"bounced_soft": 1}),
        ([("bounced", 1, {"bounce": "soft"}), ("delivered", 2, {})], {"delivered": 1}),
        ([("bounced", 1, {"bounce": "hard"}), ("replied", 2, {})], {"delivered": 1, "replied": 1}),
        ([("complained", 1, {})], {"delivered": 1, "complained": 1}),
        ([("unsubscribed", 1, {"method": "POST"})], {"unsubscribed": 1}),
        ([("unsubscribed", 1, {"method": "GET"})], {}),
        ([("sent", 96, {})], {}),
    ],
)
def test_a_recipient_counts_once_for_what_happened(told: list[Told], more: dict[str, int]) -> None:
    assert counted(("sent", 0, {}), *told) == {"assigned": 1, "sent": 1, **more}


def test_three_links_within_two_seconds_are_a_scanners() -> None:
    burst: list[Told] = [("clicked", 5 + second / 3600, {"link": f"/{second}"}) for second in range(3)]
    assert counted(("sent", 0, {}), *burst) == {"assigned": 1, "sent": 1, "delivered": 1, "clicked_by_machine": 1}


def test_a_click_after_a_scanners_burst_is_a_persons() -> None:
    burst: list[Told] = [("clicked", 5 + second / 3600, {"link": f"/{second}"}) for second in range(3)]
    assert counted(("sent", 0, {}), *burst, ("clicked", 9, {"link": "/0"}))["clicked"] == 1


def test_whatever_happened_to_an_email_shows_that_it_was_sent() -> None:
    assert counted(("replied", 2, {})) == {"assigned": 1, "sent": 1, "delivered": 1, "replied": 1}


def test_a_sending_told_late_moves_the_recipient_to_its_day() -> None:
    told = counters(events(("replied", 30, {}), ("sent", 0, {})))
    assert set(told) == {Cohort("A", 0, START.date())}


def test_an_unsubscription_is_final_and_stops_the_follow_up() -> None:
    fate = assigned("A", 0).fate
    for event in events(("unsubscribed", 1, {}), ("sent", 2, {}), ("delivered", 3, {}), ("replied", 4, {})):
        fate = fate.after(event)
    assert fate.suppressed == "unsubscribed"
    assert fate.wants_no_follow_up


@pytest.mark.parametrize(
    ("told", "suppressed", "no_follow_up"),
    [
        (("delivered", 1, {}), None, False),
        (("replied", 1, {}), None, True),
        (("auto_replied", 1, {}), None, False),
        (("complained", 1, {}), "complained", True),
        (("bounced", 1, {"bounce": "hard"}), "bounced", True),
        (("bounced", 1, {"bounce": "soft"}), None, False),
    ],
)
def test_who_may_still_be_written_to(told: Told, suppressed: str | None, no_follow_up: bool) -> None:
    (event,) = events(told)
    fate = assigned("A", 0).fate.after(event)
    assert (fate.suppressed, fate.wants_no_follow_up) == (suppressed, no_follow_up)


def test_an_event_told_again_changes_nothing() -> None:
    (event,) = events(("replied", 2, {}))
    fate = recorded(assigned("A", 0).fate, event, WINDOW).fate
    assert recorded(fate, event, WINDOW) == (fate, ())


def test_links_and_addresses_are_not_kept() -> None:
    (event,) = events(("clicked", 2, {"link": "https://example.com/?for=ann@example.com"}))
    assert "ann" not in assigned("A", 0).fate.after(event).model_dump_json()


ANY_EVENT: st.SearchStrategy[dict[str, Any]] = st.builds(
    dict,
    type=st.sampled_from(
        ("sent", "delivered", "opened", "clicked", "replied", "bounced", "complained", "unsubscribed", "auto_replied")
    ),
    at=st.one_of(
        st.integers(0, 12 * 24 * 60).map(lambda minutes: START + timedelta(minutes=minutes)),
        st.integers(0, 8).map(lambda seconds: START + timedelta(seconds=seconds)),
    ),
    sentiment=st.sampled_from((None, "positive", "negative")),
    bounce=st.sampled_from((None, "hard", "soft")),
    machine=st.sampled_from((None, True, False)),
    method=st.sampled_from(("", "GET", "POST")),
    link=st.sampled_from(("/a", "/b", "/c", "/d")),
    user_agent=st.sampled_from((READER, "Mozilla/5.0", "")),
)


@settings(deadline=None)
@given(st.data())
def test_neither_order_nor_repetition_changes_the_counters(data: st.DataObject) -> None:
    drawn = data.draw(st.lists(ANY_EVENT, max_size=40))
    told = [
        Event.model_validate({"id": str(number), "recipient": "r", **fields}) for number, fields in enumerate(drawn)
    ]
    again = data.draw(st.lists(st.sampled_from(told), max_size=10)) if told else []
    assert counters(data.draw(st.permutations(told + again))) == counters(told)


@settings(deadline=None)
@given(st.lists(ANY_EVENT, max_size=20))
def test_the_counters_are_what_the_last_fate_counts_for(drawn: list[dict[str, Any]]) -> None:
    fate = assigned("B", 1).fate
    for number, fields in enumerate(drawn):
        fate = fate.after(Event.model_validate({"id": str(number), "recipient": "r", **fields}))
    assert changes(fate, fate, WINDOW) == ()
