"""What an exception of a chat model means: the problem it is to the caller, and what might still help.

Provider's words serve to tell faults apart and go no further: not into a problem, not into a log line.
"""

import ssl
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email.utils import parsedate_to_datetime
from enum import Enum
from typing import Any

from langchain_core.exceptions import ContextOverflowError, ModelConnectionError, ModelTimeoutError

from core.problems import (
    ContentFiltered,
    ModelBadOutput,
    ModelMisconfigured,
    ModelOverloaded,
    ModelProblem,
    ModelQuotaExhausted,
    ModelTimeout,
    ModelTruncated,
    ModelUnavailable,
    PromptTooLong,
)


class Remedy(Enum):
    """What may help, and how often it is tried within one call; together they bound what a call can cost."""

    GIVE_UP = 0, "nothing would help"
    WAIT = 2, "the same again, later"
    PATIENCE = 1, "the same again after silence"
    AGAIN = 1, "the same again at once"
    REPAIR = 1, "tell the model what is wrong with its answer"
    MORE_TOKENS = 1, "let the answer be twice as long"
    SHORTEN = 1, "send less of the company's text"
    NEXT_MODE = 2, "ask for the structure in another way"

    @property
    def tries(self) -> int:
        """How often it is tried within one call."""
        return self.value[0]


@dataclass(frozen=True)
class Fault:
    """Why an attempt gave no answer."""

    problem: type[ModelProblem]
    remedy: Remedy = Remedy.GIVE_UP
    wait: float | None = None
    """Seconds that the provider asked to wait."""
    reasons: tuple[str, ...] = ()
    """What is wrong with the answer, in words for the model."""
    shapeless: bool = False
    """The answer has none of the fields asked for, as if the schema had not been seen."""
    label: str = ""
    """Status and code for the operator's log."""


_TOO_LONG = ("maximum context length", "context window", "prompt is too long", "exceed the configured limit")
_QUOTA_CODES = ("insufficient_quota", "billing_hard_limit_reached", "billing_not_active", "insufficient_credits")
_FILTER_CODES = ("content_filter", "content_policy_violation", "responsibleaipolicyviolation")
_STRUCTURE = ("response_format", "json_schema", "tool", "function", "schema", "structured", "grammar", "guided")
_BY_STATUS = {
    402: Fault(ModelQuotaExhausted),
    408: Fault(ModelUnavailable, Remedy.WAIT),
    409: Fault(ModelUnavailable, Remedy.WAIT),
    413: Fault(PromptTooLong, Remedy.SHORTEN),
    429: Fault(ModelOverloaded, Remedy.WAIT),
}


def fault_of(error: Exception) -> Fault:
    """Return what an exception of a chat model means."""
    fault = _fault(error)
    label = f"{type(error).__name__} {_status(error) or ''} {_code(error)}".strip()
    return replace(fault, wait=_seconds_to_wait(error), label=label)


def _fault(error: Exception) -> Fault:
    if isinstance(error, ModelProblem):  # a model of our own speaks our language
        return Fault(type(error))
    code, said, status = _code(error), _said(error), _status(error)
    if isinstance(error, ContextOverflowError) or code == "context_length_exceeded":
        return Fault(PromptTooLong, Remedy.SHORTEN)
    if code in _QUOTA_CODES:
        return Fault(ModelQuotaExhausted)
    if code in _FILTER_CODES or type(error).__name__ == "ContentFilterFinishReasonError":
        return Fault(ContentFiltered)
    if type(error).__name__ == "LengthFinishReasonError":
        return Fault(ModelTruncated, Remedy.MORE_TOKENS)
    if status is not None:
        return _by_status(status, said)
    if isinstance(error, ModelTimeoutError | ModelConnectionError | OSError) or _is_transport(error):
        return _by_cause(error)
    if "error" in _body(error) or code:
        return Fault(ModelUnavailable, Remedy.AGAIN)
    return Fault(ModelBadOutput, Remedy.AGAIN)


def _by_status(status: int, said: str) -> Fault:
    """Return what a refused request means."""
    if status in (400, 422):
        if any(words in said for words in _TOO_LONG):
            return Fault(PromptTooLong, Remedy.SHORTEN)
        return Fault(
            ModelMisconfigured, Remedy.NEXT_MODE if any(word in said for word in _STRUCTURE) else Remedy.GIVE_UP
        )
    if status >= 500:
        return Fault(ModelUnavailable, Remedy.WAIT)
    return _BY_STATUS.get(status, Fault(ModelMisconfigured))


def _by_cause(error: Exception) -> Fault:
    """Tell silence, a broken connection and a certificate that is not trusted apart."""
    causes = tuple(_causes(error))
    if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in causes):
        return Fault(ModelMisconfigured)
    if any(isinstance(cause, TimeoutError) for cause in causes):
        return Fault(ModelTimeout, Remedy.PATIENCE)
    return Fault(ModelUnavailable, Remedy.WAIT)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """Yield the exception and all that led to it, including what TLS libraries wrap."""
    while error is not None:
        yield error
        if isinstance(wrapped := getattr(error, "certificate_error", None), BaseException):
            yield wrapped
        error = error.__cause__ or error.__context__


def _is_transport(error: Exception) -> bool:
    """Tell whether the connection broke, by the cause: HTTP libraries' own classes have no common base."""
    return any(isinstance(cause, OSError) for cause in _causes(error))


def _body(error: Exception) -> dict[str, Any]:
    """Return the error object that the provider sent, wherever the library put it."""
    for found in (getattr(error, "body", None), *error.args):
        if isinstance(found, dict):
            return {"error": found}
    return {}


def _code(error: Exception) -> str:
    """Return the provider's code for the error, lower case, if it looks like one."""
    inner = _body(error).get("error", {})
    code = str(inner.get("code") or getattr(error, "code", None) or inner.get("type") or "")
    return code.lower() if len(code) <= 40 and code.replace("_", "").isalnum() else ""


def _status(error: Exception) -> int | None:
    """Return the HTTP status; some servers send an error with its status as a code within a 200."""
    if isinstance(status := getattr(error, "status_code", None), int):
        return status
    code = _code(error)
    return int(code) if len(code) == 3 and code.isdigit() and code >= "400" else None


def _said(error: Exception) -> str:
    """Return all that the provider said, in lower case, to look for words in."""
    return f"{error} {getattr(error, 'param', '')} {_body(error)}".lower()


def _seconds_to_wait(error: Exception) -> float | None:
    """Return the provider's Retry-After in seconds (RFC 9110 10.2.3: seconds or a date; or in milliseconds)."""
    headers = getattr(getattr(error, "response", None), "headers", {})
    try:
        if milliseconds := headers.get("retry-after-ms"):
            return max(0.0, float(milliseconds) / 1000)
        if not (after := headers.get("retry-after")):
            return None
        if after.strip().replace(".", "", 1).isdigit():
            return float(after)
        return max(0.0, parsedate_to_datetime(after).timestamp() - time.time())
    except (ValueError, TypeError, OverflowError):
        return None
