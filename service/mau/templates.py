"""The templates of an installation, each compiled once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from jinja2 import TemplateError
from lxml.etree import LxmlError

from schemas.plan import KeHoach
from service.docx.package import open_package
from service.docx.reading import read_package
from service.docx.styles import styles_of
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
            for plan in EXAMPLES:
                self.render(plan)
            self.reader = Reader(read_package(package), self.the_thuc)
        except (TemplateError, LxmlError, TypeError, ValueError) as error:
            place = getattr(error, "docx_context", None) or getattr(error, "lineno", "?")
            raise TemplateRefused(CANNOT_RENDER, name=name, place=place, why=error) from error

    def render(self, plan: KeHoach) -> bytes:
        """The document of `plan`: the same bytes for the same plan on any day and machine."""
        subject = plan.trich_yeu or ""
        return self.renderer.render(context(plan), f"{plan.ten_loai} {subject}".strip(), subject)


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
