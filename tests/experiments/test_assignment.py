"""People fall on variants by GrowthBook's hash: repeatably, in the weights' proportion, and apart per experiment."""

import json
from pathlib import Path
from typing import Any

import pytest
from growthbook import Experiment, GrowthBook
from growthbook.core import chooseVariation, gbhash, getBucketRanges, getEqualWeights, inNamespace
from hypothesis import given, settings
from hypothesis import strategies as st

from experiments.assignment import assigned_variant
from experiments.problems import InvalidExperiment
from experiments.recipient import canonical, recipient_key

CASES = json.loads((Path(__file__).parent / "growthbook_cases.json").read_text("utf-8"))
EVEN = (0.5, 0.5)


def named(section: str) -> list[Any]:
    return [pytest.param(*case, id=f"{number} {case[0]}") for number, case in enumerate(CASES[section])]


@pytest.mark.parametrize(("seed", "value", "version", "expected"), named("hash"))
def test_the_hash_is_growthbooks(seed: str, value: str, version: int, expected: float | None) -> None:
    assert gbhash(seed, value, version) == expected


@pytest.mark.parametrize(("name", "arguments", "expected"), named("getBucketRange"))
def test_weights_become_ranges(name: str, arguments: list[Any], expected: list[list[float]]) -> None:
    ranges = getBucketRanges(*arguments)
    assert [pytest.approx(one) for one in expected] == [list(one) for one in ranges]


@pytest.mark.parametrize(("name", "bucket", "ranges", "expected"), named("chooseVariation"))
def test_a_bucket_becomes_a_variation(name: str, bucket: float, ranges: list[Any], expected: int) -> None:
    assert chooseVariation(bucket, [(low, high) for low, high in ranges]) == expected


@pytest.mark.parametrize(("name", "identity", "namespace", "expected"), named("inNamespace"))
def test_namespaces_hold(name: str, identity: str, namespace: list[Any], expected: bool) -> None:
    assert inNamespace(identity, (namespace[0], namespace[1], namespace[2])) is expected


@pytest.mark.parametrize(("count", "expected"), CASES["getEqualWeights"])
def test_even_weights_are_even(count: int, expected: list[float]) -> None:
    assert getEqualWeights(count) == pytest.approx(expected)


@pytest.mark.parametrize(("name", "context", "experiment", "value", "included", "hashed"), named("run"))
def test_the_whole_assignment_is_growthbooks(
    name: str, context: dict[str, Any], experiment: dict[str, Any], value: Any, included: bool, hashed: bool
) -> None:
    result = GrowthBook(**context).run(Experiment(**experiment))
    assert (result.value, result.inExperiment, result.hashUsed) == (value, included, hashed)


def test_ours_is_the_second_version_of_the_hash_salted_by_the_experiment() -> None:
    for recipient in map(str, range(200)):
        bucket = gbhash("exp-1", recipient, 2)
        assert bucket is not None
        assert assigned_variant("exp-1", (0.3, 0.7), recipient) == (0 if bucket < 0.3 else 1)


@pytest.mark.parametrize("weights", [EVEN, (0.8, 0.2), (0.2, 0.3, 0.5), (0.5, 0.5, 0.0), (1 / 3, 1 / 3, 1 / 3)])
def test_the_shares_are_the_weights(weights: tuple[float, ...]) -> None:
    counts = [0] * len(weights)
    for number in range(6000):
        counts[assigned_variant("exp-2", weights, f"recipient {number}")] += 1
    # Four standard errors of a share of 6,000; the hash is fixed, so this never changes.
    assert [count / 6000 for count in counts] == [pytest.approx(weight, abs=0.026) for weight in weights]


def test_two_experiments_split_the_same_list_independently() -> None:
    first = [assigned_variant("exp-a", EVEN, str(number)) for number in range(4000)]
    second = [assigned_variant("exp-b", EVEN, str(number)) for number in range(4000)]
    assert sum(a == b for a, b in zip(first, second, strict=True)) / 4000 == pytest.approx(0.5, abs=0.032)


@settings(deadline=None)
@given(st.text(min_size=1).filter(lambda text: text.strip()))
def test_any_opaque_id_falls_on_a_variant_and_stays_there(recipient: str) -> None:
    arm = assigned_variant("exp-3", (0.2, 0.3, 0.5), recipient)
    assert arm in (0, 1, 2)
    assert assigned_variant("exp-3", (0.2, 0.3, 0.5), f" {recipient} ") == arm


@pytest.mark.parametrize(
    ("weights", "recipient"),
    [((0.5, 0.6), "a"), ((0.2, 0.2), "a"), ((1.0,), "a"), ((1.2, -0.2), "a"), (EVEN, ""), (EVEN, "  ")],
)
def test_what_the_hash_would_silently_mend_is_refused(weights: tuple[float, ...], recipient: str) -> None:
    with pytest.raises(InvalidExperiment):
        assigned_variant("exp-4", weights, recipient)


def test_a_recipient_is_kept_as_a_keyed_hash() -> None:
    key = recipient_key(b"secret", "exp-1", "Ann@Example.com ")
    assert key == recipient_key(b"secret", "exp-1", "ann@example.com")
    others = {(b"other", "exp-1"), (b"secret", "exp-2")}
    assert all(recipient_key(secret, experiment, "ann@example.com") != key for secret, experiment in others)
    assert "ann" not in key


def test_an_opaque_id_keeps_its_case() -> None:
    assert canonical("AbC") != canonical("abc")
