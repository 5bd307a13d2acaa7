"""Automatic numbers and bullets as Word prints them (ECMA-376 Part 1, §17.9).

Counters belong to the abstract list and are shared by all its instances; a `startOverride` counts once, where its
instance first appears. A level that is used before the levels above it makes them begin too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from service.docx.names import MC, OFF, VAL, W, first, whole
from service.docx.number_formats import formatted
from service.docx.parts import Part, remembered
from service.docx.symbols import shown

_PLACE = re.compile(r"%([1-9])")
_DEEPEST = 9


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list; `restart`: the number of levels (from the top) whose use makes it begin again."""

    start: int = 1
    kind: str = "decimal"
    text: str = ""
    legal: bool = False
    restart: int = 0
    style: str | None = None
    properties: Any = None
    """`w:pPr` of the level: the indents it gives its paragraphs."""


@dataclass(frozen=True, slots=True)
class Instance:
    """A list as paragraphs name it: its levels, and at which of them it starts anew."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]


class Lists:
    """The numbering part: instances by id. Levels are worked out when a paragraph asks for the list."""

    def __init__(self, root: Any) -> None:
        self._abstract: dict[str, Any] = {}
        self._nums: dict[str, Any] = {}
        self._linked: dict[str, str] = {}
        self._instances: dict[str, Instance | None] = {}
        for child in root if root is not None else ():
            if child.tag == W + "abstractNum":
                key = child.get(W + "abstractNumId", "")
                self._abstract[key] = child
                if (link := first(child, W + "styleLink")) is not None:
                    self._linked[link.get(VAL, "")] = key
            elif child.tag == W + "num":
                self._nums[child.get(W + "numId", "")] = child

    def instance(self, number: str) -> Instance | None:
        """The list with that id, or None."""
        if number not in self._nums:
            return None
        if number not in self._instances:
            self._instances[number] = self._made(self._nums[number])
        return self._instances[number]

    def _made(self, num: Any) -> Instance | None:
        target = first(num, W + "abstractNumId")
        key = target.get(VAL, "") if target is not None else ""
        abstract = self._abstract.get(key)
        link = first(abstract, W + "numStyleLink") if abstract is not None else None
        if link is not None and link.get(VAL, "") in self._linked:
            key = self._linked[link.get(VAL, "")]
            abstract = self._abstract[key]
        if abstract is None:
            return None
        levels = {whole(x.get(W + "ilvl"), 0): _level(x) for x in abstract if x.tag == W + "lvl"}
        starts: dict[int, int] = {}
        for override in num.iterchildren(W + "lvlOverride"):
            at = whole(override.get(W + "ilvl"), 0)
            if (start := first(override, W + "startOverride")) is not None:
                starts[at] = whole(start.get(VAL), 1)
            if (own := first(override, W + "lvl")) is not None:
                levels[at] = _level(own)
        return Instance(key, levels, starts)


@remembered
def lists_of(part: Part) -> Lists:
    """The lists of a numbering part."""
    return Lists(part.xml())


NO_LISTS = Lists(None)


def _level(element: Any) -> Level:
    at = whole(element.get(W + "ilvl"), 0)
    own: dict[str, Any] = {}
    for child in element:
        own[child.tag] = child

    def value(name: str, otherwise: str = "") -> str:
        child = own.get(W + name)
        return child.get(VAL, otherwise) if child is not None else otherwise

    kind = value("numFmt", "decimal")
    if W + "numFmt" not in own and (alternate := own.get(MC + "AlternateContent")) is not None:
        # Formats that came later (`001`) stand in an alternative; the fallback is one that every program knows.
        found = next((x for x in alternate.iter(W + "numFmt") if x.get(VAL) != "custom"), None)
        kind = found.get(VAL, kind) if found is not None else kind
    text = value("lvlText")
    fonts = first(own[W + "rPr"], W + "rFonts") if W + "rPr" in own else None
    if kind == "bullet":
        text = shown(text, fonts.get(W + "ascii") or fonts.get(W + "hAnsi") or "" if fonts is not None else "")
        text = "•" if not text and W + "lvlPicBulletId" in own else text
    legal = W + "isLgl" in own and value("isLgl", "1") not in OFF
    restart = whole(value("lvlRestart"), at)
    style = value("pStyle") or None
    return Level(whole(value("start"), 1), kind, text, legal, restart, style, own.get(W + "pPr"))


class Numbering:
    """Counts as the paragraphs of one story come by."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def level(self, number: str, level: int | None, style: str | None) -> tuple[int, Level] | None:
        """The level of a paragraph of list `number`: the one it names, else the one linked to its style."""
        instance = self._lists.instance(number)
        if instance is None:
            return None
        if level is None:
            level = next((at for at, found in instance.levels.items() if style and found.style == style), 0)
        found = instance.levels.get(level)
        return (level, found) if found is not None else None

    def label(self, number: str, at: int) -> str | None:
        """The label of the next paragraph of list `number` at the level `at`, or None where it prints none."""
        instance = self._lists.instance(number)
        if instance is None:
            return None
        level = instance.levels[at]
        counts = self._counts.setdefault(instance.abstract, {})
        override = instance.starts.get(at)
        if override is not None and (number, at) not in self._begun:
            counts[at] = override
        elif at in counts:
            counts[at] += 1
        else:
            counts[at] = level.start if override is None else override
        self._begun.add((number, at))
        for above in range(min(at, _DEEPEST)):
            if above not in counts and above in instance.levels:
                counts[above] = instance.starts.get(above, instance.levels[above].start)
        for below in [k for k in counts if k > at]:
            if at < (instance.levels[below].restart if below in instance.levels else below):
                del counts[below]
        return _printed(level, at, instance, counts)


def _printed(level: Level, at: int, instance: Instance, counts: dict[int, int]) -> str | None:
    if level.kind == "bullet":
        return level.text.strip() or None

    def count(found: re.Match[str]) -> str:
        which = int(found[1]) - 1
        other = instance.levels.get(which)
        if other is None:
            return ""
        # Legal numbering: what is inherited from the levels above is in digits (§17.9.4); the level keeps its own.
        kind = "decimal" if level.legal and which < at else other.kind
        return formatted(counts.get(which, other.start), kind)

    return _PLACE.sub(count, level.text).strip() or None
