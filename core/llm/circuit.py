"""Failing fast while the provider is known to be down."""

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from core.problems import ModelProblem, ModelUnavailable

LONGEST_REST = 300.0
"""Seconds; a provider that asks for more is asked again after this, in case it erred."""


@dataclass
class Circuit:
    """Closed while the provider answers; open for a while after it did not; then one call tries for all."""

    clock: Callable[[], float]
    failures_to_open: int = 5
    rest: float = 10.0
    """Seconds of rest after the last failure: as long as a load balancer takes to notice a healthy server again."""
    _failures: int = 0
    _open_until: float = -math.inf
    _because: type[ModelProblem] = ModelUnavailable
    _probing: bool = False

    @contextmanager
    def request(self) -> Iterator[None]:
        """Admit one request; raise the problem that opened the circuit, with the seconds left, if it is open."""
        if (left := self._open_until - self.clock()) > 0:
            raise self._because(retry_after=math.ceil(left))
        if self._probing:
            raise self._because(retry_after=1)
        probes = self._probing = self._failures >= self.failures_to_open
        try:
            yield
        finally:
            if probes:
                self._probing = False

    def answered(self) -> None:
        """The provider answered, whatever it said."""
        self._failures = 0

    def failed(self) -> None:
        """The provider did not answer."""
        self._failures += 1
        if self._failures >= self.failures_to_open:
            self._open(ModelUnavailable, self.rest)

    def told_to_wait(self, problem: type[ModelProblem], seconds: float) -> None:
        """The provider said to stay away for longer than a call can wait."""
        self._open(problem, min(seconds, LONGEST_REST))

    def _open(self, problem: type[ModelProblem], seconds: float) -> None:
        self._because = problem
        self._open_until = max(self._open_until, self.clock() + seconds)
