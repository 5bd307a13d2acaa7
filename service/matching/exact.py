"""Reading things that are exactly as the pattern has them: no costs, no search, nothing looked at twice.

What decides how a thing may be read is worked out once for each shape (`Automaton.shape`); after that a thing is
only asked for its words.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from service.matching.align import Alignment, Step
from service.matching.automaton import START, Action, Automaton
from service.matching.pattern import Exactly, One


def exact(automaton: Automaton, items: Sequence[Any]) -> Alignment | None:
    """The reading of things that are exactly as the pattern has them, or None (also where two such readings are)."""
    at = START
    steps: list[Step] = []
    ones, ways, shape, following = automaton.ones, automaton.ways, automaton.shape, automaton.following
    for index, item in enumerate(items):
        taken, value = None, None
        for after, lane in following(at, shape(item), item):
            if (said := lane(item)) is not None:
                if taken is not None:
                    if at not in (taken, after) or not automaton.silent(item):
                        return _by_threads(automaton, items, index, at, steps)
                    if taken == at:
                        continue
                taken, value = after, said
        if taken is None:
            return None
        steps.append(Step(index, ones[taken], ways[at][taken].actions, value))
        at = taken
    closing = _closing(automaton, at)
    return Alignment(steps, closing, 0.0) if closing is not None else None


class _Thread(NamedTuple):
    """A reading up to a position: its last step, and the thread before it."""

    step: Step | None
    before: _Thread | None


def _by_threads(automaton: Automaton, items: Sequence[Any], index: int, at: int, steps: list[Step]) -> Alignment | None:
    """The rest of the reading from `index` on where the next thing alone does not tell whose it is: all ways at once,
    of which the end must leave one."""
    first = _Thread(None, None)
    two = _Thread(None, None)  # met: whatever comes of it is no single reading
    threads: dict[int, _Thread] = {at: first}
    ways, shape, following = automaton.ways, automaton.shape, automaton.following
    for number in range(index, len(items)):
        item = items[number]
        now: dict[int, _Thread] = {}
        for at, thread in threads.items():
            for after, lane in following(at, shape(item), item):
                if (said := lane(item)) is not None:
                    step = Step(number, automaton.ones[after], ways[at][after].actions, said)
                    now[after] = two if thread is two or after in now else _Thread(step, thread)
        threads = now
    ends = [(at, thread) for at, thread in threads.items() if _closing(automaton, at) is not None]
    if len(ends) != 1 or ends[0][1] is two:
        return None
    at, thread = ends[0]
    rest: list[Step] = []
    while thread.step is not None:
        rest.append(thread.step)
        assert thread.before is not None
        thread = thread.before
    return Alignment(steps + rest[::-1], _closing(automaton, at) or (), 0.0)


Reading = tuple[One, tuple[Action, ...], Exactly]


def straight(automaton: Automaton, items: Sequence[Any]) -> Exactly | None:
    """How to read sequences whose things have the shapes of `items`: to an Alignment or None, as `exact` does, but
    without looking for the way where the shapes leave only one. None where no such sequence can be exact."""
    found: list[dict[int, tuple[tuple[int, Exactly], ...]]] = []
    reached = {START}
    for item in items:
        shape = automaton.shape(item)
        found.append({at: automaton.following(at, shape, item) for at in reached})
        reached = {after for ways in found[-1].values() for after, _ in ways}
    ends = [at for at in reached if _closing(automaton, at) is not None]
    if not ends:
        return None
    at = ends[0]
    closing = _closing(automaton, at) or ()
    path: list[Reading] = []
    for ways in reversed(found):
        before = [(p, lane) for p, following in ways.items() for after, lane in following if after == at]
        if len(before) > 1:
            break
        path.append((automaton.ones[at], automaton.ways[before[0][0]][at].actions, before[0][1]))
        at = before[0][0]
    if len(ends) > 1 or len(path) < len(found):
        return lambda things: exact(automaton, things)
    path.reverse()
    return lambda things: _along(path, closing, things)


def _along(path: list[Reading], closing: tuple[Action, ...], items: Sequence[Any]) -> Alignment | None:
    steps = []
    for index, (one, actions, lane) in enumerate(path):
        if (value := lane(items[index])) is None:
            return None
        steps.append(Step(index, one, actions, value))
    return Alignment(steps, closing, 0.0)


def _closing(automaton: Automaton, at: int) -> tuple[Action, ...] | None:
    """What happens after the last thing, if the pattern may end there at no cost."""
    way = automaton.ways[at].get(automaton.end)
    return way.actions if way is not None and not way.cost else None
