"""Families of figures: a name, what it tells, and labels whose values are bounded."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

PREFIX = "overture_"
OTHER = "other"
MOST_VALUES = 100
"""Values of one label; there are about a dozen steps, sixty routes and fifty codes of problems."""


@dataclass(frozen=True)
class Description:
    """A family as the documentation lists it."""

    name: str
    kind: str
    labels: tuple[str, ...]
    help: str


@dataclass
class Labels:
    """The labels of one family; a value that comes after too many others becomes `other`."""

    names: tuple[str, ...]
    _seen: dict[str, set[str]] = field(default_factory=dict)

    def bounded(self, values: Sequence[str]) -> list[str]:
        """Return the values to use."""
        return [self._bounded(name, value) for name, value in zip(self.names, values, strict=True)]

    def _bounded(self, name: str, value: str) -> str:
        seen = self._seen.setdefault(name, set())
        if value not in seen and len(seen) >= MOST_VALUES:
            return OTHER
        seen.add(value)
        return value


@dataclass(frozen=True)
class Counted:
    """Something that is counted."""

    counter: Counter
    labels: Labels

    def add(self, amount: float, *values: str) -> None:
        """Add to the count of these labels."""
        (self.counter.labels(*self.labels.bounded(values)) if values else self.counter).inc(amount)


@dataclass(frozen=True)
class Measured:
    """Something of which each instance is measured, in seconds."""

    histogram: Histogram
    labels: Labels

    def take(self, seconds: float, *values: str) -> None:
        """Add a measurement to those of these labels."""
        (self.histogram.labels(*self.labels.bounded(values)) if values else self.histogram).observe(seconds)


@dataclass(frozen=True)
class Families:
    """Makes the families of one registry, and knows them all."""

    registry: CollectorRegistry
    described: list[Description] = field(default_factory=list)

    def counter(self, name: str, help: str, labels: tuple[str, ...] = ()) -> Counted:
        """Return a new counter; its series end in `_total`."""
        self.described.append(Description(f"{PREFIX}{name}_total", "counter", labels, help))
        return Counted(Counter(PREFIX + name, help, labels, registry=self.registry), Labels(labels))

    def histogram(self, name: str, help: str, labels: tuple[str, ...], buckets: tuple[float, ...]) -> Measured:
        """Return a new histogram, in seconds."""
        self.described.append(Description(PREFIX + name, "histogram", labels, help))
        histogram = Histogram(PREFIX + name, help, labels, registry=self.registry, buckets=buckets)
        return Measured(histogram, Labels(labels))

    def gauge(self, name: str, help: str, labels: tuple[str, ...] = ()) -> Gauge:
        """Return a new gauge."""
        self.described.append(Description(PREFIX + name, "gauge", labels, help))
        return Gauge(PREFIX + name, help, labels, registry=self.registry)


@dataclass(frozen=True)
class KnownNames:
    """The names that may appear as a label."""

    names: tuple[str, ...]

    def of(self, name: str) -> str:
        """Return the known name that this one is, or is a dated release of, such as `gpt-4.1-mini-2025-04-14`."""
        fitting = [known for known in self.names if name == known or name.startswith((f"{known}-", f"{known}:"))]
        return max(fitting, key=len, default=OTHER)
