"""The matcher by itself, over letters: exact reading, the cheapest reading, and what is given up."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.matching.align import align, within
from service.matching.automaton import Automaton
from service.matching.exact import exact, straight
from service.matching.pattern import DEAR, INFINITE, Choice, Exactly, Match, One, Repeat, Seq


class Letter:
    """Reads one letter; the same in the other case at 1; any other sign never."""

    def __init__(self, letter: str) -> None:
        self.letter = letter
        self.asked = 0

    def exactly(self, item: Any) -> Exactly | None:
        return (lambda thing: thing) if item == self.letter else None

    def match(self, item: Any, limit: float = INFINITE) -> Match | None:
        self.asked += 1
        return Match(1.0, item) if item.lower() == self.letter.lower() else None


class Word:
    """Reads a word letter by letter, as long as that is not too dear."""

    def __init__(self, word: str) -> None:
        self.letters = [Letter(letter) for letter in word]
        self.inside = Automaton(Seq(tuple(One(x.letter, x) for x in self.letters)), lambda item: item)

    def exactly(self, item: Any) -> Exactly | None:
        return straight(self.inside, item)

    def match(self, item: Any, limit: float = INFINITE) -> Match | None:
        found = within(self.inside, item, lambda _: 2.0, limit)
        return DEAR if found is None else Match(found.cost, found)


def one(letter: str, missing: float = 2.0) -> One:
    return One(letter, Letter(letter), missing)


A, B, C = one("a"), one("b"), one("c")
PATTERN = Seq((A, Repeat("loop", Choice("choice", (B, C))), one("d")))


def automaton(pattern: Any = PATTERN) -> Automaton:
    return Automaton(pattern, lambda item: item)


@pytest.mark.parametrize("text", ["ad", "abd", "acbcd", "abbbbbd"])
def test_what_the_pattern_has_is_read_exactly(text: str) -> None:
    found = exact(automaton(), text)
    assert found is not None
    assert [step.value for step in found.steps] == list(text)
    assert found.cost == 0


@pytest.mark.parametrize("text", ["", "a", "d", "abdd", "aBd", "abxd", "dab"])
def test_what_it_has_not_is_not(text: str) -> None:
    assert exact(automaton(), text) is None


def test_what_two_ways_explain_is_not_exact() -> None:
    assert exact(automaton(Choice("either", (one("a"), one("a")))), "a") is None


@given(st.text("abcdx", max_size=8))
def test_reading_straight_is_reading_exactly(text: str) -> None:
    machine = automaton()
    lane = straight(machine, text)
    assert (lane(text) if lane else None) == exact(machine, text)


@given(st.text("abcdABx", max_size=8))
def test_the_cheapest_reading_of_what_is_exact_is_that_one(text: str) -> None:
    machine = automaton()
    found, exactly = align(machine, text, lambda _: 3.0), exact(machine, text)
    assert (exactly is not None) == (found.cost == 0)
    if exactly is not None:
        assert [step.value for step in found.steps] == [step.value for step in exactly.steps]


@given(st.text("abcdABx", max_size=8), st.floats(0, 12))
def test_a_limit_gives_up_what_is_dearer_and_changes_nothing_else(text: str, limit: float) -> None:
    machine = automaton()
    whole, some = align(machine, text, lambda _: 3.0), within(machine, text, lambda _: 3.0, limit)
    assert (some is None) == (whole.cost > limit)
    if some is not None:
        assert (some.cost, [s.value for s in some.steps]) == (whole.cost, [s.value for s in whole.steps])


WORDS = st.text("abAB", max_size=5)


@given(WORDS, WORDS, st.lists(WORDS, max_size=5), st.floats(0, 60))
def test_a_limit_changes_no_reading_of_words_by_their_letters(
    one: str, other: str, words: list[str], limit: float
) -> None:
    machine = automaton(Seq((One("one", Word(one)), One("other", Word(other)), One("again", Word(one)))))
    whole = align(machine, words, lambda word: 2.0 * len(word), beam=3.0)
    some = within(machine, words, lambda word: 2.0 * len(word), limit, beam=3.0)
    assert (some is None) == (whole.cost > limit)
    if some is not None:
        assert some.cost == whole.cost
        assert [(s.one, s.cost, s.margin) for s in some.steps] == [(s.one, s.cost, s.margin) for s in whole.steps]


def test_a_price_for_each_thing_that_is_other_missing_or_left_over() -> None:
    machine = automaton(Seq((A, B, one("d"))))
    assert align(machine, "aBd", lambda _: 3.0).cost == 1.0  # the other case
    assert align(machine, "ad", lambda _: 3.0).cost == 2.0  # one missing
    found = align(machine, "abxd", lambda _: 3.0)  # one left over
    assert found.cost == 3.0
    assert [step.one.name if step.one else None for step in found.steps] == ["a", "b", None, "d"]


def test_what_is_much_too_dear_is_not_worked_out_to_its_end() -> None:
    right, wrong = Word("a" * 100), Word("b" * 100)
    machine = automaton(Seq((One("right", right), One("wrong", wrong))))
    found = align(machine, ["a" * 99 + "A"], lambda item: 2.0 * len(item))
    assert found.steps[0].one is not None
    assert found.steps[0].one.name == "right"
    assert sum(letter.asked for letter in wrong.letters) < 5_000, "of the 10 000 that all its letters would ask"


def test_so_many_things_that_nothing_explains_are_not_looked_at_to_their_end() -> None:
    only = Letter("b")
    machine = automaton(Repeat("loop", One("b", only)))
    assert within(machine, "x" * 1000, lambda _: 2.0, INFINITE, share=0.9) is None
    assert only.asked < 200
    assert within(machine, "x" * 100 + "b" * 900, lambda _: 2.0, INFINITE, share=0.9) is not None, "few enough to go on"


def test_more_things_than_a_pattern_takes_are_counted_before_any_is_looked_at() -> None:
    only = Letter("b")
    machine = automaton(Seq((A, Choice("either", (Seq((One("b", only), B)), C)))))
    assert machine.most == 3
    assert within(machine, "b" * 10, lambda _: 2.0, 13.0) is None
    assert only.asked == 0
    assert within(machine, "b" * 10, lambda _: 2.0, INFINITE, share=0.5, beam=1.0) is None
    assert only.asked == 0
    assert automaton().most == INFINITE


def test_a_reader_at_two_places_is_asked_once() -> None:
    twice = Letter("b")
    machine = automaton(Seq((One("first", twice), A, One("second", twice))))
    found = align(machine, "BaB", lambda _: 3.0)
    assert [step.one.name if step.one else None for step in found.steps] == ["first", "a", "second"]
    assert twice.asked == 2


def test_shapes_beyond_what_is_worth_remembering_are_read_all_the_same() -> None:
    machine = Automaton(PATTERN, lambda item: None)
    assert exact(machine, "acbcd") is not None
    assert not machine._lanes
    assert not machine._next
