"""Campaigns that write one part of another anew."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Apply."""
    op.add_column("campaigns", sa.Column("regenerated_from", sa.String(length=80), nullable=True))
    op.add_column("campaigns", sa.Column("regenerate", sa.Text(), nullable=True))


def downgrade() -> None:
    """Undo."""
    op.drop_column("campaigns", "regenerate")
    op.drop_column("campaigns", "regenerated_from")
