"""The templates of an installation, each compiled once."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from jinja2 import TemplateError
from lxml.etree import LxmlError

from schemas.plan import KeHoach
from service.docx.blocks import Document, paragraphs
from service.docx.package import Package, open_package
from service.docx.reading import read_package
from service.docx.styles import styles_of
from service.mau import findings
from service.mau.context import context
from service.mau.examples import EXAMPLES
from service.mau.preparing import Marks
from service.mau.reader import Reader
from service.mau.rendering import Renderer
from service.messages import Message
from service.refusals import NotFound, TemplateRefused

NO_TEMPLATE = Message(
    "unknown_template",
    "Không có mẫu “{name}”. Dùng một trong: {names}.",
    "There is no template “{name}”. Use one of: {names}.",
)
CANNOT_RENDER = Message(
    "template_cannot_render",
    "Mẫu “{name}” không in được tại: {place}. {why}. Sửa thẻ đó trong Word.",
    "Template “{name}” cannot be rendered at: {place}. {why}. Mend that tag in Word.",
)
PARTY = "-dang"


class Template:
    """A Word template, ready to render."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self.data = data
        self.digest = hashlib.sha256(data).hexdigest()
        self.the_thuc = "dang" if name.endswith(PARTY) else "nd30"
        package = open_package(data)
        styles = styles_of(package, "word/styles.xml")

        def marks(style: str) -> Marks:
            shown = styles.format(style)
            return shown.bold, shown.italic, shown.underline

        try:
            self.renderer = Renderer(data, marks)
            self.reader = Reader(read_package(package), self.the_thuc)
            for plan in EXAMPLES:
                self.render(plan)
        except (TemplateError, LxmlError, TypeError, ValueError) as error:
            raise TemplateRefused(CANNOT_RENDER, name=name, place=place_of(package, str(error)), why=error) from error

    def render(self, plan: KeHoach) -> bytes:
        """The document of `plan`: the same bytes for the same plan on any day and machine."""
        subject = plan.trich_yeu or ""
        return self.renderer.render(context(plan, self.reader.columns), f"{plan.ten_loai} {subject}".strip(), subject)


def place_of(package: Package, why: str) -> str:
    """The places and tags of a template that a complaint of Jinja is about."""
    return places_of(read_package(package), set(re.findall(r"'([\w.]+)'", why)) or {why}) or "?"


def places_of(document: Document, words: set[str]) -> str:
    """The places (block, row, cell, paragraph, from 1) and tags of a template that have one of `words`; at most five."""
    found = []
    for paragraph in paragraphs(document.body):
        tags = re.findall(r"\{[{%].*?[}%]\}", paragraph.text)
        found += [
            f"{findings.place_of(paragraph.where)} {tag}"
            for tag in tags
            if any(re.search(rf"\b{re.escape(word)}\b", tag) for word in words)
        ]
    return "; ".join(found[:5])


class Templates:
    """The compiled templates by name."""

    def __init__(self, folder: Path) -> None:
        self._templates = {path.stem: Template(path.stem, path.read_bytes()) for path in sorted(folder.glob("*.docx"))}

    @property
    def names(self) -> tuple[str, ...]:
        """Names, in order."""
        return tuple(self._templates)

    def get(self, name: str) -> Template:
        """The template called `name`. Raises NotFound."""
        if name not in self._templates:
            raise NotFound(NO_TEMPLATE, name=name[:60], names=", ".join(self._templates))
        return self._templates[name]

    def __iter__(self) -> Iterator[Template]:
        return iter(self._templates.values())

    def for_plan(self, plan: KeHoach, name: str | None = None) -> Template:
        """The template asked for, else the one of the plan's form."""
        return self.get(name or ("kehoach-dang" if plan.the_thuc == "dang" else "kehoach"))
