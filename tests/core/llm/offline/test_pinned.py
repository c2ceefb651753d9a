# ruff: noqa: E501 - the emails stand here as they are sent
"""The emails of the four companies of the craft's examples, word for word: a change here is a change of style."""

from typing import Any

import pytest

OUTREACH = {
    "Northgate": """Hi {{first_name}},

A leak is cheap in its first hour and expensive by the end of the month.

Northgate's meters report a leak within the hour. 42 utilities in Ohio run on Northgate and cut water loss by 18 percent in the first year.

We replace a failed meter within two working days.

Do you have a figure for water loss at {{company}}?

{{sender_name}}""",
    "Halden": """Hi {{first_name}},

Changing shops between prototype and pilot run usually means qualifying the part twice.

Halden runs prototype and series on the same five-axis machines, from one part to 500. We shipped 98.7 % of orders on time in 2025.

Quotes come back in 24 hours.

What is the usual wait for a quote at {{company}}?

{{sender_name}}""",
    "Tallyline": """Hi {{first_name}},

A month that closes in its second week gives the board old numbers.

Tallyline reconciles bank, card and payroll every night. Customers of Tallyline close in four days instead of eleven.

Should I send you half a page on close software?

{{sender_name}}""",
    "Praxisnetz Weser": """Guten Tag,

wenn die Telematik am Montagmorgen ausfällt, wartet das ganze Wartezimmer.

Wir von Praxisnetz Weser betreuen 180 Praxen in Niedersachsen zum Festpreis pro Arbeitsplatz, TI-Anschluss inklusive. Eine Antwort gibt es in 15 Minuten.

Wie lange warten Sie heute auf eine Antwort?

{{sender_name}}""",
}

FOLLOW_UP = {
    "Northgate": """Hi {{first_name}},

The meters fit existing service lines and need no new gateways.

Should I send you half a page on how Northgate does it?

{{sender_name}}""",
    "Halden": """Hi {{first_name}},

If a new supplier has to pass an audit at {{company}}: Halden is ISO 13485 certified.

Would a second option for five-axis machining be of use?

{{sender_name}}""",
    "Tallyline": """Hi {{first_name}},

If the budget decides at {{company}}: there is no implementation fee.

Would Tallyline be within your range on those terms?

{{sender_name}}""",
    "Praxisnetz Weser": """Guten Tag,

Updates spielen wir abends ein, wenn die Praxis geschlossen ist.

Würden Ihnen ein paar Zeilen zum Vorgehen von Praxisnetz Weser helfen?

{{sender_name}}""",
}

SUBJECTS = {
    "Northgate": ("water loss at {{company}}", "leaks reported within the hour", "42 utilities in Ohio"),
    "Halden": ("waiting for a quote", "quotes back in 24 hours", "ISO 13485 certified"),
    "Tallyline": ("the late month-end close", "close the books sooner", "no implementation fee"),
    "Praxisnetz Weser": ("Ausfälle am Montagmorgen", "Antwort in 15 Minuten", "180 Praxen in Niedersachsen"),
}


@pytest.mark.parametrize("name", OUTREACH)
def test_the_first_email_reads_so(companies: dict[str, Any], steps: Any, name: str) -> None:
    assert steps.outreach(companies[name])["body"] == OUTREACH[name]


@pytest.mark.parametrize("name", FOLLOW_UP)
def test_the_follow_up_reads_so(companies: dict[str, Any], steps: Any, name: str) -> None:
    assert steps.follow_up(companies[name])["body"] == FOLLOW_UP[name]


@pytest.mark.parametrize("name", SUBJECTS)
def test_the_subject_lines_read_so(companies: dict[str, Any], steps: Any, name: str) -> None:
    assert tuple(steps.subject_lines(companies[name]).values()) == SUBJECTS[name]
