"""Styles of a document: their names, and what they make of a paragraph or run, the chain resolved."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Literal

from lxml import etree

from service.docx.names import OFF, VAL, W
from service.docx.package import Package, normal, parse

_TOGGLES = {W + "b": "bold", W + "i": "italic", W + "caps": "caps", W + "vanish": "hidden"}


_ALIGN = {"center": "center", "right": "right", "end": "right", "both": "both", "distribute": "both"}


@dataclass(frozen=True, slots=True)
class Format:
    """Effective properties of a run in a paragraph; sizes in points, indents in twips."""

    bold: bool = False
    italic: bool = False
    caps: bool = False
    hidden: bool = False
    underline: bool = False
    raised: Literal["up", "down"] | None = None
    size: float = 10.0
    font: str = ""
    align: Literal["left", "center", "right", "both"] = "left"
    left: int = 0
    first_line: int = 0
    outline: int | None = None
    bordered: bool = False
    number: tuple[str | None, int] = (None, 0)
    """Numbering id and level, as the paragraph's style or the paragraph itself gives them."""


PLAIN = Format()


def with_run(base: Format, properties: Any, from_style: bool = False) -> Format:
    """`base` under the run properties `w:rPr`. Toggles of a style switch those of the style below it (§17.7.3)."""
    if properties is None:
        return base
    changes: dict[str, Any] = {}
    for child in properties:
        tag = child.tag
        if tag in _TOGGLES:
            name = _TOGGLES[tag]
            on = child.get(VAL, "1") not in OFF
            changes[name] = (getattr(base, name) != on) if from_style and on else on
        elif tag == W + "sz":
            changes["size"] = _number(child.get(VAL), 20) / 2
        elif tag == W + "u":
            changes["underline"] = child.get(VAL, "single") not in OFF
        elif tag == W + "vertAlign":
            changes["raised"] = {"superscript": "up", "subscript": "down"}.get(child.get(VAL, ""))
        elif tag == W + "rFonts":
            changes["font"] = child.get(W + "ascii") or child.get(W + "hAnsi") or base.font
    return replace(base, **changes) if changes else base


def with_paragraph(base: Format, properties: Any) -> Format:
    """`base` under the paragraph properties `w:pPr`."""
    if properties is None:
        return base
    changes: dict[str, Any] = {}
    for child in properties:
        tag = child.tag
        if tag == W + "jc":
            changes["align"] = _ALIGN.get(child.get(VAL, "left"), "left")
        elif tag == W + "ind":
            left = child.get(W + "left") or child.get(W + "start")
            if left is not None:
                changes["left"] = int(_number(left, 0))
            if (first := child.get(W + "firstLine")) is not None:
                changes["first_line"] = int(_number(first, 0))
            if (hanging := child.get(W + "hanging")) is not None:
                changes["first_line"] = -int(_number(hanging, 0))
        elif tag == W + "outlineLvl":
            changes["outline"] = int(_number(child.get(VAL), 9))
        elif tag == W + "pBdr":
            changes["bordered"] = len(child) > 0
        elif tag == W + "numPr":
            number, level = child.find(W + "numId"), child.find(W + "ilvl")
            changes["number"] = (
                number.get(VAL) if number is not None else base.number[0],
                int(_number(level.get(VAL), 0)) if level is not None else base.number[1],
            )
    return replace(base, **changes) if changes else base


def _number(text: str | None, otherwise: float) -> float:
    try:
        return float(text) if text is not None else otherwise
    except ValueError:
        return otherwise


class Styles:
    """The styles part: names by id, and the format each style gives."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles: dict[str, etree._Element] = {}
        self.names: dict[str, str] = {}
        self.default = ""
        self._base = PLAIN
        self._formats: dict[str, Format] = {}
        for style in root.iterchildren(W + "style") if root is not None else ():
            key = style.get(W + "styleId", "")
            self._styles[key] = style
            name = style.find(W + "name")
            self.names[key] = name.get(VAL, key) if name is not None else key
            if style.get(W + "type") == "paragraph" and style.get(W + "default") in ("1", "true", "on"):
                self.default = key
        defaults = root.find(W + "docDefaults") if root is not None else None
        if defaults is not None:
            self._base = with_run(PLAIN, defaults.find(f"{W}rPrDefault/{W}rPr"))
            self._base = with_paragraph(self._base, defaults.find(f"{W}pPrDefault/{W}pPr"))

    def name(self, key: str | None) -> str:
        """The name of a paragraph style by its id; `Normal` where none is given."""
        return self.names.get(key, key) if key else self.names.get(self.default, "Normal")

    def format(self, key: str | None) -> Format:
        """What the paragraph style `key` (None: the default one) makes of a paragraph."""
        key = key if key in self._styles else self.default
        if key not in self._formats:
            out = self._base
            for style in reversed(self._chain(key)):
                out = with_run(out, style.find(W + "rPr"))
                out = with_paragraph(out, style.find(W + "pPr"))
            self._formats[key] = out
        return self._formats[key]

    def character(self, base: Format, key: str) -> Format:
        """`base` under the character style `key`."""
        for style in reversed(self._chain(key)):
            base = with_run(base, style.find(W + "rPr"), from_style=True)
        return base

    def _chain(self, key: str) -> list[etree._Element]:
        chain: list[etree._Element] = []
        while key in self._styles and self._styles[key] not in chain:
            chain.append(self._styles[key])
            based = chain[-1].find(W + "basedOn")
            key = based.get(VAL, "") if based is not None else ""
        return chain


@lru_cache(maxsize=16)
def _parsed(data: bytes) -> Styles:
    return Styles(parse(normal(data), "word/styles.xml"))


def styles_of(package: Package, name: str) -> Styles:
    """The styles of a package; those of the last few distinct style sheets are kept, since ours is always the same."""
    return _parsed(package.part(name)) if name in package.names else _EMPTY


_EMPTY = Styles(None)
