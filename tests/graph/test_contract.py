"""LangGraph drops a misspelt channel without a word; so every step is held against the state here."""

from typing import Any, get_args, get_origin, get_type_hints

import pytest

from core.llm.scripted import ScriptedModel
from graph.builder import build_graph, steps
from graph.services import Services
from graph.state import Output, State
from nodes.ask import Ask
from prompts.library import Prompts

MODEL = ScriptedModel({})
SERVICES = Services(MODEL, Prompts.load(), sites=None, judge=MODEL)  # type: ignore[arg-type]
STEPS = steps(SERVICES)
CHANNELS = get_type_hints(State)


def without_none(annotation: Any) -> Any:
    arms = [arm for arm in get_args(annotation) if arm is not type(None)]
    return arms[0] if type(None) in get_args(annotation) and len(arms) == 1 else annotation


@pytest.mark.parametrize("name", STEPS)
def test_every_channel_that_a_step_reads_exists_with_its_type(name: str) -> None:
    for channel, annotation in get_type_hints(STEPS[name].reads).items():
        if get_origin(annotation) is not None and "ClassVar" in str(annotation):
            continue
        assert channel in CHANNELS, f"{name} reads {channel}"
        assert without_none(annotation) == without_none(CHANNELS[channel]), f"{name} reads {channel}"


@pytest.mark.parametrize("name", STEPS)
def test_every_channel_that_a_step_writes_exists_with_its_type(name: str) -> None:
    for channel, annotation in get_type_hints(STEPS[name].writes).items():
        assert channel in CHANNELS, f"{name} writes {channel}"
        assert without_none(annotation) == without_none(CHANNELS[channel]), f"{name} writes {channel}"


def test_every_prompt_names_the_answer_that_its_step_asks_for() -> None:
    asked = {name: step.asks.__name__ for name, step in STEPS.items() if hasattr(step, "asks")}
    prompts = Prompts.load().by_name
    assert asked == {name: file.front.output for name, file in prompts.items() if file.front.output}
    assert all(isinstance(step.ask, Ask) for step in STEPS.values() if hasattr(step, "asks"))


def test_no_channel_is_there_that_nobody_declared() -> None:
    graph = build_graph(SERVICES)
    declared = set(State.__annotations__)
    added = {name for name in graph.channels if not name.startswith(("__", "branch:", "join:"))}
    assert added == declared


def test_studio_can_draw_the_forms() -> None:
    graph = build_graph(SERVICES)
    assert "website" in str(graph.get_input_jsonschema())
    assert set(get_type_hints(Output)) == set(graph.get_output_jsonschema()["properties"])
    context = graph.get_context_jsonschema()
    assert context
    assert set(context["properties"]) == {"campaign_id", "fresh", "tenant"}
