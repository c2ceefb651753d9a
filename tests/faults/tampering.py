"""A model that writes as the offline model does, except for what a test changes in its answers."""

import json
from collections.abc import Callable, Iterator
from typing import Any

from evals.model_server.compose import OfflineComposer

Said = dict[str, Any]
Change = Callable[[str, Said, str], None]
"""Changes an answer, given the name of its shape, the answer, and the system prompt that it answers."""


class TamperedComposer(OfflineComposer):
    """Answers with the offline model's words, changed."""

    def __init__(self, change: Change) -> None:
        """Take what is changed in every answer."""
        super().__init__()
        self._change = change

    async def __call__(self, body: dict[str, Any], shape: str) -> str:
        """Return the changed answer."""
        said = json.loads(await super().__call__(body, shape))
        self._change(shape, said, str(body["messages"][0]["content"]))
        return json.dumps(said)


def emails_of(shape: str, said: Said) -> Iterator[Said]:
    """Yield the emails of an answer."""
    if shape in ("OutreachDraft", "FollowUpDraft"):
        yield said
    elif shape == "CalibratedDrafts":
        yield from (said["outreach"], said["follow_up"])


def with_sentence(sentence: str) -> Change:
    """Return the change that puts a paragraph into every email."""

    def change(shape: str, said: Said, asked: str) -> None:
        for email in emails_of(shape, said):
            greeting, *rest = email["body"].split("\n\n")
            email["body"] = "\n\n".join((greeting, sentence, *(part for part in rest if part != sentence)))

    return change


def with_body(body: str) -> Change:
    """Return the change that makes every email the same text."""

    def change(shape: str, said: Said, asked: str) -> None:
        for email in emails_of(shape, said):
            email["body"] = body

    return change


def with_subjects(*texts: str) -> Change:
    """Return the change that puts these subject lines first."""

    def change(shape: str, said: Said, asked: str) -> None:
        for line, text in zip(said.get("subject_lines", ()), texts, strict=False):
            line["text"] = text

    return change


def echo(shape: str, said: Said, asked: str) -> None:
    """Answer with what was asked."""
    for email in emails_of(shape, said):
        email["body"] = f"Hi {{{{first_name}}}},\n\n{asked[:1000]}\n\n{{{{sender_name}}}}"
