"""Ask for what one tenant has made with the key of another: it must look as if it did not exist."""

from dataclasses import dataclass, field
from typing import Any

import requests
from schemathesis import Case, CheckContext, Response

MISSING = "missing_7fK2"
THING = "{id}"


@dataclass
class Neighbour:
    """Another tenant, who knows every id of the first."""

    key: str
    asked: int = 0
    _session: requests.Session = field(default_factory=requests.Session)
    _unknown: dict[str, dict[str, Any]] = field(default_factory=dict)

    def check(self, context: CheckContext, response: Response, case: Case) -> None:
        """Raise AssertionError where the neighbour is answered otherwise than for an id that does not exist."""
        if not (THING in case.path and response.status_code < 300 and case.operation.security):
            return
        self.asked += 1
        status, problem = self._ask(response.request, response.request.url)
        assert status == 404, f"another tenant is answered {status}"
        assert problem == self._of_nothing(response.request, case), "another tenant's 404 tells the thing exists"

    def _of_nothing(self, request: requests.PreparedRequest, case: Case) -> dict[str, Any]:
        """Return the answer for an id that nobody has."""
        if case.operation.label not in self._unknown:
            url = str(request.url).replace(str(case.path_parameters["id"]), MISSING)
            self._unknown[case.operation.label] = self._ask(request, url)[1]
        return self._unknown[case.operation.label]

    def _ask(self, request: requests.PreparedRequest, url: str | None) -> tuple[int, dict[str, Any]]:
        theirs = request.copy()
        theirs.url = url
        theirs.headers["Authorization"] = f"Bearer {self.key}"
        answer = self._session.send(theirs, timeout=5)
        problem: dict[str, Any] = answer.json() if answer.status_code >= 400 else {}
        problem.pop("instance", None)
        return answer.status_code, problem
