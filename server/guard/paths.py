"""Tell which addresses a rule means."""

import re
from collections.abc import Iterable
from functools import lru_cache

from starlette.types import Scope


def matches(path: str, templates: Iterable[str]) -> bool:
    """Tell whether a path is one of these: `*` is any one segment, `**` at the end is whatever comes."""
    return any(_compiled(template).fullmatch(path) for template in templates)


def path_of(scope: Scope) -> str:
    """Return the request's path as routes see it: without the prefix under which a proxy serves the app."""
    path: str = scope["path"]
    prefix = scope.get("root_path", "").rstrip("/")
    return path.removeprefix(prefix) if path.startswith(f"{prefix}/") else path


@lru_cache(maxsize=256)
def _compiled(template: str) -> re.Pattern[str]:
    pattern = re.escape(template).replace(r"\*\*", ".+").replace(r"\*", "[^/]+")
    return re.compile(pattern, re.DOTALL)
