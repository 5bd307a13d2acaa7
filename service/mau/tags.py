"""The tags of a template as values: where they loop, choose, and print."""

from __future__ import annotations

import re
from dataclasses import dataclass

from service.matching.expressions import ANYTHING, ANYTHING_OR_NOTHING, Either, Hole, Parts
from service.mau.text import RICH
from service.wording.markers import MARKER
from service.wording.pairs import PAIRS

Path = tuple[str, ...]
_BLOCK = re.compile(r"\s*\{%-?\s*(p|tr|tc)\s+(.*?)\s*-?%\}\s*", re.S)
_INLINE = re.compile(r"\{\{-?\s*(?:r\s+)?(.*?)\s*-?\}\}|\{%-?\s*(.*?)\s*-?%\}", re.S)
_FOR = re.compile(r"for\s+(\w+)\s+in\s+([\w.]+)")
_EQUAL = re.compile(r"([\w.]+)\s*==\s*(['\"])(.*?)\2")
_NAME = re.compile(r"[A-Za-z_]\w*(?:\.\w+)*")
_TALL = re.compile(r"([\w.]+)\s*\|\s*gop_doc")
_DEFAULT = re.compile(r"mac_dinh\((['\"])(.*?)\1\)")


@dataclass(frozen=True, slots=True, eq=False)
class Loop:
    """`for variable in path`."""

    variable: str
    path: Path


@dataclass(frozen=True, slots=True, eq=False)
class Test:
    """An `if`: for each branch what it says about the names (`loai == 'doan'`, a name there or not)."""

    said: tuple[tuple[tuple[Path, object], ...], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Print:
    """A hole: what is printed, through which pair, and the words that stand for nothing."""

    path: Path
    pair: str | None = None
    otherwise: str | None = None
    field: Path = ()
    """The path with the variables of loops resolved: `q` in a loop over `c.quyen_han` is `chu_ky`, `quyen_han`."""
    rich: bool = False
    """Whether it may hold runs."""


class TagError(ValueError):
    """A tag that cannot be read back, or is out of place; its text is the message."""


def block_tag(text: str, level: str) -> str | None:
    """What a paragraph, row or cell (`p`, `tr`, `tc`) says if it holds only a tag of that level."""
    found = _BLOCK.fullmatch(text)
    return found.group(2) if found and found.group(1) == level else None


def path(name: str) -> Path:
    """`d.van_ban` as its names."""
    return tuple(name.split("."))


def loop(text: str) -> Loop:
    """The loop of a `for` tag."""
    found = _FOR.fullmatch(text.strip())
    if not found:
        raise TagError(text)
    return Loop(found.group(1), path(found.group(2)))


def test(conditions: list[str | None]) -> Test:
    """The test of the conditions of an `if`, its `elif`s and its `else` (None)."""
    said: list[tuple[tuple[Path, object], ...]] = []
    absent: list[tuple[Path, object]] = []
    for condition in conditions:
        own: list[tuple[Path, object]] = list(absent)
        text = (condition or "").strip()
        if equal := _EQUAL.fullmatch(text):
            own.append((path(equal.group(1)), equal.group(3)))
        elif _NAME.fullmatch(text) and not text.startswith("loop."):
            own.append((path(text), True))
            absent = [*absent, (path(text), False)]
        said.append(tuple(own))
    return Test(tuple(said))


def asked(conditions: list[str | None]) -> tuple[Path | None, list[str | None]]:
    """The one name whose values tell the branches of an `if` apart, and the value of each (None: `else`); no name
    where the conditions ask for something else."""
    found = [_EQUAL.fullmatch(condition.strip()) if condition else None for condition in conditions]
    names = {path(f.group(1)) for f in found if f}
    if len(names) != 1 or any(f is None and c is not None for f, c in zip(found, conditions, strict=True)):
        return None, [None] * len(conditions)
    return names.pop(), [f.group(3) if f else None for f in found]


@dataclass(slots=True)
class Line:
    """The text of a template paragraph: its parts, and what its cell is told."""

    parts: Parts
    span: Path | None = None
    merged: bool = False
    tall: Path | None = None


Scope = dict[str, Path]
"""What the variables of the loops around a place stand for."""


def resolved(name: Path, scope: Scope) -> Path:
    """`name` from the payload's top: the loop variable it begins with replaced by what is looped over."""
    return (*scope[name[0]], *name[1:]) if name[0] in scope else name


def line(text: str, empty: bool, scope: Scope) -> Line:
    """The parts of a paragraph's text; `empty` holes may hold nothing."""
    out = Line(())
    tokens = list(_tokens(text, out))
    parts, rest = _sequence(tokens, 0, empty, scope)
    if rest < len(tokens):
        raise TagError(str(tokens[rest]))
    out.parts = parts
    return out


def _tokens(text: str, out: Line) -> list[str | tuple[str, str]]:
    tokens: list[str | tuple[str, str]] = []
    at = 0
    for found in _INLINE.finditer(text):
        if found.start() > at:
            tokens.append(text[at : found.start()])
        at = found.end()
        printed, said = found.groups()
        if printed is not None and (tall := _TALL.fullmatch(printed)):
            out.tall = path(tall.group(1))
        elif printed is not None:
            tokens.append(("print", printed))
        elif said == "vm":
            out.merged = True
        elif said.startswith("colspan "):
            out.span = path(said[8:].strip())
        else:
            tokens.append(("tag", said))
    if at < len(text):
        tokens.append(text[at:])
    return tokens


def _sequence(tokens: list[str | tuple[str, str]], at: int, empty: bool, scope: Scope) -> tuple[Parts, int]:
    parts: list[str | Hole | Either] = []
    while at < len(tokens):
        token = tokens[at]
        if isinstance(token, str):
            parts.append(token)
            at += 1
        elif token[0] == "print":
            if (hole := _hole(token[1], empty, scope)) is not None:
                parts.append(hole)
            at += 1
        elif token[1].startswith("if "):
            conditions: list[str | None] = [token[1][3:]]
            branches: list[Parts] = []
            while True:
                branch, at = _sequence(tokens, at + 1, empty, scope)
                branches.append(branch)
                if at >= len(tokens):
                    raise TagError(token[1])
                word = tokens[at][1]
                if word == "endif":
                    break
                conditions.append(None if word == "else" else word[5:])
            if None not in conditions:
                conditions.append(None)
                branches.append(())
            parts.append(Either(test(conditions), tuple(branches)))
            at += 1
        else:
            break
    return tuple(parts), at


def _hole(text: str, empty: bool, scope: Scope) -> Hole | None:
    name, _, filters = (piece.strip() for piece in text.partition("|"))
    if filters.startswith("ke_ngang"):
        return None  # draws a line and prints no text
    if not _NAME.fullmatch(name):
        raise TagError(text)
    field = resolved(path(name), scope)
    if default := _DEFAULT.fullmatch(filters):
        return Hole(Print(path(name), None, default.group(2), field))
    if filters in PAIRS:
        pair = PAIRS[filters]
        return Hole(Print(path(name), filters, field=field), pair.pattern, pair.typed)
    if filters:
        raise TagError(text)
    usual = MARKER if field[-1] == "dau" else None
    # The issuing body is the one text that a plan must have and may have empty: a document named none (contract §2).
    nothing = empty or field == ("co_quan_ban_hanh",)
    pattern = ANYTHING_OR_NOTHING if nothing else ANYTHING
    return Hole(Print(path(name), field=field, rich=field[-1] in RICH), pattern, usual=usual)
