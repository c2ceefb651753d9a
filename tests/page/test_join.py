"""Joining modules into one script."""

from pathlib import Path

import pytest

from server.page.join import Unjoinable, join


def write(folder: Path, **modules: str) -> tuple[Path, Path]:
    """Write modules; return the entry and the vendored one."""
    for name, text in {"vendored": "export const x = 1;\n", **modules}.items():
        path = folder / ("vendor" if name == "vendored" else "js") / f"{name}.js"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    return folder / "js" / "main.js", folder / "vendor" / "vendored.js"


def test_each_module_comes_once_and_after_what_it_needs(tmp_path: Path) -> None:
    script = join(
        *write(
            tmp_path,
            main='import { b } from "./b.js";\nimport { a } from "./a.js";\na(b);\n',
            b='import { a } from "./a.js";\nimport { x } from "../vendor/vendored.js";\nexport const b = a(x);\n',
            a="export function a(it) {\n  return it;\n}\n",
        )
    )
    assert script == (
        'import * as vendored from "./vendor/vendored.js";\n'
        "const module1 = (() => {\nfunction a(it) {\n  return it;\n}\nreturn { a };\n})();\n"
        "const module2 = (() => {\nconst { a } = module1;\nconst { x } = vendored;\nconst b = a(x);\n"
        "return { b };\n})();\n"
        "const module3 = (() => {\nconst { b } = module2;\nconst { a } = module1;\na(b);\nreturn {  };\n})();\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        'import * as a from "./a.js";\n',
        "export default 1;\n",
        "const a = 1;\nexport { a };\n",
        'import { main } from "./main.js";\nexport const main = 1;\n',
    ],
)
def test_what_cannot_be_joined_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(Unjoinable):
        join(*write(tmp_path, main=text))
