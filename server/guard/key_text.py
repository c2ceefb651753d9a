"""A key as its holder has it: `ov_<id>_<secret>`."""

import hashlib
import re
import secrets
import string
from dataclasses import dataclass

ID_LETTERS = string.ascii_letters + string.digits  # no hyphen: an id is given to commands, where that begins an option
ID_LENGTH = 12  # 71 bits: two keys never share one
SECRET_BYTES = 32  # 256 bits: nobody guesses it, so a plain hash protects it as well as a slow one would
_KEY = re.compile(rf"ov_([A-Za-z0-9]{{{ID_LENGTH}}})_([A-Za-z0-9_-]{{43}})")  # 43: 32 bytes in unpadded base64


@dataclass(frozen=True)
class KeyText:
    """A key's two halves."""

    id: str
    secret: str

    @property
    def digest(self) -> str:
        """Return what is stored of the secret: its SHA-256."""
        return hashlib.sha256(self.secret.encode()).hexdigest()

    def __str__(self) -> str:
        return f"ov_{self.id}_{self.secret}"

    def __repr__(self) -> str:
        return f"KeyText(id={self.id!r})"  # the secret stays out of tracebacks and logs


def new_key() -> KeyText:
    """Return a new random key."""
    return KeyText("".join(secrets.choice(ID_LETTERS) for _ in range(ID_LENGTH)), secrets.token_urlsafe(SECRET_BYTES))


def read_key(text: str) -> KeyText | None:
    """Return a key's halves, or None for what has not the form of a key."""
    found = _KEY.fullmatch(text)
    return KeyText(found[1], found[2]) if found else None
