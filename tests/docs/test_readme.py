"""The README is tested: its diagram is the graph's, its settings are the settings."""

import re
from pathlib import Path

from core.llm.scripted import ScriptedModel
from core.settings import Settings
from graph.builder import Services, build_graph
from prompts.library import Prompts

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")


def test_the_diagram_shows_the_flow_of_the_graph() -> None:
    drawing = README.split("```mermaid\n")[1].split("```")[0]
    shown = {(a, kind, b) for a, kind, b in re.findall(r"(\w+) (-->|-\.->) (\w+)", drawing)}
    services = Services(ScriptedModel({}), Prompts.load(), sites=None)  # type: ignore[arg-type]
    edges = build_graph(services).get_graph().edges
    built = {
        (edge.source, "-.->" if edge.conditional else "-->", edge.target)
        for edge in edges
        if not {edge.source, edge.target} & {"__start__", "__end__"}
    }
    assert shown == built


def test_every_setting_is_documented() -> None:
    for name, field in Settings.model_fields.items():
        variable = str(field.validation_alias.choices[0]) if field.validation_alias else f"OVERTURE_{name.upper()}"  # type: ignore[union-attr]
        assert f"`{variable}`" in README, variable


def test_every_room_of_the_house_is_named() -> None:
    for room in ("core", "experiments", "prompts", "nodes", "graph", "server", "evals", "docs/decisions"):
        assert f"`{room}/`" in README
