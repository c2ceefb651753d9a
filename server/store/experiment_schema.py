"""The tables of experiments. What belongs to one is deleted in parts, so nothing here hangs on foreign keys."""

import sqlalchemy as sa

from experiments.tally import COUNTED
from server.store.schema import Id, Moment, metadata

RecipientKey = sa.String(64)  # HMAC-SHA256 in hexadecimal

experiments = sa.Table(
    "experiments",
    metadata,
    sa.Column("tenant", Id, primary_key=True),
    sa.Column("id", Id, primary_key=True),
    sa.Column("state", sa.String(16), nullable=False),  # draft, running, paused, stopped, decided
    sa.Column("version", sa.Integer, nullable=False, server_default="1"),  # counts its own changes, for ETags
    sa.Column("revision", sa.BigInteger, nullable=False, server_default="1"),  # counts those of its counters as well
    sa.Column("document", sa.Text, nullable=False),
    sa.Column("store_recipients", sa.Boolean, nullable=False),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("started_at", Moment),
    sa.Column("ended_at", Moment),
    sa.Column("reason", sa.Text),  # why it was stopped, or decided so
    sa.Column("claim", sa.Text),  # the first winner that was found while it ran
    sa.Column("deleted_at", Moment),  # hidden from then on, and removed bit by bit
    sa.UniqueConstraint("id"),  # webhooks know no tenant
    sa.Index(None, "tenant", "created_at", "id"),
)

assignments = sa.Table(
    "assignments",
    metadata,
    sa.Column("tenant", Id, primary_key=True),
    sa.Column("experiment", Id, primary_key=True),
    sa.Column("recipient_key", RecipientKey, primary_key=True),
    sa.Column("recipient", sa.Text),  # as it was given, where that is asked for
    sa.Column("variant", sa.String(40), nullable=False),
    sa.Column("phase", sa.Integer, nullable=False),  # the weights that held
    sa.Column("assigned_at", Moment, nullable=False),
    sa.Column("fate", sa.Text, nullable=False),
    sqlite_with_rowid=False,  # one tree instead of a table and an index
)

experiment_events = sa.Table(
    "experiment_events",
    metadata,
    sa.Column("tenant", Id, primary_key=True),
    sa.Column("experiment", Id, primary_key=True),
    sa.Column("id", sa.String(400), primary_key=True),
    sa.Column("recipient_key", RecipientKey, nullable=False),
    sa.Column("type", sa.String(16), nullable=False),
    sa.Column("at", Moment, nullable=False),
    sa.Column("received_at", Moment, nullable=False),
    sa.Column("by", sa.String(8), nullable=False),  # human, machine
    sa.Column("because", sa.Text, nullable=False),
    sa.Column("sentiment", sa.String(16)),
    sa.Column("bounce", sa.String(8)),
    sqlite_with_rowid=False,
)

experiment_counters = sa.Table(
    "experiment_counters",
    metadata,
    sa.Column("tenant", Id, primary_key=True),
    sa.Column("experiment", Id, primary_key=True),
    sa.Column("variant", sa.String(40), primary_key=True),
    sa.Column("phase", sa.Integer, primary_key=True),
    sa.Column("day", sa.String(10), primary_key=True),  # UTC day of the first email; empty before
    *(sa.Column(name, sa.BigInteger, nullable=False) for name in COUNTED),
)

webhook_tokens = sa.Table(
    "webhook_tokens",
    metadata,
    sa.Column("token", sa.String(240), primary_key=True),
    sa.Column("seen_at", Moment, nullable=False),
    sa.Index(None, "seen_at"),
)

secrets = sa.Table(
    "secrets",
    metadata,
    sa.Column("name", sa.String(40), primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
)
