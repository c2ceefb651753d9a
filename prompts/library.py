"""Load, check and render the prompt files."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from string import Template
from typing import Any

import yaml
from pydantic import ValidationError

from core.grounding.orders import runs
from core.llm.prompt import Prompt, fence
from core.value import Value


class PromptError(Exception):
    """A prompt file that does not keep to its own front matter, or a rendering without its data."""


class FrontMatter(Value):
    """What a prompt file declares about itself; the schema is closed."""

    description: str
    version: int
    inputs: tuple[str, ...] = ()
    """Names of the data it shows; exactly the `${variables}` of its text."""
    output: str = ""
    """Name of the answer's type; empty for text that is a part of other prompts."""
    temperature: float = 0.0


@dataclass(frozen=True)
class PromptFile:
    """One Markdown file: front matter between `---` lines, then the text."""

    front: FrontMatter
    text: str

    @classmethod
    def parse(cls, name: str, source: str) -> "PromptFile":
        """Read a file's text; raise PromptError unless declared inputs and variables are the same."""
        try:
            _, head, text = source.split("---\n", 2)
            front = FrontMatter.model_validate(yaml.safe_load(head))
        except (ValueError, ValidationError) as error:
            raise PromptError(f"{name}: {error}") from error
        used = set(Template(text).get_identifiers())
        if used != set(front.inputs):
            raise PromptError(f"{name}: declares inputs {sorted(front.inputs)} but uses {sorted(used)}")
        return cls(front, text.strip())

    def render(self, data: Mapping[str, Any]) -> str:
        """Return the text with each input fenced as data; raise PromptError where one is missing."""
        missing = [name for name in self.front.inputs if name not in data]
        if missing:
            raise PromptError(f"no data for {missing}")
        return Template(self.text).substitute({name: fence(name, data[name]) for name in self.front.inputs})


@dataclass(frozen=True)
class Prompts:
    """All prompt files by name: `system` and `revision`, which belong to every step, and one per step."""

    by_name: Mapping[str, PromptFile]

    @classmethod
    def load(cls, folder: Traversable | None = None) -> "Prompts":
        """Read every prompt of the package, or of another folder."""
        found = (folder or files("prompts")).iterdir()
        sources = {file.name[:-3]: file.read_text("utf-8") for file in found if file.name.endswith(".md")}
        return cls({name: PromptFile.parse(name, source) for name, source in sorted(sources.items())})

    @cached_property
    def version(self) -> str:
        """Return a digest of all prompts: it changes whenever one of them does."""
        text = "\n".join(f"{name} {file.front.version} {file.text}" for name, file in self.by_name.items())
        return hashlib.sha256(text.encode()).hexdigest()[:12]

    @cached_property
    def secret(self) -> frozenset[str]:
        """Return the runs of words by which a text that repeats the instructions is noticed."""
        return frozenset().union(*(runs(file.text) for file in self.by_name.values()))

    def render(
        self, step: str, *, company: Any, brief: Any, data: Mapping[str, Any], revision: Any | None = None
    ) -> Prompt:
        """Return a step's prompt: the part that all calls of a run share, then the task.

        `company` and `brief` must be the same in every call of a run, so that providers' prompt caches hit.
        """
        file = self.by_name[step]
        task = file.render(data)
        if revision is not None:
            task += "\n\n" + self.by_name["revision"].render({"revision": revision})
        return Prompt(
            step=step,
            version=f"{file.front.version}.{self.version}",
            system=self.by_name["system"].render({"company": company, "brief": brief}),
            task=task,
            temperature=file.front.temperature,
        )
