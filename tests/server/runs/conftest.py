"""Runs are the same on both databases."""

from pathlib import Path

import pytest

from core.settings import Settings


@pytest.fixture
def settings(tmp_path: Path, database_address: str) -> Settings:
    return Settings(data_dir=tmp_path / "data", database=database_address, run_seconds=5, max_runs=3)
