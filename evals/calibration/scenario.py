"""What is simulated: arms of known rates, a plan, and how often somebody looks."""

from dataclasses import dataclass

from experiments.planning import Plan, plan


@dataclass(frozen=True)
class Scenario:
    """A test whose truth is known."""

    name: str
    rates: tuple[float, ...]
    """True reply rate of each arm."""
    baseline: float
    """What the plan assumes."""
    uplift: float
    """What the plan wants to see."""
    weights: tuple[float, ...] = (0.5, 0.5)
    looks: int = 30

    @property
    def plan(self) -> Plan:
        """Return the plan that an experiment of this scenario has."""
        return plan(self.baseline, self.uplift, self.weights)

    @property
    def per_look(self) -> int:
        """Return the emails sent between two looks, all arms together; the last look is at the planned size."""
        return -(-self.plan.total // self.looks)

    @property
    def best(self) -> int | None:
        """Return the arm that is truly the best, or None where several are."""
        highest = max(self.rates)
        return self.rates.index(highest) if self.rates.count(highest) == 1 else None


THIRDS = (1 / 3, 1 / 3, 1 / 3)

SCENARIOS = (
    Scenario("equal, 3.43 %, default plan", (0.0343, 0.0343), 0.0343, 1.0),
    Scenario("equal, 3 %, plan +50 %", (0.03, 0.03), 0.03, 0.5),
    Scenario("equal, 1 %, plan +50 %", (0.01, 0.01), 0.01, 0.5),
    Scenario("equal, 3 %, weights 80:20", (0.03, 0.03), 0.03, 0.5, (0.8, 0.2)),
    Scenario("three equal, 3 %", (0.03, 0.03, 0.03), 0.03, 0.5, THIRDS),
    Scenario("two of three share the lead", (0.02, 0.03, 0.03), 0.03, 0.5, THIRDS),
    Scenario("twice as many, default plan", (0.0343, 0.0686), 0.0343, 1.0),
    Scenario("+50 % of 3 %, as planned", (0.03, 0.045), 0.03, 0.5),
    Scenario("+50 % of 3 %, weights 80:20", (0.03, 0.045), 0.03, 0.5, (0.8, 0.2)),
    Scenario("+100 % of 3 %, plan +50 %", (0.03, 0.06), 0.03, 0.5),
    Scenario("one of three +50 %", (0.03, 0.03, 0.045), 0.03, 0.5, THIRDS),
)
