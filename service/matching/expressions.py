"""The parts of a line (fixed words, holes, branches) as regular expressions: as they are, loosely spaced, with words or signs
missing, or with another label before a hole."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

ANYTHING = ".+?"
ANYTHING_OR_NOTHING = ".*?"
_BLANKS = r"\s{0,20}"  # bounded: a page of blanks must not cost the square of its length


@dataclass(frozen=True, slots=True)
class Hole:
    """A place for text. `pattern`: a regular expression without groups for what may stand there; `typed`: for what may
    stand there beside it where the line is not as it should be. `usual`: what else than that is not taken for it there: the
    hole is then missing, and the blank after it."""

    tag: Hashable
    pattern: str = ANYTHING
    typed: str | None = None
    usual: str | None = None

    @property
    def known(self) -> bool:
        """Whether not every text may stand there."""
        return self.pattern not in (ANYTHING, ANYTHING_OR_NOTHING)


@dataclass(frozen=True, slots=True)
class Either:
    """One of several stretches; `tag` comes back with the number of the branch that stands there."""

    tag: Hashable
    branches: tuple[Parts, ...]


Parts = tuple["str | Hole | Either", ...]


class Words(NamedTuple):
    """Fixed words that may be missing; `weight`: how many signs they have."""

    weight: int


class Label(NamedTuple):
    """A place where other words may stand than the fixed ones; `told`: what follows tells that it is the line."""

    words: str
    told: bool


REST: Final = "rest"
"""What follows a hole that does not take everything, at the end of a line."""
Group = Hole | Words | Label | Literal["rest"] | tuple[Hashable, int]


class Compiled:
    """An expression and what its groups are, by their number; `holes` and `branches`: the groups that say something;
    `usual`: those of holes that may be missing."""

    __slots__ = ("branches", "expression", "groups", "holes", "usual")

    def __init__(self, source: str, flags: int, groups: list[Group], usual: Sequence[int] = ()) -> None:
        self.expression = re.compile(source, flags | re.DOTALL)
        self.usual = usual
        self.groups = tuple(enumerate(groups, 1))
        self.holes = [(number, group.tag) for number, group in self.groups if isinstance(group, Hole)]
        self.branches = [
            (number, group)
            for number, group in self.groups
            if isinstance(group, tuple) and not isinstance(group, Words | Label)
        ]


_Way = Callable[[Parts, int, int, list[Group]], str]
"""The expression of the fixed words at a place of a line's parts, so many branches deep; adds its groups."""


def as_is(parts: Parts, at: int, deep: int, groups: list[Group]) -> str:
    return re.escape(str(parts[at]))


def as_words(parts: Parts, at: int, deep: int, groups: list[Group]) -> str:
    return _spaced(str(parts[at]))


def optional_throughout(parts: Parts, at: int, deep: int, groups: list[Group]) -> str:
    """Each word and sign may be missing, and another sign stand in a sign's place."""
    pieces = re.findall(r"\w+|[^\w\s]+", str(parts[at]))
    if not pieces:
        return _spaced(str(parts[at]))
    groups += [Words(len(piece)) for piece in pieces]
    return "".join(rf"{_BLANKS}+(?:({_spaced(piece)}){_instead(piece)})?" for piece in pieces) + _BLANKS


def _instead(piece: str) -> str:
    return "" if piece[0].isalnum() else "|[-–—+*•/;:,.]"


def optional(parts: Parts, at: int, deep: int, groups: list[Group]) -> str:
    """Each word and sign may be missing, but those that tell a branch."""
    return (as_words if deep else optional_throughout)(parts, at, deep, groups)


def relabelled(parts: Parts, at: int, deep: int, groups: list[Group]) -> str:
    """Other words where a label stands."""
    own = label(parts, at) if not deep else None
    if own is None:
        return _spaced(str(parts[at]))
    groups.append(own)
    sign = re.escape(own.words[-1]) if not own.words[-1].isalnum() else ""
    return rf"{_BLANKS}+([^\W\d_][^\d{sign}]{{0,40}}?{sign}){_BLANKS}"


def label(parts: Parts, at: int) -> Label | None:
    """The words at a place that end in a sign or stand before a hole that not every text fits; they alone may be others."""
    part, after = parts[at], parts[at + 1] if at + 1 < len(parts) else None
    told = isinstance(after, Hole) and after.known
    if not isinstance(part, str) or not any(c.isalpha() for c in part) or not isinstance(after, Hole):
        return None
    return Label(part.strip(), told) if told or not part.strip()[-1].isalnum() else None


def compiled(parts: Parts, way: _Way, flags: int) -> Compiled:
    """The expression of `parts`, fixed words in their way, and its groups."""
    groups: list[Group] = []
    loose = way in (optional, optional_throughout)
    source = _source(parts, way, loose, 0, groups)
    if loose and isinstance(last := parts[-1], Hole) and last.known:
        source += r"(\W.*)?"
        groups.append(REST)
    for lazy in (ANYTHING, ANYTHING_OR_NOTHING):
        if source.endswith(
            f"({lazy})"
        ):  # a hole at the end takes the rest: the same match without a step for each letter
            source = f"{source[: -len(lazy) - 1]}{lazy[:-1]})"
    usual = [number for number, group in enumerate(groups, 1) if way is not as_is and group in parts and _usual(group)]
    return Compiled(source, flags, groups, usual)


def _usual(part: object) -> bool:
    return isinstance(part, Hole) and part.usual is not None


def _source(parts: Parts, way: _Way, loose: bool, deep: int, groups: list[Group]) -> str:
    out = []
    for at, part in enumerate(parts):
        if isinstance(part, str):
            taken = at and not part.strip() and not deep and way is not as_is and _usual(parts[at - 1])
            if not taken:  # the blank goes with the hole before it, where that may be missing
                out.append(way(parts, at, deep, groups))
        elif isinstance(part, Hole):
            groups.append(part)
            if part.usual and not deep and way is not as_is:
                out.append(rf"(?:({part.usual})(?:\s+|(?<!\w)(?!\d)))?")
            else:
                out.append(f"({part.pattern}|{part.typed})" if loose and part.typed else f"({part.pattern})")
        else:
            branches = []
            for number, branch in enumerate(part.branches):
                groups.append((part.tag, number))
                branches.append("()" + _source(branch, way, loose, deep + 1, groups))
            out.append("(?:" + "|".join(branches) + ")")
    return "".join(out)


def _spaced(text: str) -> str:
    """The words of `text` with any blanks between them; a text of blanks alone asks for one at least."""
    words = unicodedata.normalize("NFC", text).split()
    if not words:
        return r"\s+" if text else ""
    before = r"\s*" if text[0].isspace() else ""
    after = r"\s*" if text[-1].isspace() else ""
    return before + r"\s*".join(_signs(word) for word in words) + after


def _signs(word: str) -> str:
    """A word whose signs may have blanks before them (`Số :`)."""
    return re.sub(r"(?<=\w)(?=[^\w\s\\])", r"\\s*", re.escape(word)).replace(r"\-", "[-–—‐‑]")
