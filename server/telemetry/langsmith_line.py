"""LangSmith's client over a connection that can be cut, so that it never holds up the end of the process.

Its own threads do not end with the process: with a LangSmith that takes connections and says nothing, they held it up
for 70 s.
"""

from typing import Any

import requests  # LangSmith's own HTTP library
from langsmith import Client
from urllib3.util import Retry

CONNECT_SECONDS, READ_SECONDS = 2.0, 5.0
"""For one request: a batch of runs is taken in less than one second, and a stop may have to wait for one."""


class Line:
    """A client and the session through which it sends."""

    def __init__(self, key: str) -> None:
        """Open the client; it reads `LANGSMITH_ENDPOINT` and its other variables itself."""
        self._session = Cuttable()
        once_more = Retry(total=1, read=0, status_forcelist=(429, 502, 503, 504), allowed_methods=None)
        self.client = Client(api_key=key, session=self._session, retry_config=once_more)

    def cut(self) -> None:
        """Send nothing more; a request that is under way ends within its own seconds."""
        self._session.is_cut = True


class Cuttable(requests.Session):
    """A session with short patience, and none once it is cut."""

    is_cut = False

    def request(self, *request: Any, **options: Any) -> Any:
        """Send a request."""
        if self.is_cut:
            raise requests.ConnectionError("the service stops")
        return super().request(*request, **{**options, "timeout": (CONNECT_SECONDS, READ_SECONDS)})
