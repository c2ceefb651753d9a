"""Simulated tests: recipients fall on arms at random, and reply at their arm's rate."""

from collections.abc import Iterator

import numpy as np

from evals.calibration.scenario import Scenario
from experiments.strata import Stratum


def looks(scenario: Scenario, seed: int) -> Iterator[Stratum]:
    """Yield what has been counted at each look of one test; the same for the same seed."""
    chance = np.random.default_rng(seed)
    sent = np.zeros(len(scenario.rates), dtype=int)
    replied = np.zeros(len(scenario.rates), dtype=int)
    for _ in range(scenario.looks):
        more = chance.multinomial(scenario.per_look, scenario.weights)
        sent += more
        replied += chance.binomial(more, scenario.rates)
        yield Stratum(scenario.weights, tuple(map(int, sent)), tuple(map(int, replied)))
