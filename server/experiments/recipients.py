"""The names that recipients are stored under."""

import asyncio

from pydantic import SecretStr

from experiments.recipient import recipient_key
from server.store.database import Database
from server.store.experiment_secret import recipient_secret


class Recipients:
    """Names recipients by a keyed hash; the key is the setting's, or the installation's own."""

    def __init__(self, database: Database, secret: SecretStr | None = None) -> None:
        self._database = database
        self._secret = secret.get_secret_value().encode() if secret else None

    async def keys(self, experiment: str, recipients: list[str]) -> list[str]:
        """Return the recipients' names in an experiment."""
        secret = await self._get_secret()
        return await asyncio.to_thread(lambda: [recipient_key(secret, experiment, one) for one in recipients])

    async def _get_secret(self) -> bytes:
        """Return the secret; the first to ask in this installation makes it."""
        if self._secret is None:
            async with self._database.writing() as connection:
                self._secret = await recipient_secret(connection)
        return self._secret
