"""Every table. Each row belongs to a tenant, and every key begins with it: a foreign id finds nothing.

Times are seconds since 1970 (UTC). JSON is text: it is stored and answered as it stands.
"""

import sqlalchemy as sa

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

Id = sa.String(80)
IN_BATCH = sa.text("batch IS NOT NULL")  # a batch's progress is counted in the index alone
Moment = sa.Double

campaigns = sa.Table(
    "campaigns",
    metadata,
    sa.Column("tenant", Id, primary_key=True),
    sa.Column("id", Id, primary_key=True),
    sa.Column("status", sa.String(16), nullable=False),  # queued, running, finished, failed, cancelled
    sa.Column("kind", sa.String(16), nullable=False),  # interactive, async, bulk: which queue it waits in
    sa.Column("version", sa.Integer, nullable=False, server_default="1"),  # counts every change, for ETags
    sa.Column("run", sa.Integer, nullable=False, server_default="1"),  # the current run's number
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("started_at", Moment),
    sa.Column("finished_at", Moment),
    sa.Column("website", sa.Text),  # as it was asked for
    sa.Column("company", sa.Text),  # its name, once known
    sa.Column("subject", sa.Text, nullable=False),  # what caches file it under
    sa.Column("model", sa.Text, nullable=False),
    sa.Column("score", sa.Integer),
    sa.Column("fresh", sa.Boolean, nullable=False),
    sa.Column("request", sa.Text, nullable=False),
    sa.Column("pack", sa.Text),
    sa.Column("problem", sa.Text),
    sa.Column("site_digest", sa.Text),  # what its site said when it was read
    sa.Column("site_fresh_until", Moment),
    sa.Column("pack_key", sa.String(64), nullable=False),
    sa.Column("traceparent", sa.String(64)),  # the span that asked for it, as W3C writes it
    sa.Column("flight", sa.String(80)),  # equal requests join the campaign that holds it; null once it is over
    sa.Column("batch", Id),
    sa.Column("batch_index", sa.Integer),
    sa.Column("regenerated_from", Id),  # whose part is written anew; may be deleted by now
    sa.Column("regenerate", sa.Text),  # which part, and what should be different
    sa.UniqueConstraint("tenant", "flight"),
    sa.Index(None, "tenant", "created_at", "id"),
    sa.Index(None, "tenant", "batch", "finished_at", "batch_index"),
    sa.Index(None, "tenant", "batch", "status", sqlite_where=IN_BATCH, postgresql_where=IN_BATCH),
    sa.Index(None, "status", "finished_at"),
)

runs = sa.Table(
    "runs",
    metadata,
    sa.Column("tenant", Id, primary_key=True),
    sa.Column("campaign", Id, primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True),  # one more with each retry
    sa.Column("epoch", sa.Integer, nullable=False, server_default="0"),  # one more each time it is handed out anew
    sa.Column("executor", Id),  # the process that has it, or is about to
    sa.Column("dispatched_at", Moment),  # put in line
    sa.Column("claimed_at", Moment),  # taken by the executor, in this epoch
    sa.Column("last_event", sa.Integer, nullable=False, server_default="0"),
    sa.Column("active", sa.Boolean, nullable=False),  # not over yet
    sa.Column("created_at", Moment, nullable=False),
    sa.ForeignKeyConstraint(["tenant", "campaign"], ["campaigns.tenant", "campaigns.id"], ondelete="CASCADE"),
    sa.Index(None, "active", "executor"),
)

events = sa.Table(
    "events",
    metadata,
    sa.Column("tenant", Id, primary_key=True),
    sa.Column("campaign", Id, primary_key=True),
    sa.Column("run", sa.Integer, primary_key=True),
    sa.Column("id", sa.Integer, primary_key=True),  # counts up from 1 within the run
    sa.Column("name", sa.String(32), nullable=False),
    sa.Column("task", sa.String(64)),  # LangGraph's id of the execution that it tells of
    sa.Column("data", sa.Text, nullable=False),
    sa.Column("at", Moment, nullable=False),
    sa.ForeignKeyConstraint(["tenant", "campaign"], ["campaigns.tenant", "campaigns.id"], ondelete="CASCADE"),
)

answers = sa.Table(
    "answers",
    metadata,
    sa.Column("tenant", Id, primary_key=True),
    sa.Column("campaign", Id, primary_key=True),
    sa.Column("key", sa.String(64), primary_key=True),  # SHA-256 of the prompt and of who was asked
    sa.Column("text", sa.Text, nullable=False),
    sa.ForeignKeyConstraint(["tenant", "campaign"], ["campaigns.tenant", "campaigns.id"], ondelete="CASCADE"),
)

batches = sa.Table(
    "batches",
    metadata,
    sa.Column("tenant", Id, primary_key=True),
    sa.Column("id", Id, primary_key=True),
    sa.Column("name", sa.Text),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("cancelled_at", Moment),
    sa.Column("total", sa.Integer, nullable=False),
)

idempotency = sa.Table(
    "idempotency",
    metadata,
    sa.Column("tenant", Id, primary_key=True),
    sa.Column("route", sa.String(120), primary_key=True),  # method and path template
    sa.Column("key", sa.String(255), primary_key=True),
    sa.Column("fingerprint", sa.String(64), nullable=False),  # SHA-256 of the body and of what changes the answer
    sa.Column("resource", Id, nullable=False),  # id of what the request made
    sa.Column("created_at", Moment, nullable=False),
    sa.Index(None, "created_at"),
)

keys = sa.Table(
    "keys",
    metadata,
    sa.Column("id", Id, primary_key=True),  # stands in the key itself, so it is looked up without its tenant
    sa.Column("tenant", Id, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("digest", sa.String(64), nullable=False),  # SHA-256 of the secret
    sa.Column("scopes", sa.Text, nullable=False),  # separated by spaces
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("expires_at", Moment),
    sa.Column("revoked_at", Moment),
    sa.Column("last_used_at", Moment),
    sa.Column("replaces", Id),  # the key that this one was made to follow
)

executors = sa.Table(
    "executors",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("started_at", Moment, nullable=False),
    sa.Column("beat_at", Moment, nullable=False),
)
