"""Styles of a document: their names, and what they make of a paragraph, a run or the cells of a table (§17.7)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lxml import etree

from service.docx.blocks import Look, TextRun
from service.docx.formats import NO_FONTS, PLAIN, TOGGLES, Format, look_of, run_of, with_paragraph, with_run
from service.docx.markup import parse
from service.docx.names import VAL, A, W, first
from service.docx.package import Package
from service.docx.parts import Part, remembered

_KEPT = 4096
"""Looks that are remembered at most: documents with the same styles share them."""
_DEEPEST = 40
"""Styles based on each other that are followed; Word itself allows about ten."""
_ON = ("1", "true", "on")
_RPR, _PPR = W + "rPr", W + "pPr"


class Use:
    """What a paragraph needs to know of its style, and the formatting of those without properties of their own.

    `number`: the list its paragraphs belong to, if any.
    """

    __slots__ = ("_look", "format", "hidden", "key", "name", "number")

    plain = True

    def __init__(self, name: str, key: str, format_: Format) -> None:
        self.name = name
        self.key = key
        self.format = format_
        self.hidden = format_.hidden
        self.number = format_.number[0]
        self._look: Look | None = None

    def runs(self, text: str) -> tuple[TextRun, ...]:
        """The text as one run."""
        return (run_of(text, self.format),) if text else ()

    def look(self, text: str) -> Look:
        """The look of the style."""
        if self._look is None:
            self._look = look_of(self.format, run_of("", self.format))
        return self._look


class Styles:
    """The styles part: names by id, and the format each style gives. `fonts` are those of the theme."""

    def __init__(self, root: etree._Element | None, fonts: Mapping[str, str] = NO_FONTS) -> None:
        self._styles: dict[str, etree._Element] = {}
        self.fonts = fonts
        self.names: dict[str, str] = {}
        self.default = ""
        self._base = PLAIN
        self._formats: dict[tuple[str, Format], Format] = {}
        self._characters: dict[tuple[str, Format], Format] = {}
        self._uses: dict[str | None, Use] = {}
        for style in root.iterchildren(W + "style") if root is not None else ():
            key = style.get(W + "styleId", "")
            self._styles[key] = style
            name = first(style, W + "name")
            self.names[key] = name.get(VAL, key) if name is not None else key
            if style.get(W + "type") == "paragraph" and style.get(W + "default") in _ON:
                self.default = key
        defaults = first(root, W + "docDefaults") if root is not None else None
        if defaults is not None:
            self._base = with_run(PLAIN, defaults.find(f"{W}rPrDefault/{W}rPr"), fonts)
            self._base = with_paragraph(self._base, defaults.find(f"{W}pPrDefault/{W}pPr"))

    def name(self, key: str | None) -> str:
        """The name of a paragraph style by its id; `Normal` where none is given."""
        return self.names.get(key, key) if key else self.names.get(self.default, "Normal")

    def use(self, key: str | None, table: Format | None = None) -> Use:
        """What a paragraph needs to know of its style `key` (None: the default one), worked out once; `table`: what
        its table's style gives."""
        if table is not None:
            return self._use(key, table)
        found = self._uses.get(key)
        if found is None:
            found = self._use(key)
            if key is None or key in self._styles:  # other ids would pile up: these styles serve many documents
                self._uses[key] = found
        return found

    def _use(self, key: str | None, table: Format | None = None) -> Use:
        return Use(self.name(key), key or self.default, self.format(key, table))

    def format(self, key: str | None, table: Format | None = None) -> Format:
        """What the paragraph style `key` (None: the default one) makes of a paragraph, over what its `table` gives."""
        key = key if key in self._styles else self.default
        base = table or self._base
        found = self._formats.get((key, base))
        if found is None:
            found = base
            for style in reversed(self._chain(key)):
                found = with_run(found, first(style, _RPR), self.fonts)
                found = with_paragraph(found, first(style, _PPR))
            found = self._switched(base, key, found)
            self._formats[key, base] = found
        return found

    def character(self, base: Format, key: str) -> Format:
        """`base` under the character style `key`."""
        found = self._characters.get((key, base))
        if found is None:
            found = base
            for style in reversed(self._chain(key)):
                found = with_run(found, first(style, _RPR), self.fonts)
            if len(self._characters) >= _KEPT:
                self._characters.clear()
            found = self._characters[key, base] = self._switched(base, key, found)
        return found

    def _switched(self, base: Format, key: str, found: Format) -> Format:
        """`found`, its toggles by §17.7.3: what a style sets switches what the styles below it show, unless the
        document's defaults have it for all."""
        own = PLAIN
        for style in reversed(self._chain(key)):
            own = with_run(own, first(style, _RPR))
        if not any(getattr(base, t) or getattr(self._base, t) for t in TOGGLES):
            return found
        toggles = {t: getattr(self._base, t) or getattr(base, t) != getattr(own, t) for t in TOGGLES}
        return found._replace(**toggles)

    def table(self, key: str | None) -> TableStyle | None:
        """What a table style gives its cells; None where it gives nothing that we look at."""
        chain = self._chain(key) if key else []
        found = TableStyle(self._base, tuple(reversed(chain)), self.fonts)
        return found if found.says_something else None

    def _chain(self, key: str) -> list[etree._Element]:
        """The style and those it is based on, nearest first; rings and chains beyond all use are cut."""
        chain: list[etree._Element] = []
        seen: set[str] = set()
        while key in self._styles and key not in seen and len(chain) < _DEEPEST:
            seen.add(key)
            chain.append(self._styles[key])
            based = first(chain[-1], W + "basedOn")
            key = based.get(VAL, "") if based is not None else ""
        return chain


