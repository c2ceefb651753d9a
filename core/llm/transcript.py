"""The readable text of an answer while its JSON is being written."""

from collections.abc import Iterator
from typing import Any

import jiter
from langchain_core.callbacks import BaseCallbackHandler

from core.llm.door import TextListener
from core.llm.reading import MAX_CHARACTERS, clean, without_thinking


class Transcript(BaseCallbackHandler):
    """Takes the tokens of a chat model and tells a listener what came to each readable field."""

    run_inline = True  # in order, and without a thread or a task per token

    def __init__(self, readable: tuple[str, ...], on_text: TextListener | None) -> None:
        """Take the paths of readable fields (`*` is any index) and who is told; nobody is fine."""
        self._paths = [tuple(path.split(".")) for path in readable]
        self._tell = on_text if self._paths else None
        self._told: dict[str, str] = {}
        self.begin()

    @property
    def wanted(self) -> bool:
        """Whether anybody listens."""
        return self._tell is not None

    def begin(self) -> None:
        """Start a new attempt: take back what was told of the last one."""
        self.text = ""
        """Everything the model wrote in this attempt."""
        self._json: bytearray | None = None
        self._parsed = 0
        for path in self._told:
            self._say(path, None)
        self._told = {}

    def on_chat_model_start(self, *_: Any, **__: Any) -> None:
        """Do nothing; the base class would have the messages printed into a string."""

    def on_llm_new_token(self, token: Any, *, chunk: Any = None, **_: Any) -> None:
        """Take a piece of the answer: content, or arguments of the function called."""
        piece = _piece(token, chunk)
        self.text += piece
        if self.wanted and piece and len(self.text) <= MAX_CHARACTERS:
            self._follow(piece)

    def finish(self, answer: dict[str, Any]) -> None:
        """Tell what is still missing of the accepted answer, so that what was told is what was written."""
        for path, text in self._readable(answer):
            if not text.startswith(self._told.get(path, "")):
                self._say(path, None)
                self._told[path] = ""
            self._tell_more(path, text)

    def _follow(self, piece: str) -> None:
        """Parse what there is of the JSON and tell what is new in it."""
        if self._json is None:
            start = (text := without_thinking(self.text)).find("{")
            if start < 0:
                return
            self._json, piece = bytearray(), text[start:]
        self._json += piece.encode("utf-8", "replace")
        if len(self._json) - self._parsed < len(self._json) // 100:
            return  # parsing starts anew each time: a long answer is looked at less often
        self._parsed = len(self._json)
        try:
            partial = jiter.from_json(bytes(self._json), partial_mode="trailing-strings")
        except ValueError:
            return  # not JSON yet, or not strictly; `finish` tells the whole
        for path, text in self._readable(partial):
            self._tell_more(path, text)

    def _readable(self, answer: Any) -> Iterator[tuple[str, str]]:
        """Yield path and text of every readable field."""
        if self._tell is not None:
            for path in self._paths:
                yield from _texts(answer, path, ())

    def _tell_more(self, path: str, text: str) -> None:
        told = self._told.get(path, "")
        if len(text) > len(told) and text.startswith(told):
            self._told[path] = text
            self._say(path, text[len(told) :])

    def _say(self, path: str, text: str | None) -> None:
        if self._tell is not None:
            self._tell(path, text)


def _texts(value: Any, path: tuple[str, ...], above: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield the strings that a path with wildcards leads to."""
    if not path:
        if isinstance(value, str):
            yield ".".join(above), clean(value)
        return
    here, *rest = path
    if here == "*" and isinstance(value, list):
        for at, item in enumerate(value):
            yield from _texts(item, tuple(rest), (*above, str(at)))
    elif isinstance(value, dict) and here in value:
        yield from _texts(value[here], tuple(rest), (*above, here))


def _piece(token: Any, chunk: Any) -> str:
    """Return the text of a token, which may be a list of content blocks or a part of a function call."""
    if isinstance(token, list):
        token = "".join(block.get("text", "") for block in token if isinstance(block, dict))
    if token or chunk is None:
        return str(token or "")
    return "".join(part["args"] or "" for part in getattr(chunk.message, "tool_call_chunks", ()))
