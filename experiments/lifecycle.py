"""The states of an experiment, and the only ways from one to another.

draft ──start──▶ running ──pause──▶ paused ──start──▶ running
                    │                  │
                    ├──────stop────────┤
                    ▼                  ▼
                         stopped
running, paused, stopped ──decide──▶ decided
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from experiments.problems import WrongTransition

State = Literal["draft", "running", "paused", "stopped", "decided"]
Action = Literal["start", "pause", "stop", "decide"]

WAYS: Mapping[tuple[State, Action], State] = MappingProxyType(
    {
        ("draft", "start"): "running",
        ("paused", "start"): "running",
        ("running", "pause"): "paused",
        ("running", "stop"): "stopped",
        ("paused", "stop"): "stopped",
        ("running", "decide"): "decided",
        ("paused", "decide"): "decided",
        ("stopped", "decide"): "decided",
    }
)


def state_after(state: State, action: Action) -> State:
    """Return the state that an action leads to; raises WrongTransition where it leads nowhere."""
    following = WAYS.get((state, action))
    if following is None:
        raise WrongTransition(f"An experiment that is {state} cannot {action}; {_possible(state)}.")
    return following


def check_assigns(state: State) -> None:
    """Refuse new assignments unless the experiment runs; assignments already made can be read in every state."""
    if state != "running":
        raise WrongTransition(f"An experiment that is {state} assigns nobody; only a running one does.")


def check_counts(state: State) -> None:
    """Refuse events of a draft, which nobody was assigned to; later ones count in every state, since replies lag."""
    if state == "draft":
        raise WrongTransition("An experiment that is draft has no events; start it first.")


def check_editable(state: State) -> None:
    """Refuse new variants, windows or rates once people were assigned: the plan must stand before the data."""
    if state != "draft":
        raise WrongTransition(f"An experiment that is {state} keeps its plan; only a draft can be changed.")


def _possible(state: State) -> str:
    actions = [action for came_from, action in WAYS if came_from == state]
    return f"it can {', '.join(actions)}" if actions else "it is final"
