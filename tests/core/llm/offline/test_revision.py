"""A revision is another candidate, never the same text again."""

from typing import Any


def _revised(steps: Any, company: dict[str, Any], part: str, previous: str, attempt: int) -> Any:
    revision = {"attempt": attempt, "previous": previous, "findings": ["say it otherwise"]}
    return getattr(steps, part)(company, revision=revision)


def test_a_revised_first_email_says_something_else(company: dict[str, Any], steps: Any) -> None:
    first = steps.outreach(company)["body"]
    second = _revised(steps, company, "outreach", first, 1)["body"]
    assert second != first
    third = _revised(steps, company, "outreach", second, 2)["body"]
    assert third != second


def test_a_revised_follow_up_says_something_else(company: dict[str, Any], steps: Any) -> None:
    if len(company["company"]["facts"]) < 4:
        return  # nothing else to say
    first = steps.follow_up(company)["body"]
    assert _revised(steps, company, "follow_up", first, 1)["body"] != first


def test_revised_subject_lines_leave_the_old_ones(companies: dict[str, Any], steps: Any) -> None:
    halden = companies["Halden"]
    old = steps.subject_lines(halden)
    new = _revised(steps, halden, "subject_lines", "\n".join(old.values()), 1)
    assert not set(old.values()) & set(new.values())
