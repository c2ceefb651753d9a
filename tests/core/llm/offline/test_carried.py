"""An email in another language than the site's: names and figures travel, words do not."""

import re
from typing import Any

import pytest


@pytest.mark.parametrize(
    ("name", "language", "told"),
    [
        ("Northgate", "de", "42 Versorger arbeiten mit Northgate."),
        ("Osprey Payroll", "de", "Zu den Kunden von Osprey Payroll gehört Juniper Street Kitchens."),
        ("Praxisnetz Weser", "en", "Answers come within 15 minutes."),
        ("Brightwell Roofing", "fr", "Un technicien est sur place en 48 heures."),
    ],
)
def test_what_is_certain_is_told_anew(
    companies: dict[str, Any], steps: Any, name: str, language: str, told: str
) -> None:
    assert told in steps.outreach(companies[name], language=language)["body"]


def test_no_sentence_of_the_site_is_pasted(company: dict[str, Any], steps: Any) -> None:
    site = company["company"]
    for language in ("en", "de", "fr", "es", "it"):
        if language == site["language"]:
            continue
        for email in (steps.outreach(company, language=language), steps.follow_up(company, language=language)):
            for fact in site["facts"]:
                told = {word.lower() for word in re.findall(r"[^\W\d_]{4,}", fact["text"])}
                for cited in email["cited"]:
                    words = {word.lower() for word in re.findall(r"[^\W\d_]{4,}", cited["sentence"])}
                    names = {word.lower() for word in re.findall(r"[A-ZÀ-Þ][^\W\d_]{3,}", fact["text"] + site["name"])}
                    assert len((words & told) - names) <= 2


def test_a_language_that_is_none_of_the_five_is_written_to_in_english(companies: dict[str, Any], steps: Any) -> None:
    assert steps.outreach(companies["Northgate"], language="nl")["body"].startswith("Hi {{first_name}},")
