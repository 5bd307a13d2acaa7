"""A document's bytes as the full answer: plan, fields, warnings, what is unread, and what follows from the texts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from service.answer import Answer
from service.canonical import canonical
from service.collecting import uncollected
from service.conservation import missing, unheld
from service.deriving import derive
from service.docx.blocks import Document, Paragraph, paragraphs, with_boxes
from service.docx.limits import STANDARD, Limits
from service.formats import OFFICE_SECONDS, in_unicode, read_any
from service.layout import read_layout
from service.matching.pattern import INFINITE
from service.mau import Templates
from service.mau.binding import Got, within
from service.mau.columns import Lines
from service.messages import Message
from service.notes import Note

ALIKE = 0.3
"""Share of paragraphs in a template's styles from which a document counts as made from it."""

LOST = Message(
    "not_in_any_field",
    "Chữ ở đây không thuộc trường nào; đã đưa vào “unread”.",
    "The words here belong to no field; they are in “unread”.",
)
NOT_A_PLAN = Message(
    "not_administrative",
    "Không nhận ra văn bản hành chính trong tệp này; nội dung nằm ở “unread”.",
    "No administrative document was recognised in this file; its text is in “unread”.",
)


def parse(
    data: bytes, templates: Templates, office_seconds: float = OFFICE_SECONDS, limits: Limits = STANDARD
) -> Answer:
    """The answer for a document of any kind; `office_seconds`: what LibreOffice may take. Raises DocumentRefused."""
    return _read(read_any(data, office_seconds, limits), templates)


@uncollected
def _read(document: Document, templates: Templates) -> Answer:
    for template in templates:
        if (reading := template.reader.exact(document)) is not None:
            return _answer(document, reading, "template", template.name)
    document = in_unicode(document)
    likeness = {t.name: t.reader.likeness(document) for t in templates}
    found, name, cost = None, "", INFINITE
    for template in sorted(templates, key=lambda t: -likeness[t.name]):
        reading = template.reader.within(document, cost) if likeness[template.name] >= ALIKE else None
        if reading is not None and reading.cost < cost:
            found, name, cost = reading, template.name, reading.cost
    for template in templates if found is None else ():
        reading = template.reader.pasted(document)
        if reading is not None and reading.cost < cost:
            found, name, cost = reading, template.name, reading.cost
    if found is not None:
        return _answer(document, found, "template", name)
    return _answer(document, read_layout(document), "layout", None)


def _answer(document: Document, reading: Any, kind: str, template: str | None) -> Answer:
    payload = reading.payload
    notes = [*document.notes, *reading.notes]
    left = list(_paragraphs(reading.left))
    plan, fields, refused = canonical(payload, notes)
    left += refused
    left += [p for p in paragraphs(document.footnotes) if p.text.strip()]
    unread = _unread(document, fields, left)
    if reading.exact:
        lost = unheld(plan, fields, unread, reading.read)
    else:
        lost = missing(document, plan, fields, unread, reading.fixed)
    if lost:
        unread += lost
        notes += [Note(LOST, p.where) for p in lost if p.where.part.endswith("document.xml")]
    notes += [
        Note(message, got.paragraph.where if got.paragraph else None, pointer)
        for pointer, got in fields
        for message in got.notes
    ]
    if kind == "layout" and not fields:
        notes.append(Note(NOT_A_PLAN))
    return Answer(plan, kind, template, fields, notes, unread, *derive(plan))


def _paragraphs(left: list[Any]) -> Iterator[Paragraph]:
    """The paragraphs with text of things that nothing explains."""
    return (p for item in left for p in within(item) if p.text.strip())


def _unread(document: Document, fields: list[tuple[str, Got]], left: list[Paragraph]) -> list[Paragraph]:
    """What no field and no fixed wording explains, each paragraph once, text boxes of the body included."""
    apart = (line for p in left for line in (p.lines if isinstance(p, Lines) else (p,)) if line.text.strip())
    out: dict[int, Paragraph] = {id(p): p for p in apart}
    if document.boxed:
        read = {id(got.paragraph) for _, got in fields}
        for p in paragraphs(document.body):
            for box in p.boxes:
                for inner in with_boxes(box):
                    if inner.text.strip() and id(inner) not in read:
                        out.setdefault(id(inner), inner)
    return list(out.values())
