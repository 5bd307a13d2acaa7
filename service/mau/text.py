"""Text of the plan as markup that docxtpl and the compiled template print alike.

A plain string is left to the escaping of the environment. Only three things need more: a line break inside a
paragraph, runs that deviate from their paragraph's look, and an underscore beside a brace (docxtpl turns `{_{` into
`{{`, so a value that holds it would not come out as typed).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from markupsafe import Markup, escape

from schemas.plan import Run, VanBan

BREAK = Markup('</w:t><w:br/><w:t xml:space="preserve">')
_BRACES = re.compile(r"(?<=[{%])_|_(?=[}%])")


@dataclass(frozen=True, slots=True)
class Base:
    """The look that the template gives a hole: its run properties as XML, and which marks they already show."""

    properties: str = ""
    dam: bool = False
    nghieng: bool = False
    gach_chan: bool = False


PLAIN = Base()

RICH = frozenset(("can_cu", "mo_dau", "ket_thuc", "van_ban", "noi_dung", "thoi_gian", "to_chuc_thuc_hien", "o"))
"""The names, as a template prints them, that may hold runs; any other is plain text."""


class Runs:
    """Runs of a text, printed inside the template's own run: each deviation closes it and opens another."""

    __slots__ = ("runs",)

    def __init__(self, runs: tuple[Run, ...]) -> None:
        self.runs = runs

    def __html__(self) -> str:
        return self.markup(PLAIN)

    def markup(self, base: Base) -> Markup:
        """The runs over a hole that looks like `base`; a mark switches what the hole shows to its opposite."""
        parts: list[str] = []
        back = f'</w:t></w:r><w:r>{base.properties}<w:t xml:space="preserve">'
        deviating = False
        for run in self.runs:
            marked = run.dam or run.nghieng or run.gach_chan or run.chi_so
            if marked:
                properties = _properties(run, base)
                parts.append(f'</w:t></w:r><w:r>{properties}<w:t xml:space="preserve">')
            elif deviating:
                parts.append(back)
            parts.append(_escaped(run.van_ban))
            deviating = bool(marked)
        if deviating:
            parts.append(back)
        return Markup("".join(parts))  # noqa: S704 - every piece is escaped above


def _properties(run: Run, base: Base) -> str:
    """Run properties of the hole with the marks of `run` switched, in the order of the schema (ECMA-376 §17.3.2)."""
    own = base.properties.removeprefix("<w:rPr>").removesuffix("</w:rPr>")
    pieces = {found.group(1): found.group() for found in re.finditer(r"<w:(\w+)\b[^>]*?/>", own)}
    if run.dam:
        pieces["b"] = '<w:b w:val="0"/>' if base.dam else "<w:b/>"
    if run.nghieng:
        pieces["i"] = '<w:i w:val="0"/>' if base.nghieng else "<w:i/>"
    if run.gach_chan:
        pieces["u"] = f'<w:u w:val="{"none" if base.gach_chan else "single"}"/>'
    if run.chi_so:
        pieces["vertAlign"] = f'<w:vertAlign w:val="{"superscript" if run.chi_so == "tren" else "subscript"}"/>'
    ordered = sorted(pieces, key=lambda name: _ORDER.get(name, len(_ORDER)))
    return "<w:rPr>" + "".join(pieces[name] for name in ordered) + "</w:rPr>"


_ORDER = {
    name: place
    for place, name in enumerate(
        [
            "rStyle",
            "rFonts",
            "b",
            "bCs",
            "i",
            "iCs",
            "caps",
            "smallCaps",
            "strike",
            "dstrike",
            "outline",
            "shadow",
            "emboss",
            "imprint",
            "noProof",
            "snapToGrid",
            "vanish",
            "webHidden",
            "color",
            "spacing",
            "w",
            "kern",
            "position",
            "sz",
            "szCs",
            "highlight",
            "u",
            "effect",
            "bdr",
            "shd",
            "fitText",
            "vertAlign",
            "rtl",
            "cs",
            "em",
            "lang",
            "eastAsianLayout",
            "specVanish",
            "oMath",
        ]
    )
}


def _escaped(text: str) -> str:
    markup = str(escape(text))
    if "_" in markup:
        markup = _BRACES.sub("&#95;", markup)
    return markup.replace("\n", BREAK) if "\n" in markup else markup


def chu(text: str | None) -> str:
    """One-line text as the template prints it; None is empty, which conditions take as false and a hole prints as nothing."""
    if text is None:
        return ""
    return Markup(_escaped(text)) if "_" in text else text  # noqa: S704


def van_ban(text: VanBan | None) -> str | Runs:
    """Text of a paragraph or cell as the template prints it."""
    if isinstance(text, str):
        return Markup(_escaped(text)) if "_" in text or "\n" in text else text  # noqa: S704
    return "" if text is None else Runs(text)
