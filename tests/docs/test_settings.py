"""The settings' reference is the code's."""

from pathlib import Path

from click.testing import CliRunner

from core.settings import Settings
from server.cli import main
from server.settings_reference import GROUPS, settings_reference, variables

PAGE = Path(__file__).parents[2] / "docs" / "settings.md"


def test_the_page_is_what_the_code_says() -> None:
    assert PAGE.read_text("utf-8") == settings_reference(), "overture settings > docs/settings.md"


def test_every_setting_stands_there_with_a_meaning() -> None:
    for name, field in Settings.model_fields.items():
        assert f"| `{variables(name, field)[0]}`" in settings_reference(), name
        assert len((field.description or "").split()) > 3, name


def test_no_group_names_a_setting_that_is_gone() -> None:
    assert {name for names in GROUPS.values() for name in names} <= set(Settings.model_fields)


def test_the_command_prints_the_page() -> None:
    assert CliRunner().invoke(main, ["settings"]).output == settings_reference()
