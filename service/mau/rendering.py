"""From names to bytes: a docxtpl template compiled once.

Kept from one render to the next: the XML as docxtpl patches it, as compiled Jinja; every other part already
compressed. A render is one Jinja call and one deflate. What a template holds that this path does not cover goes
through docxtpl itself (`Renderer.uncovered` says why), and tests hold both equal part by part.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from jinja2 import Template as JinjaTemplate
from jinja2 import meta

from service.docx.package import open_package
from service.docx.writing import Frame
from service.mau.environment import environment
from service.mau.grids import changing_grids, mend
from service.mau.preparing import Marks, PreparedDocx, plain_quotes, prepare
from service.mau.properties import CORE, core_properties
from service.mau.text import Base

DOCUMENT = "word/document.xml"
_TAGS = re.compile(r"\{\{|\{%|\{#")
_BATCH = 8192
"""Pieces of text joined at a time: large documents never exist as one string, whose letters take two bytes each."""


class Renderer:
    """A compiled template. Safe to share between threads: nothing in it changes after `__init__`."""

    def __init__(self, template: bytes, marks_of: Callable[[str], Marks]) -> None:
        self._template = template
        self._marks_of = marks_of
        self._looks: list[Base] = []
        self._environment = environment(self._looks)
        package = open_package(template)
        sources = {DOCUMENT: plain_quotes(package.part(DOCUMENT).decode("utf-8"))}
        for name in package.names:
            if re.fullmatch(r"word/(header|footer)\d*\.xml", name):
                text = plain_quotes(package.part(name).decode("utf-8"))
                if _TAGS.search(text):
                    sources[name] = text
        self.sources = {name: self._source(name, text) for name, text in sources.items()}
        self._compiled: dict[str, JinjaTemplate] = {
            name: self._environment.from_string(source) for name, source in self.sources.items()
        }
        self.names = frozenset().union(
            *(meta.find_undeclared_variables(self._environment.parse(source)) for source in self.sources.values())
        )
        """Every name that the template takes from the plan, on whatever branch."""
        self._grids = changing_grids(self.sources[DOCUMENT])
        self.uncovered = _uncovered(package.names, self.sources)
        self._has_core = CORE in package.names
        changing = {*self.sources, *([CORE] if self._has_core else [])}
        self._frame = Frame.from_bytes(template, changing)

    def render(self, names: dict[str, Any], title: str, subject: str) -> bytes:
        """The document for `names`, with `title` and `subject` in its properties."""
        if self.uncovered:
            return self.render_by_docxtpl(names, title, subject)
        parts: dict[str, bytes | bytearray] = {name: self._xml(name, names) for name in self._compiled}
        if self._has_core:
            parts[CORE] = core_properties(title, subject)
        return self._frame.build(parts)

    def render_by_docxtpl(self, names: dict[str, Any], title: str, subject: str) -> bytes:
        """The same document by docxtpl and python-docx: slower, for what the compiled path does not cover."""
        word = PreparedDocx(io.BytesIO(self._template), self._prepare, self._grids)
        word.render(names, jinja_env=self._environment)
        out = io.BytesIO()
        word.save(out)
        package = open_package(out.getvalue())
        parts = {name: package.part(name) for name in package.names}
        if self._has_core:
            parts[CORE] = core_properties(title, subject)
        return Frame.of_parts(parts)

    def _source(self, name: str, xml: str) -> str:
        """The Jinja source of a part, root element included."""
        word = PreparedDocx(io.BytesIO(self._template), self._prepare)
        if name != DOCUMENT:
            return word.patch_xml(xml)
        start, end = xml.index("<w:body"), xml.rindex("</w:body>") + len("</w:body>")
        return xml[:start] + word.patch_xml(xml[start:end]) + xml[end:]

    def _prepare(self, xml: str) -> str:
        return prepare(xml, self._marks_of, self._looks)

    def _xml(self, name: str, names: dict[str, Any]) -> bytearray:
        template = self._compiled[name]
        pieces: Iterator[str] = iter(template.root_render_func(template.new_context(names)))
        xml = bytearray()
        while batch := "".join(islice(pieces, _BATCH)):
            xml += batch.encode()
        if name == DOCUMENT:
            mend(xml, self._grids)
            if _DRAWING in xml:
                _number_drawings(xml)
        return xml


_DRAWING = b"<wp:docPr"
_DRAWING_ID = re.compile(rb'\bid="(\d+)')


def _number_drawings(xml: bytearray) -> None:
    """Give drawings ids of their own, as docxtpl does: from 1001 on, in order."""
    number, at = 1000, xml.find(_DRAWING)
    while at >= 0:
        number += 1
        found = _DRAWING_ID.search(xml, at, xml.index(b">", at))
        span = found.span(1) if found else None
        del found  # it holds the bytes, which could then not change length
        if span:
            xml[span[0] : span[1]] = str(number).encode()
        at = xml.find(_DRAWING, at + 1)


def _uncovered(names: tuple[str, ...], sources: dict[str, str]) -> str | None:
    """Why a template must go through docxtpl itself, or None."""
    if any(name.endswith(("footnotes.xml", "endnotes.xml")) for name in names):
        return "footnotes"
    source = sources[DOCUMENT]
    if re.search(r"\{_[{%]|[%}]_\}", source):
        return "docxtpl's own escapes of braces"
    if re.search(r"<w:t(?: [^>]*)?>[^<]*[\t\n\a\f]", source):
        return "control characters in the template's own text"
    if re.search(r"<w:tbl>(?:(?!</w:tbl>).)*<w:tbl>", source, re.S) and changing_grids(source):
        return "a table inside a table with changing columns"
    return None
