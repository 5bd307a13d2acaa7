"""What run and paragraph properties make of the look below them, and the look that a style alone gives."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal

from service.docx.blocks import Look, TextRun
from service.docx.names import OFF, VAL, W

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


def run_of(text: str, f: Format) -> TextRun:
    """`text` in the look of `f`."""
    return TextRun(text, f.bold, f.italic, f.underline, f.caps, f.raised, f.size, f.font)


def look_of(base: Format, most: TextRun) -> Look:
    """The look of a paragraph with the format `base` whose letters are mostly as in `most`."""
    return Look(
        base.align,
        base.left,
        base.first_line,
        most.bold,
        most.italic,
        most.underline,
        most.caps,
        most.size,
        base.outline,
        base.bordered,
    )


class StyleFormatting:
    """The formatting that a style alone gives: one for all its paragraphs without properties of their own."""

    __slots__ = ("_format", "_look")

    plain = True

    def __init__(self, format_: Format) -> None:
        self._format = format_
        self._look: Look | None = None

    def runs(self, text: str) -> tuple[TextRun, ...]:
        """The text as one run."""
        return (run_of(text, self._format),) if text else ()

    def look(self, text: str) -> Look:
        """The look of the style."""
        if self._look is None:
            self._look = look_of(self._format, run_of("", self._format))
        return self._look
