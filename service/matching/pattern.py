"""What may stand in a sequence: one thing, things after each other, repeated things, one of several.

The things are of any type; a `One` says what it costs to take a thing for its own. Knows neither Word nor plans.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol


class Match(NamedTuple):
    """How a thing fits: 0 = exactly; `value` is whatever the pattern reads from it."""

    cost: float
    value: Any


INFINITE = float("inf")
DEAR = Match(INFINITE, None)

Exactly = Callable[[Any], Any]
"""Reads a thing of a known shape: what it says if it is exactly as expected, else None."""


class Reader(Protocol):
    """What a `One` asks about a thing."""

    def exactly(self, item: Any) -> Exactly | None:
        """How to read things that have the shape of `item` exactly; None where that shape can never fit."""

    def match(self, item: Any, limit: float = INFINITE) -> Match | None:
        """What the thing says and what that costs; None where it cannot be meant. One that works long may answer
        `DEAR` as soon as the cost is sure to be over `limit`."""


@dataclass(frozen=True, slots=True, eq=False)
class One:
    """Exactly one thing; `missing` is the cost of its absence."""

    name: str
    reader: Reader
    missing: float = 2.0


@dataclass(frozen=True, slots=True, eq=False)
class Seq:
    """The parts after each other."""

    parts: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Repeat:
    """The body any number of times. `tag` comes back in the steps of the alignment, if there is one."""

    tag: Any
    body: Pattern


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """One of the branches. `tag` comes back in the steps with the number of the branch."""

    tag: Any
    branches: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Mark:
    """Nothing; comes back in the steps as what a loop or choice says: its `kind` and `tag`."""

    kind: str
    tag: Any


Pattern = One | Seq | Repeat | Choice | Mark


def most(pattern: Pattern) -> float:
    """How many things the pattern takes at most."""
    match pattern:
        case One():
            return 1
        case Seq(parts):
            return sum(most(part) for part in parts)
        case Repeat(_, body):
            return INFINITE if most(body) else 0
        case Choice(_, branches):
            return max((most(branch) for branch in branches), default=0)
        case Mark():
            return 0


NOTHING = Seq(())
