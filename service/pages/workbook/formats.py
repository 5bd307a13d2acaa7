"""What the styles of a workbook say about a cell: its number format, the marks of its letters, lines around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from openpyxl.styles.numbers import BUILTIN_FORMATS

Marks = frozenset[str]
"""Tags of the form's notation: `b`, `i`, `u`, `sup`, `sub`."""


@dataclass(frozen=True, slots=True)
class Format:
    """A cell's format: `code` of its number format, `marks` of its font, whether it is `boxed`."""

    code: str = "General"
    marks: Marks = frozenset()
    boxed: bool = False


@dataclass(frozen=True, slots=True)
class Formats:
    """The formats of a workbook by their number."""

    known: tuple[Format, ...] = ()

    def of(self, number: str) -> Format:
        """The format a cell names; the plain one where there is none."""
        return self.known[int(number)] if number.isdecimal() and int(number) < len(self.known) else Format()


def read_formats(root: Any | None) -> Formats:
    """The formats of the styles part; none without it."""
    if root is None:
        return Formats()
    codes = {str(number): code for number, code in BUILTIN_FORMATS.items()}
    codes |= {entry.get("numFmtId", ""): entry.get("formatCode", "") for entry in _in(root, "numFmts")}
    fonts = [marks_of(font) for font in _in(root, "fonts")]
    boxes = [any(local(side) == "left" and side.get("style") for side in border) for border in _in(root, "borders")]
    return Formats(
        tuple(
            Format(
                codes.get(entry.get("numFmtId", "0"), "General"),
                _at(fonts, entry.get("fontId"), frozenset()),
                _at(boxes, entry.get("borderId"), False),
            )
            for entry in _in(root, "cellXfs")
        )
    )


def _at(values: list[Any], number: str | None, other: Any) -> Any:
    return values[int(number)] if number and number.isdecimal() and int(number) < len(values) else other


def marks_of(look: Any) -> Marks:
    """The marks that a font or the properties of a run set."""
    out = set()
    for entry in look:
        name, value = local(entry), entry.get("val")
        if (name in ("b", "i") and value not in ("0", "false")) or (name == "u" and value != "none"):
            out.add(name)
        elif name == "vertAlign" and value in ("superscript", "subscript"):
            out.add("sup" if value == "superscript" else "sub")
    return frozenset(out)


def local(element: Any) -> str:
    """The name of an element without its namespace; blank for what is none."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _in(root: Any, name: str) -> list[Any]:
    return [entry for holder in root if local(holder) == name for entry in holder if local(entry)]
