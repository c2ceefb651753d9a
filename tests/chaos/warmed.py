"""Imported by the fork server alone: whatever is loaded here, the processes it makes need not load."""

from alembic import command  # noqa: F401
from langgraph.checkpoint.postgres.aio import AsyncPostgresSaver  # noqa: F401

from graph.warm import warm_up
from tests.chaos import victim  # noqa: F401

warm_up()
