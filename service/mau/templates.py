"""The templates of an installation, each compiled once."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from jinja2 import Environment, TemplateError, UndefinedError
from lxml.etree import LxmlError

from schemas.plan import KeHoach
from service.docx.blocks import Document, Paragraph, paragraphs
from service.docx.package import Package, open_package
from service.docx.reading import read_package
from service.docx.styles import styles_of
from service.mau import findings
from service.mau.cleaning import OutsideError, cleaned
from service.mau.context import NAMES, context
from service.mau.examples import EXAMPLES
from service.mau.preparing import Marks
from service.mau.reader import Reader
from service.mau.rendering import Renderer
from service.messages import Message
from service.refusals import DocumentRefused, NotFound, TemplateRefused

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
OUTSIDE = Message(
    "template_reaches_outside",
    "Mẫu “{name}” liên kết ra ngoài tệp: {target}. Hãy chèn hẳn nội dung đó vào mẫu, hoặc bỏ liên kết trong Word.",
    "Template “{name}” links outside its file: {target}. Embed that in the template, or break the link in Word.",
)
NO_DEFAULT = Message(
    "no_default_template",
    "Thư mục mẫu {folder} không có {name}. Hãy chép mẫu vào đó, hoặc sửa cài đặt KEHOACH_TEMPLATES.",
    "The folder of templates {folder} has no {name}. Copy the template there, or mend the setting KEHOACH_TEMPLATES.",
)
DEFAULT = "kehoach"
PARTY = "-dang"
_TAG = re.compile(r"\{[{%].*?[}%]\}")


class Template:
    """A Word template, ready to render."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self.data = data
        self.digest = hashlib.sha256(data).hexdigest()
        self.the_thuc = "dang" if name.endswith(PARTY) else "nd30"
        try:
            package = open_package(data)
            styles = styles_of(package, "word/styles.xml")
        except DocumentRefused as refusal:
            raise TemplateRefused(CANNOT_RENDER, name=name, place="–", why=refusal.detail()) from refusal

        if place := _unclosed(read_package(package)):
            raise TemplateRefused(CANNOT_RENDER, name=name, place=place, why="{{ … }}, {% … %}: chưa đóng / not closed")

        def marks(style: str) -> Marks:
            shown = styles.format(style)
            return shown.bold, shown.italic, shown.underline

        try:
            self.renderer = Renderer(cleaned(package, data), marks)
            self.reader = Reader(read_package(package), self.the_thuc)
            for plan in EXAMPLES:
                self.render(plan)
            stray = self.renderer.names - NAMES
            if stray:
                raise UndefinedError(", ".join(f"'{one}'" for one in sorted(stray)))
        except OutsideError as error:
            raise TemplateRefused(OUTSIDE, name=name, target=str(error)[:100]) from error
        except (TemplateError, LxmlError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as error:
            raise TemplateRefused(CANNOT_RENDER, name=name, place=place_of(package, str(error)), why=error) from error

    def render(self, plan: KeHoach) -> bytes:
        """The document of `plan`: the same bytes for the same plan on any day and machine."""
        subject = plan.trich_yeu or ""
        return self.renderer.render(context(plan, self.reader.columns), f"{plan.ten_loai} {subject}".strip(), subject)


def place_of(package: Package, why: str) -> str:
    """The places and tags of a template that a complaint of Jinja is about."""
    document = read_package(package)
    for one, other in re.findall(r"'([\w.]+)'|(\w+)\(\)", why):
        if found := places_of(document, {one or other}):
            return found
    tags = [(place, tag) for place, tag in _tags(document) if why in tag]
    tags = tags or [(place, tag) for place, tag in _tags(document) if not _parses(tag)]
    return _listed(tags) or "?"


def places_of(document: Document, words: set[str]) -> str:
    """The places (block, row, cell, paragraph, from 1) and tags of a template that have one of `words`; at most five."""
    wanted = re.compile("|".join(rf"\b{re.escape(word)}\b" for word in words))
    return _listed((place, tag) for place, tag in _tags(document) if words and wanted.search(tag))


def _tags(document: Document) -> Iterator[tuple[str, str]]:
    """Every tag with its place, headers and footers too."""
    for paragraph in _paragraphs(document):
        for tag in _TAG.findall(paragraph.text):
            yield findings.place_of(paragraph.where), tag


def _listed(tags: Iterable[tuple[str, str]]) -> str:
    return "; ".join(f"{place} {tag}" for place, tag in islice(tags, 5))


def _unclosed(document: Document) -> str:
    """The place of a paragraph with half a tag, with which docxtpl drops what follows; else empty."""
    for paragraph in _paragraphs(document):
        rest = _TAG.sub("", paragraph.text)
        if re.search(r"\{[{%]|[}%]\}", rest):
            return f"{findings.place_of(paragraph.where)} {rest.strip()[:60]}"
    return ""


def _parses(tag: str) -> bool:
    """Whether the tag is right by itself; one that opens a block is closed for the trial."""
    text = re.sub(r"^\{%(?:p|tr|tc|r)\s", "{% ", tag)
    opened = re.match(r"\{%\s*(if|for)\b", text)
    if text.startswith("{%") and not opened:
        return True
    try:
        Environment(autoescape=True).parse(text + ("{% end" + opened.group(1) + " %}" if opened else ""))
    except TemplateError:
        return False
    return True


def _paragraphs(document: Document) -> Iterator[Paragraph]:
    return paragraphs(document.body + document.headers + document.footers)


class Templates:
    """The compiled templates by name."""

    def __init__(self, folder: Path) -> None:
        """Raises TemplateRefused for one that cannot be rendered, and where the one that every plan needs is missing."""
        files = [
            path for path in sorted(folder.glob("*.docx")) if not path.name.startswith(("~$", "."))
        ]  # Word's locks
        self._templates = {path.stem: Template(path.stem, path.read_bytes()) for path in files}
        if DEFAULT not in self._templates:
            raise TemplateRefused(NO_DEFAULT, folder=folder, name=f"{DEFAULT}.docx")

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
        return self.get(name or (DEFAULT + PARTY if plan.the_thuc == "dang" else DEFAULT))
