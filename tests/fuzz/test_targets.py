"""Every kept input passes, and a few seconds of coverage-guided search find nothing new."""

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from tests.fuzz.targets import TARGETS, inputs

ROOT = Path(__file__).parents[2]
SECONDS = 3


@pytest.mark.parametrize("target", TARGETS)
def test_kept_inputs_pass(target: str) -> None:
    module = import_module(f"tests.fuzz.{target}")
    for kept in inputs(target):
        module.one(kept.read_bytes())


@pytest.mark.skipif(sys.platform != "linux", reason="atheris has wheels for Linux only")
@pytest.mark.parametrize("target", TARGETS)
def test_a_search_finds_nothing(target: str, tmp_path: Path) -> None:
    search = subprocess.run(
        [sys.executable, "-m", "tests.fuzz", target, "--seconds", str(SECONDS), "--crashes", f"{tmp_path}/"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    found = {kept.name: kept.read_bytes() for kept in tmp_path.iterdir()}
    assert (search.returncode, found) == (0, {}), search.stderr[-3000:]
    assert "Done" in search.stderr
