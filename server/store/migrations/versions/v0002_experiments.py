"""Experiments: their assignments, events and counters, tokens of webhooks, and the installation's secrets."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "assignments",
        sa.Column("tenant", sa.String(length=80), nullable=False),
        sa.Column("experiment", sa.String(length=80), nullable=False),
        sa.Column("recipient_key", sa.String(length=64), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=True),
        sa.Column("variant", sa.String(length=40), nullable=False),
        sa.Column("phase", sa.Integer(), nullable=False),
        sa.Column("assigned_at", sa.Double(), nullable=False),
        sa.Column("fate", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("tenant", "experiment", "recipient_key", name=op.f("pk_assignments")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "experiment_counters",
        sa.Column("tenant", sa.String(length=80), nullable=False),
        sa.Column("experiment", sa.String(length=80), nullable=False),
        sa.Column("variant", sa.String(length=40), nullable=False),
        sa.Column("phase", sa.Integer(), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("assigned", sa.BigInteger(), nullable=False),
        sa.Column("sent", sa.BigInteger(), nullable=False),
        sa.Column("delivered", sa.BigInteger(), nullable=False),
        sa.Column("opened", sa.BigInteger(), nullable=False),
        sa.Column("opened_by_machine", sa.BigInteger(), nullable=False),
        sa.Column("clicked", sa.BigInteger(), nullable=False),
        sa.Column("clicked_by_machine", sa.BigInteger(), nullable=False),
        sa.Column("replied", sa.BigInteger(), nullable=False),
        sa.Column("replied_positively", sa.BigInteger(), nullable=False),
        sa.Column("replied_late", sa.BigInteger(), nullable=False),
        sa.Column("auto_replied", sa.BigInteger(), nullable=False),
        sa.Column("bounced_hard", sa.BigInteger(), nullable=False),
        sa.Column("bounced_soft", sa.BigInteger(), nullable=False),
        sa.Column("complained", sa.BigInteger(), nullable=False),
        sa.Column("unsubscribed", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("tenant", "experiment", "variant", "phase", "day", name=op.f("pk_experiment_counters")),
    )
    op.create_table(
        "experiment_events",
        sa.Column("tenant", sa.String(length=80), nullable=False),
        sa.Column("experiment", sa.String(length=80), nullable=False),
        sa.Column("id", sa.String(length=400), nullable=False),
        sa.Column("recipient_key", sa.String(length=64), nullable=False),
        sa.Column("type", sa.String(length=16), nullable=False),
        sa.Column("at", sa.Double(), nullable=False),
        sa.Column("received_at", sa.Double(), nullable=False),
        sa.Column("by", sa.String(length=8), nullable=False),
        sa.Column("because", sa.Text(), nullable=False),
        sa.Column("sentiment", sa.String(length=16), nullable=True),
        sa.Column("bounce", sa.String(length=8), nullable=True),
        sa.PrimaryKeyConstraint("tenant", "experiment", "id", name=op.f("pk_experiment_events")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "experiments",
        sa.Column("tenant", sa.String(length=80), nullable=False),
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("revision", sa.BigInteger(), server_default="1", nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("store_recipients", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.Double(), nullable=False),
        sa.Column("started_at", sa.Double(), nullable=True),
        sa.Column("ended_at", sa.Double(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("claim", sa.Text(), nullable=True),
        sa.Column("deleted_at", sa.Double(), nullable=True),
        sa.PrimaryKeyConstraint("tenant", "id", name=op.f("pk_experiments")),
        sa.UniqueConstraint("id", name=op.f("uq_experiments_id")),
    )
    op.create_index(
        op.f("ix_experiments_tenant_created_at_id"), "experiments", ["tenant", "created_at", "id"], unique=False
    )
    op.create_table(
        "secrets",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_secrets")),
    )
    op.create_table(
        "webhook_tokens",
        sa.Column("token", sa.String(length=240), nullable=False),
        sa.Column("seen_at", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("token", name=op.f("pk_webhook_tokens")),
    )
    op.create_index(op.f("ix_webhook_tokens_seen_at"), "webhook_tokens", ["seen_at"], unique=False)


def downgrade() -> None:
    """Undo."""
    op.drop_index(op.f("ix_webhook_tokens_seen_at"), table_name="webhook_tokens")
    op.drop_table("webhook_tokens")
    op.drop_table("secrets")
    op.drop_index(op.f("ix_experiments_tenant_created_at_id"), table_name="experiments")
    op.drop_table("experiments")
    op.drop_table("experiment_events")
    op.drop_table("experiment_counters")
    op.drop_table("assignments")
