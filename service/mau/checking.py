"""Can a template be rendered, and read back? Every finding in one run, with its place."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from service.docx.blocks import Paragraph, paragraphs
from service.docx.reading import read_document
from service.matching.text import Hole
from service.mau.tags import TagError, block_tag, line
from service.mau.templates import Template
from service.messages import Language, Message
from service.refusals import Refusal

ADJACENT = Message(
    "adjacent_holes",
    "{place}: hai chỗ điền liền nhau trong “{text}” không đọc lại được. Ví dụ: (“ab”, “c”) và (“a”, “bc”) in ra như nhau.",
    "{place}: two holes side by side in “{text}” cannot be read back. For example (“ab”, “c”) and (“a”, “bc”) print alike.",
)
NO_INVERSE = Message(
    "unreadable_tag", "{place}: thẻ “{text}” không đọc lại được.", "{place}: the tag “{text}” cannot be read back."
)
BESIDE = Message(
    "text_beside_tag",
    "{place}: chữ cạnh thẻ trong “{text}” sẽ mất khi in.",
    "{place}: the words beside the tag in “{text}” vanish when printed.",
)
CANNOT = Message("template_refused", "{text}", "{text}")
GOOD = Message("template_good", "In được và đọc lại được.", "Renders, and can be read back.")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about a template; severity `error`, `warning` or `info`."""

    severity: str
    message: Message
    values: tuple[tuple[str, object], ...] = ()

    def text(self, language: Language = "vi") -> str:
        """Severity and sentence."""
        return f"{self.severity}: {self.message.text(language, **dict(self.values))} [{self.message.code}]"


def check(name: str, data: bytes) -> list[Finding]:
    """The findings about a template's bytes; one `info` where nothing is wrong. Raises DocumentRefused."""
    found: list[Finding] = []
    for paragraph in paragraphs(read_document(data).body):
        found += _line(paragraph)
    try:
        Template(name, data)
    except TagError as error:
        found.append(_finding("error", NO_INVERSE, place="–", text=str(error)))
    except Refusal as refusal:
        found.append(Finding("error", CANNOT, (("text", refusal.detail()),)))
    return found or [Finding("info", GOOD)]


def _finding(severity: str, message: Message, **values: object) -> Finding:
    return Finding(severity, message, tuple(values.items()))


def _line(paragraph: Paragraph) -> list[Finding]:
    text = paragraph.text
    place = "/".join(str(step + 1) for step in paragraph.where.path)
    if any(block_tag(text, level) for level in ("p", "tr", "tc")):
        return []
    if any(mark in text for mark in ("{%p", "{%tr", "{%tc")):
        return [_finding("error", BESIDE, place=place, text=text)]
    try:
        parts = line(text, False, {}).parts
    except TagError as error:
        return [_finding("error", NO_INVERSE, place=place, text=str(error))]
    if any(isinstance(a, Hole) and isinstance(b, Hole) for a, b in pairwise(parts)):
        return [_finding("error", ADJACENT, place=place, text=text)]
    return []
