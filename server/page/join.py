"""Join the page's own modules into one script, in the order in which they need each other.

Sixty small files are sixty requests, and each packed by itself they weigh half as much again as together. Nothing is
rewritten but the lines that import and export, which keep to the two forms below; each module stays in a scope of its
own.
"""

import re
from pathlib import Path

_IMPORT = re.compile(r'^import (\{[^}]*\}) from "([^"]+)";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function\*?|const|class) (\w+))", re.MULTILINE)


class Unjoinable(ValueError):
    """A module imports or exports in another form, or needs itself."""


def join(entry: Path, vendored: Path) -> str:
    """Return one module that does what `entry` does; `vendored` alone is still imported, from beside it."""
    names = {vendored: "vendored"}
    head = f'import * as vendored from "./{vendored.relative_to(entry.parents[1]).as_posix()}";\n'
    return head + "".join(_scoped(path, names) for path in _order(entry, vendored))


def _order(entry: Path, vendored: Path) -> list[Path]:
    """Return every module that is needed, each after those that it needs."""
    done: list[Path] = []

    def visit(path: Path, waiting: tuple[Path, ...]) -> None:
        if path in waiting:
            raise Unjoinable(f"{path.name} needs itself")
        if path in done or path == vendored:
            return
        for needed in _needs(path):
            visit(needed, (*waiting, path))
        done.append(path)

    visit(entry, ())
    return done


def _needs(path: Path) -> list[Path]:
    return [(path.parent / where).resolve() for _, where in _IMPORT.findall(path.read_text("utf-8"))]


def _scoped(path: Path, names: dict[Path, str]) -> str:
    """Return a module as a function that is called at once and returns what the module exports."""
    text = path.read_text("utf-8")
    exported = ", ".join(_EXPORT.findall(text))
    imports = _IMPORT.sub(lambda found: f"const {found[1]} = {names[(path.parent / found[2]).resolve()]};", text)
    body = _EXPORT.sub("", imports)
    if re.search(r"^(import|export)\b", body, re.MULTILINE):
        raise Unjoinable(f"{path.name} imports or exports in a form that cannot be joined")
    names[path] = f"module{len(names)}"
    return f"const {names[path]} = (() => {{\n{body}return {{ {exported} }};\n}})();\n"
