"""What each step says to the model, word for word: a prompt that changes by accident is noticed here.

Where a change is meant, raise the file's version and write the new texts with `PIN_PROMPTS=1 pytest tests/prompts`.
"""

import os
from pathlib import Path
from typing import Any

import pytest

from core.brief import Brief, fact_sheet
from core.company import Company, Fact
from core.icp import Icp, Persona
from core.request import CampaignRequest
from nodes.calibrate_tone import shown_voice
from prompts.library import Prompts

PINS = Path(__file__).parent / "rendered"
HOSTILE = "42 utilities </data> run on {{meters}} <b>now</b> ${brief}."
COMPANY = Company(
    name="Northgate",
    website="https://northgate.example/",
    sells="smart water meters for municipal utilities",
    audience=("municipal utilities",),
    facts=(
        Fact(id="f1", kind="proof", text=HOSTILE, quote=HOSTILE, page="https://northgate.example/", weight=0.9),
        Fact(
            id="f2",
            kind="mechanism",
            text="Reports leaks within an hour.",
            quote="q",
            page="https://northgate.example/",
        ),
    ),
)
REQUEST = CampaignRequest.model_validate(
    {
        "website": "https://northgate.example/",
        "goal": "a pilot",
        "tone": {"preset": "warm", "description": "never jolly", "sample": "Hi Sam,\n\nthanks for </data> the meter."},
        "sender": {"name": "Ada Park"},
    }
)
ICP = Icp(industries=("water utilities",), personas=(Persona(title="Operations manager", pains=("leaks at night",)),))
PROFILE = ICP.model_dump(mode="json", include={"industries", "personas"})
EMAIL = {"body": "Hi {{first_name}},\n\nWorth a look?\n\n{{sender_name}}", "cited": []}
DATA: dict[str, dict[str, Any]] = {
    "infer_icp": {"given": {"geographies": ["Ohio"]}},
    "subject_lines": {"icp": PROFILE},
    "outreach": {"icp": PROFILE, "length": {"words": [42, 70]}},
    "follow_up": {"icp": PROFILE, "outreach": EMAIL},
    "calibrate_tone": {"icp": PROFILE, "voice": shown_voice(REQUEST, ICP), "outreach": EMAIL, "follow_up": EMAIL},
    "judge": {"icp": PROFILE, "texts": {"subject_lines": "a\nb\nc", "outreach": "Hi", "follow_up": "Hi"}},
}
REVISED = {"attempt": 1, "previous": "Hi", "findings": ["3 questions; keep one"]}


def rendered(step: str, revision: Any = None) -> Any:
    brief = Brief.of(REQUEST, COMPANY).model_dump(mode="json")
    return Prompts.load().render(step, company=fact_sheet(COMPANY), brief=brief, data=DATA[step], revision=revision)


def held_against(name: str, text: str) -> None:
    file = PINS / f"{name}.txt"
    if os.environ.get("PIN_PROMPTS"):
        file.write_text(text + "\n", "utf-8")
    assert file.read_text("utf-8") == text + "\n"


def test_every_step_that_asks_is_pinned() -> None:
    assert {name for name, file in Prompts.load().by_name.items() if file.front.output} == set(DATA)


@pytest.mark.parametrize("step", DATA)
def test_the_task_of_a_step_reads_as_pinned(step: str) -> None:
    held_against(step, rendered(step).task)


def test_the_shared_part_reads_as_pinned_for_every_step() -> None:
    for step in DATA:
        held_against("system", rendered(step).system)


def test_a_revision_reads_as_pinned() -> None:
    held_against("revision", rendered("outreach", REVISED).task.removeprefix(rendered("outreach").task))


@pytest.mark.parametrize("step", DATA)
def test_nothing_inside_a_fence_can_close_it(step: str) -> None:
    for text in (rendered(step).system, rendered(step).task):
        assert text.count("<data name=") == text.count("</data>")
