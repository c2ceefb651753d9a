"""Alembic's entry: migrations run on the connection, and within the transaction, that `migrate` gives them."""

from alembic import context

from server.store.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True)
context.run_migrations()
