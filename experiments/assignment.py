"""Which variant a recipient gets, by GrowthBook's hash.

A pure function of experiment, weights and recipient, so that it needs no storage to be repeatable and any GrowthBook
SDK gives the same answer. It is not enough by itself: new weights move the borders, and with them people. So the
first answer is stored, and the store is asked before this.
"""

from growthbook import Experiment as HashedExperiment
from growthbook import GrowthBook

from experiments.experiment import Experiment
from experiments.lifecycle import check_assigns
from experiments.problems import InvalidExperiment
from experiments.recipient import canonical

HASH_VERSION = 2
"""The SDK's default is 1, whose buckets are coarser and correlate between experiments."""


def assign(experiment: Experiment, recipient: str) -> str:
    """Return the variant's name for a recipient of whom none is stored; raises WrongTransition unless it runs."""
    check_assigns(experiment.state)
    return experiment.names[assigned_variant(experiment.id, experiment.weights, recipient)]


def assigned_variant(salt: str, weights: tuple[float, ...], recipient: str) -> int:
    """Return the index of the variant for a recipient.

    `salt` is the experiment's id, so that two experiments split the same list independently. `weights` are shares that
    add up to 1; a variant of weight 0 gets nobody. Raises InvalidExperiment for an empty recipient or for weights
    that the SDK would replace by equal ones without a word.
    """
    identity = canonical(recipient)
    if not identity:
        raise InvalidExperiment("A recipient needs an id.")
    shares = _shares(weights)
    hashed = HashedExperiment(
        key=salt, variations=list(range(len(shares))), weights=shares, hashVersion=HASH_VERSION, seed=salt
    )
    result = GrowthBook(attributes={"id": identity}).run(hashed)
    if not result.inExperiment:
        raise InvalidExperiment("This recipient falls into no variant; the weights must add up to 1.")
    return int(result.variationId)


def _shares(weights: tuple[float, ...]) -> list[float]:
    total = sum(weights)
    if len(weights) < 2 or min(weights) < 0 or not 0.999 <= total <= 1.001:
        raise InvalidExperiment("Weights must be two or more shares, none below 0, that add up to 1.")
    return [weight / total for weight in weights]