class TableStyle:
    """A table style with its conditions: what it gives the first row, the last column and so on (§17.7.6)."""

    def __init__(self, base: Format, chain: tuple[etree._Element, ...], fonts: Mapping[str, str]) -> None:
        self._fonts = fonts
        self._conditions: dict[str, list[Any]] = {}
        whole_table = base
        for style in chain:
            whole_table = self._with(whole_table, style)
            for condition in style.iterchildren(W + "tblStylePr"):
                self._conditions.setdefault(condition.get(W + "type", ""), []).append(condition)
        self._whole = whole_table
        self._base = base
        self._known: dict[tuple[str, ...], Format] = {}

    @property
    def says_something(self) -> bool:
        """Whether any cell looks other than without the style."""
        return any(self.cell((name,)) != self._base for name in ("", *self._conditions))

    def cell(self, conditions: tuple[str, ...]) -> Format:
        """What a cell has to which `conditions` apply, the weakest first."""
        found = self._known.get(conditions)
        if found is None:
            found = self._whole
            for name in conditions:
                for condition in self._conditions.get(name, ()):
                    found = self._with(found, condition)
            self._known[conditions] = found
        return found

    def _with(self, base: Format, holder: Any) -> Format:
        return with_paragraph(with_run(base, first(holder, _RPR), self._fonts), first(holder, _PPR))


def styles_of(package: Package, name: str, theme: str | None = None) -> Styles:
    """The styles of a package in its part `name`; `theme`: the part that holds its theme."""
    if name not in package.names:
        return NO_STYLES
    return _styles(package.packed(name), package.packed(theme) if theme in package.names else None)


@remembered
def _styles(part: Part, theme: Part | None) -> Styles:
    data, drawn = part.unpacked(), theme.unpacked() if theme is not None else None
    return Styles(parse(data, part.name), _fonts(drawn) if drawn is not None else NO_FONTS)


def _fonts(theme: bytes) -> dict[str, str]:
    """The fonts of a theme by the names that runs call them."""
    scheme = next(parse(theme, "theme").iter(A + "fontScheme"), None)
    found: dict[str, str] = {}
    for kind in ("major", "minor"):
        font = scheme.find(f"{A}{kind}Font/{A}latin") if scheme is not None else None
        if font is not None and (face := font.get("typeface")):
            found |= {f"{kind}Ascii": face, f"{kind}HAnsi": face}
    return found


NO_STYLES = Styles(None)
