"""Take keys, addresses of people and long texts out of a log line: the last line of defence behind careful logging.

Nothing that was sent to or by this service is logged in the first place. This holds where somebody forgets that, and
for the lines of libraries.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

LONGEST = 200
"""Characters; a longer text is somebody's writing, not a name or a figure."""
MOST_ENTRIES = 50
DEEPEST = 4
SHORTEST_SECRET = 6
"""Characters; blotting out every occurrence of a shorter word would make lines unreadable and guard little."""

SECRET, EMAIL = "[secret]", "[email]"

_PRIVATE = re.compile(
    r"answers?|authorization|bearer|bod(y|ies)|company|completion|contents?|contacts?|cookies?|credentials?|dsn|emails?"
    r"|goal|headers?|\w*keys?|messages?|passwd|\w*password|payload|prompts?|query|quote|recipients?|request|response"
    r"|\w*secrets?|sender|signature|subject|texts?|tokens?|values?|website"
)
"""Last words of names whose values are nobody's business: `api_key` and `request`, but not `request_id`.

Numbers under such a name are let through: `output_tokens` counts.
"""


@dataclass(frozen=True)
class Pattern:
    """Something to take out, and the signs without one of which it cannot be there: looking for these costs less."""

    signs: tuple[str, ...]
    pattern: re.Pattern[str]
    replacement: str = SECRET

    def clean(self, text: str) -> str:
        """Return the text without it."""
        for sign in self.signs:
            if sign in text:
                return self.pattern.sub(self.replacement, text)
        return text


_PATTERNS = (
    Pattern(("://",), re.compile(r"(?<=://)[^\s/@]+(?=@)")),  # user and password of an address
    Pattern(("@", "%40"), re.compile(r"[\w.!#$&'*+/=?^`{|}~%-]+(?:@|%40)[\w-]+(?:\.[\w-]+)+"), EMAIL),
    Pattern(("?",), re.compile(r"(?<=[\w/])\?[^\s'\"]*=[^\s'\"]*"), "?…"),  # an address's query
    Pattern((" ",), re.compile(r"\b(Bearer|Basic)\s+[\w.~+/=-]{6,}", re.IGNORECASE), rf"\1 {SECRET}"),
    Pattern(
        ("-", "_"),
        re.compile(r"\b(?:sk|pk|rk|ov|ls|lsv2|gsk|xai|hf|gh[pousr]|xox[abpr]|AIza|whsec)[-_][\w.-]{4,}"),
    ),
    Pattern(("AKIA", "ASIA"), re.compile(r"\b(?:AKIA|ASIA)[A-Z0-9]{12,}")),
    Pattern(("eyJ",), re.compile(r"\beyJ[\w-]{8,}\.[\w-]+\.?[\w-]*")),  # a JSON web token
    Pattern(("-----",), re.compile(r"-----BEGIN [A-Z ]+-----.*", re.DOTALL)),
    Pattern(
        (":", "="),
        re.compile(
            r"((?:api|access|private)[ _-]?key|authorization|cookie|password|passwd|secret|token)"
            r"(['\"]?\s*[:=]\s*)(?!\[secret\])(?:['\"][^'\"]*['\"]?|[^\s,;}]+)",
            re.IGNORECASE,
        ),
        rf"\1\2{SECRET}",
    ),
)
_PLAIN = re.compile(r"[a-z/.]*|[A-Z]{1,7}|[0-9a-f]{32}|(request|run|trace)_id")
"""What most fields are, and none of the patterns takes for a secret."""
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")


@dataclass(frozen=True)
class Redaction:
    """Cleans texts and fields; `secrets` are blotted out wherever they stand, whatever they look like."""

    secrets: tuple[str, ...] = ()

    @classmethod
    def of(cls, secrets: Iterable[str | None]) -> "Redaction":
        """Return the redaction of those secrets that are long enough to be told from words, longest first."""
        known = {secret.strip() for secret in secrets if secret and len(secret.strip()) >= SHORTEST_SECRET}
        return cls(tuple(sorted(known, key=len, reverse=True)))

    def text(self, text: str) -> str:
        """Return the text on one line, without secrets and e-mail addresses; a long one is only counted."""
        for secret in self.secrets:
            text = text.replace(secret, SECRET)
        if len(text) > LONGEST:
            return f"[text of {len(text)} characters]"
        if not _PLAIN.fullmatch(text):
            for pattern in _PATTERNS:
                text = pattern.clean(text)
        return text if text.isprintable() else _UNPRINTABLE.sub(" ", text)

    def fields(self, fields: Mapping[str, object], depth: int = 0) -> dict[str, object]:
        """Return the fields, each cleaned by its name and by its value."""
        return {
            self.text(str(name)): self._field(str(name), value, depth)
            for name, value in list(fields.items())[:MOST_ENTRIES]
        }

    def _field(self, name: str, value: object, depth: int) -> object:
        if isinstance(value, bool | int | float | None):
            return value
        return SECRET if _is_private(name) else self._value(value, depth)

    def _value(self, value: object, depth: int) -> object:
        """Return plain values cleaned; of anything else only its type: its text may hold what it was made of."""
        match value:
            case bool() | int() | float() | None:
                return value
            case str():
                return self.text(value)
            case Mapping() if depth < DEEPEST:
                return self.fields(value, depth + 1)
            case list() | tuple() if depth < DEEPEST:
                return self._entries(value, depth + 1)
            case _:
                return f"<{type(value).__name__}>"

    def _entries(self, values: Sequence[object], depth: int) -> list[object]:
        return [self._value(value, depth) for value in values[:MOST_ENTRIES]]


@lru_cache(maxsize=1024)  # names come again in every line
def _is_private(name: str) -> bool:
    words = re.findall(r"[a-z0-9]+", re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower())
    return bool(words) and _PRIVATE.fullmatch(words[-1]) is not None
