"""What is needed to deploy names only what exists."""

import re
import tomllib
from pathlib import Path

import yaml

from core.settings import Settings
from server.cli import main
from server.settings_reference import variables

ROOT = Path(__file__).parents[2]
COMPOSE = yaml.safe_load((ROOT / "deploy" / "compose.yaml").read_text("utf-8"))
KNOWN = {variable for name, field in Settings.model_fields.items() for variable in variables(name, field)}


def pins(name: str) -> dict[str, str]:
    lines = (ROOT / name).read_text("utf-8").splitlines()
    return {line.split("==")[0] + line.partition(";")[2]: line for line in lines if re.match(r"[a-z0-9].*==", line)}


def test_the_image_holds_every_package_and_no_other_version_of_what_is_tested() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    packages = project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    dockerfile = (ROOT / "Dockerfile").read_text("utf-8")
    assert [name for name in packages if f"COPY {name} {name}" not in dockerfile] == []
    assert pins("requirements.service.lock").items() <= pins("requirements.lock").items()


def test_the_image_leaves_out_what_is_for_development_only() -> None:
    names = {line.split("==")[0] for line in pins("requirements.service.lock").values()}
    assert names.isdisjoint({"pytest", "mypy", "langgraph-api", "langgraph-runtime-inmem", "schemathesis"})


def test_compose_sets_settings_that_exist_and_starts_commands_that_exist() -> None:
    for name in ("api", "worker"):
        service = COMPOSE["services"][name]
        assert {key for key in service["environment"] if key.startswith(("OVERTURE_", "OPENAI_"))} <= KNOWN
        assert service.get("command", ["serve"])[0] in main.commands
    assert COMPOSE["services"]["api"]["environment"]["OVERTURE_AUTH"] == "keys"


def test_containers_have_longer_to_stop_than_the_service_takes() -> None:
    service = COMPOSE["services"]["worker"]
    assert int(service["stop_grace_period"].rstrip("s")) > float(service["environment"]["OVERTURE_GRACE_SECONDS"]) + 5


def test_the_proxy_holds_no_event_back() -> None:
    said = (ROOT / "deploy" / "nginx.conf").read_text("utf-8")
    assert "proxy_buffering off;" in said
    assert "gzip off;" in said


def test_what_the_guide_tells_to_type_exists() -> None:
    guide = (ROOT / "docs" / "deploying.md").read_text("utf-8")
    assert set(re.findall(r"^(?:OVERTURE_\w+=\w+ )?overture (\w+)", guide, re.MULTILINE)) <= set(main.commands)
    assert set(re.findall(r"OVERTURE_[A-Z_]+", guide)) <= KNOWN
