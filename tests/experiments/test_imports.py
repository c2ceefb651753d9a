"""Whoever only stores experiments does not wait for the statistics to load."""

import subprocess
import sys

import pytest

HEAVY = ("scipy", "statsmodels", "numpy", "growthbook", "cryptography")


@pytest.mark.parametrize(
    "module",
    ["experiment", "event", "fate", "lifecycle", "planning", "problems", "recipient", "strata", "tally", "variant"],
)
def test_values_and_states_load_without_the_statistics(module: str) -> None:
    program = f"import sys, experiments.{module}; print([name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
