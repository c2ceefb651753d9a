"""The goal of the request shapes the question; a conversation is never asked for as a call."""

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("name", "goal", "question"),
    [
        ("Northgate", "a trial of the leak report", "a trial of the leak report"),
        ("Halden", "try the online quoting form", "to try the online quoting form?"),
        ("Northgate", "book a 30-minute demo call", "Is that worth a conversation for {{company}}?"),
        ("Praxisnetz Weser", "ein Probemonat", "ein Probemonat"),
        ("Atelier Morvan", "une visite de vos fours", "Une visite de vos fours vous intéresserait-il"),
        ("Frío Levante", "una visita a sus cámaras", "una visita a sus cámaras?"),
    ],
)
def test_the_question_leads_to_the_goal(
    companies: dict[str, Any], steps: Any, name: str, goal: str, question: str
) -> None:
    assert question in steps.outreach(companies[name], goal=goal)["body"]


def test_a_goal_in_another_language_is_left_out(companies: dict[str, Any], steps: Any) -> None:
    email = steps.outreach(companies["Rüttgers Reinraum"], goal="a trial of the cleanroom for their team")
    assert "trial" not in email["body"]


def test_without_placeholders_the_reader_is_addressed_plainly(companies: dict[str, Any], steps: Any) -> None:
    bare = {"placeholders": ("sender_name",)}
    assert steps.outreach(companies["Northgate"], **bare)["body"].startswith("Hi,\n\n")
    assert "{{company}}" not in steps.outreach(companies["Faltwerk"], **bare)["body"]
    assert "{{company}}" not in "".join(steps.subject_lines(companies["Faltwerk"], **bare).values())


def test_a_german_greeting_names_both_names_or_none(companies: dict[str, Any], steps: Any) -> None:
    weser = companies["Praxisnetz Weser"]
    both = steps.outreach(weser, placeholders=("first_name", "last_name", "sender_name"))["body"]
    assert both.startswith("Guten Tag {{first_name}} {{last_name}},\n\nwenn")
    assert steps.outreach(weser)["body"].startswith("Guten Tag,\n\nwenn")
    named = steps.outreach(weser, placeholders=("anrede_name", "sender_name"))["body"]
    assert named.startswith("Guten Tag {{anrede_name}},")
