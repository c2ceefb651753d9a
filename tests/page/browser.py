"""The browser of this machine, kept from looking up any name."""

import shutil

BROWSERS = ("chromium-headless-shell", "chromium", "google-chrome")
NO_BROWSER = (
    "No browser: apt-get install -y --no-install-recommends chromium-headless-shell fonts-liberation fonts-inter"
)
ARGUMENTS = ["--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"]
"""No name is looked up, whatever a page or the browser itself asks for."""


def find_browser() -> str | None:
    """Return the program, None where there is none."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)
