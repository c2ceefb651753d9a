"""A dozen companies of different trades and five languages, and what a step's data looks like for them."""

import json
from functools import cache
from pathlib import Path
from typing import Any, Protocol

import pytest

from core.llm.offline.compose import compose

USUAL = ("first_name", "company", "sender_name")


class Steps(Protocol):
    """Writes what a run would write for a company."""

    def data(self, company: dict[str, Any], **brief: Any) -> dict[str, Any]: ...

    def outreach(self, company: dict[str, Any], **brief: Any) -> dict[str, Any]: ...

    def follow_up(self, company: dict[str, Any], **brief: Any) -> dict[str, Any]: ...

    def subject_lines(self, company: dict[str, Any], **brief: Any) -> dict[str, str]: ...

    def calibrated(self, company: dict[str, Any], **brief: Any) -> dict[str, Any]: ...


@cache
def _composed(shape: str, data: str) -> dict[str, Any]:
    """Compose once what many tests look at."""
    return compose(shape, json.loads(data))


class _Steps:
    """Composes each step from the data that the prompts would carry."""

    def data(self, company: dict[str, Any], **brief: Any) -> dict[str, Any]:
        persona = {**company["persona"], **brief.pop("persona", {})}
        more = {name: brief.pop(name) for name in ("revision", "given") if name in brief}
        told = {"language": company["company"]["language"], "goal": None, "tone": None, "placeholders": USUAL, **brief}
        return {"company": company["company"], "brief": told, "icp": {"personas": [persona]}, **more}

    def outreach(self, company: dict[str, Any], **brief: Any) -> dict[str, Any]:
        return _composed("OutreachDraft", json.dumps(self.data(company, **brief)))

    def follow_up(self, company: dict[str, Any], **brief: Any) -> dict[str, Any]:
        first = self.outreach(company, **{k: v for k, v in brief.items() if k != "revision"})
        return _composed("FollowUpDraft", json.dumps({**self.data(company, **brief), "outreach": first}))

    def subject_lines(self, company: dict[str, Any], **brief: Any) -> dict[str, str]:
        lines = compose("SubjectLineDrafts", self.data(company, **brief))["subject_lines"]
        return {line["angle"]: line["text"] for line in lines}

    def calibrated(self, company: dict[str, Any], **brief: Any) -> dict[str, Any]:
        drafts = {"outreach": self.outreach(company, **brief), "follow_up": self.follow_up(company, **brief)}
        return compose("CalibratedDrafts", {**self.data(company, **brief), **drafts})


@pytest.fixture(scope="session")
def steps() -> Steps:
    return _Steps()


@pytest.fixture(scope="session")
def companies() -> dict[str, dict[str, Any]]:
    """Every company of the file by its name, with the persona it writes to."""
    rows = json.loads((Path(__file__).parent / "companies.json").read_text("utf-8"))
    return {row["company"]["name"]: row for row in rows}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that asks for `company` once per company."""
    if "company" in metafunc.fixturenames:
        rows = json.loads((Path(__file__).parent / "companies.json").read_text("utf-8"))
        metafunc.parametrize("company", rows, ids=[row["company"]["name"] for row in rows])
