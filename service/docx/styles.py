"""Styles of a document: their names, and what they make of a paragraph or run, the chain resolved."""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from service.docx.formats import PLAIN, Format, StyleFormatting, with_paragraph, with_run
from service.docx.names import VAL, W
from service.docx.package import Package, normal, parse, remembered


class Use(NamedTuple):
    """What a paragraph needs to know of its style."""

    name: str
    format: Format
    formatting: StyleFormatting
    number: str | None
    """The list its paragraphs belong to, if any."""


class Styles:
    """The styles part: names by id, and the format each style gives."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles: dict[str, etree._Element] = {}
        self.names: dict[str, str] = {}
        self.default = ""
        self._base = PLAIN
        self._formats: dict[str, Format] = {}
        self._uses: dict[str | None, Use] = {}
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

    def use(self, key: str | None) -> Use:
        """What a paragraph needs to know of its style `key` (None: the default one), worked out once."""
        found = self._uses.get(key)
        if found is None:
            shown = self.format(key)
            found = Use(self.name(key), shown, StyleFormatting(shown), shown.number[0])
            if key is None or key in self._styles:  # other ids would pile up: these styles serve many documents
                self._uses[key] = found
        return found

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


@remembered
def _parsed(data: bytes) -> Styles:
    return Styles(parse(normal(data), "word/styles.xml"))


def styles_of(package: Package, name: str) -> Styles:
    """The styles of a package; those of the last few distinct style sheets are kept, since ours is always the same."""
    return _parsed(package.part(name)) if name in package.names else _EMPTY


_EMPTY = Styles(None)
