"""Failing fast while the provider is down."""

from dataclasses import dataclass

import pytest

from core.llm.circuit import LONGEST_REST, Circuit
from core.problems import ModelOverloaded, ModelProblem, ModelUnavailable


@dataclass
class Clock:
    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def circuit(clock: Clock) -> Circuit:
    return Circuit(clock, failures_to_open=3, rest=10)


def admits(circuit: Circuit) -> bool:
    try:
        with circuit.request():
            return True
    except ModelProblem:
        return False


def fail(circuit: Circuit, times: int) -> None:
    for _ in range(times):
        with circuit.request():
            circuit.failed()


def test_it_opens_after_failures_in_a_row(circuit: Circuit) -> None:
    fail(circuit, 2)
    circuit.answered()
    fail(circuit, 2)
    assert admits(circuit)
    fail(circuit, 1)
    with pytest.raises(ModelUnavailable) as caught, circuit.request():
        pass
    assert caught.value.retry_after == 10


def test_after_the_rest_one_request_tries_for_all(circuit: Circuit, clock: Clock) -> None:
    fail(circuit, 3)
    clock.now += 10
    with circuit.request():
        assert not admits(circuit)
        circuit.answered()
    assert admits(circuit)


def test_a_trial_that_fails_opens_it_again(circuit: Circuit, clock: Clock) -> None:
    fail(circuit, 3)
    clock.now += 10
    fail(circuit, 1)
    assert not admits(circuit)


def test_a_trial_that_is_cancelled_leaves_it_to_the_next(circuit: Circuit, clock: Clock) -> None:
    fail(circuit, 3)
    clock.now += 10
    with pytest.raises(KeyboardInterrupt), circuit.request():
        raise KeyboardInterrupt
    assert admits(circuit)


def test_it_stays_away_as_long_as_it_is_told(circuit: Circuit, clock: Clock) -> None:
    circuit.told_to_wait(ModelOverloaded, 90)
    with pytest.raises(ModelOverloaded) as caught, circuit.request():
        pass
    assert caught.value.retry_after == 90
    clock.now += 90
    assert admits(circuit)


def test_but_not_for_days(circuit: Circuit, clock: Clock) -> None:
    circuit.told_to_wait(ModelOverloaded, 86_400)
    clock.now += LONGEST_REST
    assert admits(circuit)
