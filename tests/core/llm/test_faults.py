"""What exceptions mean; those that HTTP can show are in the fault table."""

import ssl
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from types import SimpleNamespace
from typing import Any

import pytest
from langchain_core.exceptions import ContextOverflowError, ModelConnectionError, ModelTimeoutError

from core.llm.faults import Remedy, fault_of
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


class StatusError(Exception):
    """An HTTP error as SDKs raise it."""

    def __init__(self, status: int, message: str = "", headers: dict[str, str] | None = None, **members: Any) -> None:
        super().__init__(message)
        self.status_code = status
        self.response = SimpleNamespace(headers=headers or {})
        self.__dict__.update(members)


class LengthFinishReasonError(Exception):
    """Named as in OpenAI's SDK."""


def caused(error: Exception, cause: Exception) -> Exception:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "problem", "remedy"),
    [
        (StatusError(400, "maximum context length is 8192 tokens"), PromptTooLong, Remedy.SHORTEN),
        (StatusError(413), PromptTooLong, Remedy.SHORTEN),
        (ContextOverflowError(), PromptTooLong, Remedy.SHORTEN),
        (StatusError(400, "Unsupported: response_format"), ModelMisconfigured, Remedy.NEXT_MODE),
        (StatusError(422, "no", param="tools"), ModelMisconfigured, Remedy.NEXT_MODE),
        (StatusError(400, "nonsense"), ModelMisconfigured, Remedy.GIVE_UP),
        (StatusError(302), ModelMisconfigured, Remedy.GIVE_UP),
        (StatusError(402), ModelQuotaExhausted, Remedy.GIVE_UP),
        (StatusError(429, code="insufficient_quota"), ModelQuotaExhausted, Remedy.GIVE_UP),
        (StatusError(400, body={"code": "content_filter"}), ContentFiltered, Remedy.GIVE_UP),
        (ModelQuotaExhausted(), ModelQuotaExhausted, Remedy.GIVE_UP),
        (StatusError(529), ModelUnavailable, Remedy.WAIT),
        (LengthFinishReasonError(), ModelTruncated, Remedy.MORE_TOKENS),
        (ValueError({"code": 429, "message": "slow down"}), ModelOverloaded, Remedy.WAIT),
        (ValueError({"message": "upstream"}), ModelUnavailable, Remedy.AGAIN),
        (ValueError("what is this"), ModelBadOutput, Remedy.AGAIN),
        (RecursionError(), ModelBadOutput, Remedy.AGAIN),
        (ConnectionResetError(), ModelUnavailable, Remedy.WAIT),
        (caused(ModelTimeoutError(), TimeoutError()), ModelTimeout, Remedy.PATIENCE),
        (caused(ModelTimeoutError(), ConnectionResetError()), ModelUnavailable, Remedy.WAIT),
        (caused(ModelConnectionError(), OSError()), ModelUnavailable, Remedy.WAIT),
        (caused(ModelConnectionError(), ssl.SSLCertVerificationError()), ModelMisconfigured, Remedy.GIVE_UP),
    ],
)
def test_each_exception_has_its_problem_and_its_remedy(
    error: Exception, problem: type[ModelProblem], remedy: Remedy
) -> None:
    fault = fault_of(error)
    assert (fault.problem, fault.remedy) == (problem, remedy)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "7"}, 7),
        ({"retry-after": "0.5"}, 0.5),
        ({"retry-after-ms": "250", "retry-after": "1"}, 0.25),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "-1"}, None),
        ({}, None),
    ],
)
def test_retry_after_is_read(headers: dict[str, str], seconds: float | None) -> None:
    assert fault_of(StatusError(503, headers=headers)).wait == seconds


def test_retry_after_may_be_a_date() -> None:
    later = format_datetime(datetime.now(UTC) + timedelta(seconds=60), usegmt=True)
    wait = fault_of(StatusError(503, headers={"retry-after": later})).wait
    assert wait == pytest.approx(60, abs=2)


def test_the_operators_log_gets_the_code_and_not_the_message() -> None:
    error = StatusError(401, "Incorrect API key provided: sk-secret-0123", code="invalid_api_key")
    assert fault_of(error).label == "StatusError 401 invalid_api_key"
    assert "sk" not in fault_of(StatusError(401, code="sk-secret-0123")).label
