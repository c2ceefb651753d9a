"""Subject lines are whole noun phrases and short clauses, each behind a door of its own."""

from typing import Any

import pytest

from core.llm.offline.changes import change_of, shown
from core.llm.offline.compose import compose
from core.llm.offline.figures import tile_head, work_done
from core.llm.offline.languages import language_of
from core.llm.offline.subject_forms import short_clauses


def _company(*facts: tuple[str, str], sells: str) -> dict[str, Any]:
    rows = [{"id": f"f{at}", "kind": kind, "text": text, "weight": 0.8} for at, (kind, text) in enumerate(facts, 1)]
    return {
        "company": {"name": "Norvane", "sells": sells, "language": "en", "facts": rows},
        "brief": {"language": "en"},
    }


def _lines(data: dict[str, Any]) -> dict[str, str]:
    return {line["angle"]: line["text"] for line in compose("SubjectLineDrafts", data)["subject_lines"]}


def test_each_door_has_its_own_line_and_none_is_the_sellers_name() -> None:
    lines = _lines(
        _company(
            ("problem", "The plan says ninety minutes, and the line stands still for three hours."),
            ("guarantee", "Quotes come back within two working days."),
            ("proof", "At Penhallow Valve, debtor days went from 58 to 39 in five months."),
            sells="We repair gearboxes of paper mills",
        )
    )
    assert lines["outcome"] in ("quotes back within two working days", "debtor days: 58 to 39")
    assert lines["proof"].startswith(("how Penhallow Valve", "what Penhallow Valve"))
    assert not any("Norvane" in line for line in lines.values())


def test_a_scene_gives_its_short_clauses_and_no_torn_ones() -> None:
    german = language_of("de")
    told = "Das Kataster liegt in Excel, die Datenblätter im Ordner, und der Prüfer kommt am Donnerstag."
    assert list(short_clauses(told, german)) == ["das Kataster liegt in Excel", "der Prüfer kommt am Donnerstag"]
    assert not list(short_clauses("Jedes Teil muss gerichtet, nachgeschliffen oder verschrottet werden.", german))
    assert not list(short_clauses("Wenn die Telematik ausfällt, wartet das ganze Wartezimmer.", german))[1:]


@pytest.mark.parametrize(
    ("code", "text", "line"),
    [
        ("en", "Debtor days at Hebble & Dyke went from 58 to 39 in five months.", "debtor days: 58 to 39"),
        ("en", "At Lakebottom Coffee, ACOS went from 44% to 21%.", "ACOS: 44% to 21%"),
        ("de", "Bei Velmede sank der Allergenwechsel von 145 auf 80 Minuten.", "Allergenwechsel: 145 auf 80 Minuten"),
    ],
)
def test_a_change_is_shown_with_its_figures(code: str, text: str, line: str) -> None:
    change = change_of(text, code)
    assert change
    assert line in shown(change, code)
    assert change.lowered


def test_what_rises_is_not_said_to_have_been_lowered() -> None:
    change = change_of("At Pollard, completed diaries went from 41% to 97% of working days.", "en")
    assert change
    assert not change.lowered


def test_a_figure_is_taken_whole_or_not_at_all() -> None:
    assert next(iter(work_done("We repair 9,400 pallets a week and scrap one in fourteen.", "en"))) == (
        "9,400 pallets repaired a week"
    )
    assert tile_head("98.6% availability across all lifts in 2025") == "98.6% availability"
    assert tile_head("31% average drop in wasted ad spend") == "31% average drop in wasted ad spend"


def test_a_revision_keeps_the_lines_that_no_finding_names() -> None:
    data = _company(
        ("guarantee", "Quotes come back within two working days."),
        ("proof", "42 utilities in Ohio run on our meters."),
        ("problem", "The meter is read by hand, and a leak runs for a month."),
        sells="smart water meters for utilities",
    )
    first = _lines(data)
    finding = f"“{first['proof']}” says nothing"
    revision = {"attempt": 1, "previous": "\n".join(first.values()), "findings": [finding]}
    second = _lines({**data, "revision": revision})
    assert second["outcome"] == first["outcome"]
    assert second["proof"] != first["proof"]
