"""Let diskcache store and fetch text only, and refuse everything in its files that is not text.

diskcache unpickles values and keys that its database says are pickled, so whoever can write into its folder runs code
(CVE-2025-69872, unfixed in 5.6.3; its own `JSONDisk` does not help, for it reads the row first). Here a row is text
or it is as if it were not there.
"""

from typing import Any

import diskcache

MODE_RAW = 1
"""diskcache's word for a value that stands in the database itself."""
NO_KEY = ""
"""What a row is listed under whose key is pickled: so a list of keys goes on after it, and nothing is found by it."""


class NotText(ValueError):
    """Something other than text where only text belongs."""


class TextDisk(diskcache.Disk):  # type: ignore[misc]
    """Store text, and fetch nothing but text: no pickle, no file."""

    def put(self, key: Any) -> tuple[str, bool]:
        """Return a text key as it is stored."""
        return _text(key), True

    def get(self, key: Any, raw: Any) -> str:
        """Return a stored key as it is listed."""
        return key if raw and type(key) is str else NO_KEY

    def store(self, value: Any, read: Any, key: Any = None) -> tuple[int, int, None, str]:
        """Return the columns of a text value."""
        return 0, MODE_RAW, None, _text(value)

    def fetch(self, mode: Any, filename: Any, value: Any, read: Any) -> str:
        """Return a stored value, unless it is pickled or in a file."""
        if mode != MODE_RAW or filename is not None:
            raise NotText("a pickled value or a file")
        return _text(value)

    def remove(self, file_path: Any) -> None:
        """Remove nothing when a row goes: no row of ours has a file, and a planted name may lead anywhere."""


def _text(value: Any) -> str:
    """Return the value if it is text."""
    if type(value) is not str:
        raise NotText(type(value).__name__)
    return value
