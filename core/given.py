"""Text that comes from outside: bounded, and of characters that every mail, header and database takes."""

from typing import Annotated

from pydantic import AfterValidator, StringConstraints


def readable(text: str) -> str:
    """Refuse control characters and lone surrogates."""
    if any((ord(char) < 32 and char not in "\n\t") or 0xD800 <= ord(char) <= 0xDFFF for char in text):
        raise ValueError("control characters and lone surrogates are not allowed")
    return text


def one_line(text: str) -> str:
    """Fold white space, so that no line break reaches a subject, a signature or a header."""
    return " ".join(text.split())


Line = Annotated[
    str, StringConstraints(min_length=1, max_length=300), AfterValidator(readable), AfterValidator(one_line)
]
Text = Annotated[str, StringConstraints(min_length=1, max_length=20_000), AfterValidator(readable)]
WebAddress = Annotated[str, StringConstraints(max_length=2048), AfterValidator(readable)]
