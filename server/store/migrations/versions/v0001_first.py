"""The first schema: campaigns, runs, their events and paid answers, batches, idempotency keys, API keys, executors."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "batches",
        sa.Column("tenant", sa.String(length=80), nullable=False),
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("created_at", sa.Double(), nullable=False),
        sa.Column("cancelled_at", sa.Double(), nullable=True),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("tenant", "id", name=op.f("pk_batches")),
    )
    op.create_table(
        "campaigns",
        sa.Column("tenant", sa.String(length=80), nullable=False),
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("run", sa.Integer(), server_default="1", nullable=False),
        sa.Column("created_at", sa.Double(), nullable=False),
        sa.Column("started_at", sa.Double(), nullable=True),
        sa.Column("finished_at", sa.Double(), nullable=True),
        sa.Column("website", sa.Text(), nullable=True),
        sa.Column("company", sa.Text(), nullable=True),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=True),
        sa.Column("fresh", sa.Boolean(), nullable=False),
        sa.Column("request", sa.Text(), nullable=False),
        sa.Column("pack", sa.Text(), nullable=True),
        sa.Column("problem", sa.Text(), nullable=True),
        sa.Column("site_digest", sa.Text(), nullable=True),
        sa.Column("site_fresh_until", sa.Double(), nullable=True),
        sa.Column("pack_key", sa.String(length=64), nullable=False),
        sa.Column("traceparent", sa.String(length=64), nullable=True),
        sa.Column("flight", sa.String(length=80), nullable=True),
        sa.Column("batch", sa.String(length=80), nullable=True),
        sa.Column("batch_index", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("tenant", "id", name=op.f("pk_campaigns")),
        sa.UniqueConstraint("tenant", "flight", name=op.f("uq_campaigns_tenant_flight")),
    )
    op.create_index(op.f("ix_campaigns_status_finished_at"), "campaigns", ["status", "finished_at"], unique=False)
    op.create_index(
        op.f("ix_campaigns_tenant_batch_finished_at_batch_index"),
        "campaigns",
        ["tenant", "batch", "finished_at", "batch_index"],
        unique=False,
    )
    op.create_index(
        op.f("ix_campaigns_tenant_batch_status"),
        "campaigns",
        ["tenant", "batch", "status"],
        unique=False,
        sqlite_where=sa.text("batch IS NOT NULL"),
        postgresql_where=sa.text("batch IS NOT NULL"),
    )
    op.create_index(
        op.f("ix_campaigns_tenant_created_at_id"), "campaigns", ["tenant", "created_at", "id"], unique=False
    )
    op.create_table(
        "executors",
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("started_at", sa.Double(), nullable=False),
        sa.Column("beat_at", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_executors")),
    )
    op.create_table(
        "idempotency",
        sa.Column("tenant", sa.String(length=80), nullable=False),
        sa.Column("route", sa.String(length=120), nullable=False),
        sa.Column("key", sa.String(length=255), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("resource", sa.String(length=80), nullable=False),
        sa.Column("created_at", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("tenant", "route", "key", name=op.f("pk_idempotency")),
    )
    op.create_index(op.f("ix_idempotency_created_at"), "idempotency", ["created_at"], unique=False)
    op.create_table(
        "keys",
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("tenant", sa.String(length=80), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("scopes", sa.Text(), nullable=False),
        sa.Column("created_at", sa.Double(), nullable=False),
        sa.Column("expires_at", sa.Double(), nullable=True),
        sa.Column("revoked_at", sa.Double(), nullable=True),
        sa.Column("last_used_at", sa.Double(), nullable=True),
        sa.Column("replaces", sa.String(length=80), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_keys")),
    )
    op.create_table(
        "answers",
        sa.Column("tenant", sa.String(length=80), nullable=False),
        sa.Column("campaign", sa.String(length=80), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant", "campaign"],
            ["campaigns.tenant", "campaigns.id"],
            name=op.f("fk_answers_tenant_campaign"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("tenant", "campaign", "key", name=op.f("pk_answers")),
    )
    op.create_table(
        "events",
        sa.Column("tenant", sa.String(length=80), nullable=False),
        sa.Column("campaign", sa.String(length=80), nullable=False),
        sa.Column("run", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=32), nullable=False),
        sa.Column("task", sa.String(length=64), nullable=True),
        sa.Column("data", sa.Text(), nullable=False),
        sa.Column("at", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant", "campaign"],
            ["campaigns.tenant", "campaigns.id"],
            name=op.f("fk_events_tenant_campaign"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("tenant", "campaign", "run", "id", name=op.f("pk_events")),
    )
    op.create_table(
        "runs",
        sa.Column("tenant", sa.String(length=80), nullable=False),
        sa.Column("campaign", sa.String(length=80), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("epoch", sa.Integer(), server_default="0", nullable=False),
        sa.Column("executor", sa.String(length=80), nullable=True),
        sa.Column("dispatched_at", sa.Double(), nullable=True),
        sa.Column("claimed_at", sa.Double(), nullable=True),
        sa.Column("last_event", sa.Integer(), server_default="0", nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(
            ["tenant", "campaign"],
            ["campaigns.tenant", "campaigns.id"],
            name=op.f("fk_runs_tenant_campaign"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("tenant", "campaign", "number", name=op.f("pk_runs")),
    )
    op.create_index(op.f("ix_runs_active_executor"), "runs", ["active", "executor"], unique=False)


def downgrade() -> None:
    """Undo."""
    op.drop_index(op.f("ix_runs_active_executor"), table_name="runs")
    op.drop_table("runs")
    op.drop_table("events")
    op.drop_table("answers")
    op.drop_table("keys")
    op.drop_index(op.f("ix_idempotency_created_at"), table_name="idempotency")
    op.drop_table("idempotency")
    op.drop_table("executors")
    op.drop_index(op.f("ix_campaigns_tenant_created_at_id"), table_name="campaigns")
    op.drop_index(op.f("ix_campaigns_tenant_batch_status"), table_name="campaigns")
    op.drop_index(op.f("ix_campaigns_tenant_batch_finished_at_batch_index"), table_name="campaigns")
    op.drop_index(op.f("ix_campaigns_status_finished_at"), table_name="campaigns")
    op.drop_table("campaigns")
    op.drop_table("batches")
