"""Everything that can go wrong and that a caller is told about.

    Problem
    ├── InvalidRequest           422  the request itself cannot be served as it is
    │   ├── InsufficientInformation   too little to write about the company honestly
    │   └── (nodes/website)           the website's address or its answer
    ├── ModelProblem             502  the language model's side
    │   ├── ModelUnavailable     503  refused, reset, 5xx
    │   ├── ModelOverloaded      503  rate limited for longer than the run may wait
    │   ├── ModelQuotaExhausted  503  the account has no credit left
    │   ├── ModelMisconfigured   503  key, model name or parameters are wrong: for the operator
    │   ├── ModelTimeout         504  no full answer before the deadline
    │   ├── ModelBadOutput       502  an answer that is no valid answer, after one repair
    │   ├── ModelEmptyOutput     502  nothing came
    │   ├── ModelTruncated       502  the answer stopped in the middle
    │   ├── ModelRefused         422  the model declines to write this
    │   ├── ContentFiltered      422  the provider's filter stopped it
    │   └── PromptTooLong        422  the site's text does not fit the model
    └── ServiceProblem           500  ours
        ├── RunTimeout           504  the whole run's deadline passed
        └── QueueFull            503  too many runs at once

A problem's text goes to the client as it is: it never holds provider messages, keys, prompts or addresses.
"""

from typing import Any, ClassVar

from core.pack import ModelCall
from core.value import Value


class FieldProblem(Value):
    """What is wrong with, or missing from, one field of a request."""

    pointer: str
    """JSON Pointer to the field, such as `/company/description`."""
    detail: str
    """What to do about it, in one sentence."""


class Problem(Exception):
    """A failure with a stable code, as RFC 9457 describes it."""

    code: ClassVar[str] = "internal_error"
    status: ClassVar[int] = 500
    title: ClassVar[str] = "Something went wrong on our side"

    def __init__(
        self, detail: str = "", *, errors: tuple[FieldProblem, ...] = (), retry_after: int | None = None
    ) -> None:
        """Take the detail for the client, the fields concerned, and seconds after which a retry makes sense."""
        super().__init__(detail or self.title)
        self.detail = detail or self.title
        self.errors = errors
        self.retry_after = retry_after

    def body(self) -> dict[str, Any]:
        """Return the members of the problem document that do not depend on the request."""
        members: dict[str, Any] = {
            "type": f"/problems/{self.code}",
            "title": self.title,
            "status": self.status,
            "detail": self.detail,
            "code": self.code,
        }
        if self.errors:
            members["errors"] = [error.model_dump() for error in self.errors]
        if self.retry_after is not None:
            members["retry_after"] = self.retry_after
        return members


class InvalidRequest(Problem):
    code = "invalid_request"
    status = 422
    title = "The request cannot be served as it is"


class InsufficientInformation(InvalidRequest):
    code = "insufficient_information"
    title = "Too little is known about the company to write honestly"


class ModelProblem(Problem):
    code = "llm_failed"
    status = 502
    title = "The language model did not give a usable answer"
    calls: tuple[ModelCall, ...] = ()
    """Calls that were paid although no answer came of them."""


class ModelUnavailable(ModelProblem):
    code = "llm_unavailable"
    status = 503
    title = "The language model cannot be reached"


class ModelOverloaded(ModelProblem):
    code = "llm_overloaded"
    status = 503
    title = "The language model is rate limited"


class ModelQuotaExhausted(ModelProblem):
    code = "llm_quota_exhausted"
    status = 503
    title = "The language model's account has no credit left"


class ModelMisconfigured(ModelProblem):
    code = "llm_misconfigured"
    status = 503
    title = "The service's language model is not set up correctly"


class ModelTimeout(ModelProblem):
    code = "llm_timeout"
    status = 504
    title = "The language model took too long"


class ModelBadOutput(ModelProblem):
    code = "llm_bad_output"
    title = "The language model's answer was not valid"


class ModelEmptyOutput(ModelProblem):
    code = "llm_empty_output"
    title = "The language model's answer was empty"


class ModelTruncated(ModelProblem):
    code = "llm_truncated"
    title = "The language model's answer stopped in the middle"


class ModelRefused(ModelProblem):
    code = "llm_refused"
    status = 422
    title = "The language model declined to write this"


class ContentFiltered(ModelProblem):
    code = "content_filtered"
    status = 422
    title = "The provider's content filter stopped this"


class PromptTooLong(ModelProblem):
    code = "site_too_long"
    status = 422
    title = "The company's text does not fit the language model"


class ServiceProblem(Problem):
    """A failure on our side."""


class RunTimeout(ServiceProblem):
    code = "run_timeout"
    status = 504
    title = "The run did not finish before its deadline"


class QueueFull(ServiceProblem):
    code = "queue_full"
    status = 503
    title = "Too many campaigns are being written at this moment"
