"""The README is tested: its diagram is the graph's, its settings are the settings."""

import re
from pathlib import Path

from core.llm.scripted import ScriptedModel
from core.settings import Settings
from graph.builder import build_graph
from graph.services import Services
from prompts.library import Prompts
from server.settings_reference import variables

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")


def test_the_diagram_shows_the_flow_of_the_graph() -> None:
    drawing = README.split("```mermaid\n")[1].split("```")[0]
    shown = {(a, kind, b) for a, kind, b in re.findall(r"(\w+) (-->|-\.->) (\w+)", drawing)}
    model = ScriptedModel({})
    services = Services(model, Prompts.load(), sites=None, judge=model)  # type: ignore[arg-type]
    # What the builder declares: LangGraph's own drawing adds an arrow from the last step to a deferred one.
    builder = build_graph(services).builder
    plain = {(source, "-->", target) for source, target in builder.edges}
    decided = {
        (source, "-.->", target)
        for source, branches in builder.branches.items()
        for branch in branches.values()
        for target in (branch.ends or {}).values()
    }
    built = {arrow for arrow in plain | decided if not {arrow[0], arrow[2]} & {"__start__", "__end__"}}
    assert shown == built


def test_every_setting_that_is_named_exists() -> None:
    known = {variable for name, field in Settings.model_fields.items() for variable in variables(name, field)}
    named = set(re.findall(r"\b(?:OVERTURE|OPENAI)_[A-Z_]+\b", README))
    assert named <= {*known, "OVERTURE_TEST_POSTGRES"}  # a setting of the tests


def test_every_room_of_the_house_is_named() -> None:
    for room in ("core", "experiments", "prompts", "nodes", "graph", "server", "evals", "docs/decisions"):
        assert f"`{room}/`" in README
