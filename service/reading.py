"""A document's bytes as the full answer: plan, fields, warnings, what is unread, and what follows from the texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from schemas import dump, load
from service.docx.blocks import Document, Paragraph, Table, paragraphs
from service.docx.reading import read_document
from service.formats.letters import in_unicode
from service.layout import read_layout
from service.mau import Templates
from service.mau.binding import Got
from service.messages import Language, Message
from service.notes import Note
from service.refusals import PlanRefused
from service.wording.citations import Citation, find_citations
from service.wording.periods import Period, find_periods

ALIKE = 0.3
"""Share of paragraphs in a template's styles from which a document counts as made from it."""

NOT_A_PLAN = Message(
    "not_administrative",
    "Không nhận ra văn bản hành chính trong tệp này; nội dung nằm ở “unread”.",
    "No administrative document was recognised in this file; its text is in “unread”.",
)
MENDED = Message(
    "value_refused", "Giá trị đọc được ở đây không dùng được: {why}", "The value read here cannot be used: {why}"
)
PLACEHOLDER = "…"


@dataclass(slots=True)
class Answer:
    """What `parse` answers; `as_dict` is the JSON of contract §2."""

    plan: dict[str, Any]
    kind: str
    template: str | None
    fields: list[tuple[str, Got]]
    notes: list[Note]
    unread: list[Paragraph]
    citations: list[tuple[str, Citation]] = field(default_factory=list)
    periods: list[tuple[str, Period]] = field(default_factory=list)

    def as_dict(self, language: Language = "vi") -> dict[str, Any]:
        """The answer as JSON values, warnings in `language`."""
        reader = {"kind": self.kind} | ({"template": self.template} if self.template else {})
        return {
            "plan": self.plan,
            "reader": reader,
            "fields": [_field(pointer, got) for pointer, got in self.fields],
            "warnings": [note.as_dict(language) for note in self.notes],
            "unread": [{"text": _text(p), "where": p.where.as_dict()} for p in self.unread],
            "citations": [
                {
                    "loai": c.loai,
                    "so_ky_hieu": c.so_ky_hieu,
                    "ngay": c.ngay,
                    "co_quan": c.co_quan,
                    "pointer": pointer,
                    "span": list(c.span),
                }
                for pointer, c in self.citations
            ],
            "periods": [
                {"pointer": pointer, "text": p.text, "tu": p.tu, "den": p.den, "span": list(p.span)}
                | ({"lap": p.lap} if p.lap else {})
                for pointer, p in self.periods
            ],
        }


def parse(data: bytes, templates: Templates) -> Answer:
    """The answer for a document. Raises DocumentRefused or TooLarge."""
    document = read_document(data)
    for template in templates:
        if (reading := template.reader.exact(document)) is not None:
            return _answer(document, reading, "template", template.name)
    document = in_unicode(document)
    likely = [t for t in templates if t.reader.likeness(document) >= ALIKE]
    if likely:
        readings = [(t.reader.nearest(document), t.name) for t in likely]
        reading, name = min(readings, key=lambda r: r[0].cost)
        return _answer(document, reading, "template", name)
    return _answer(document, read_layout(document), "layout", None)


def _answer(document: Document, reading: Any, kind: str, template: str | None) -> Answer:
    payload = reading.payload
    notes = list(document.notes) + [Note(message, p.where) for message, p in reading.notes]
    left = list(_paragraphs(reading.left))
    plan, fields, refused = _canonical(payload, notes)
    left += refused
    left += [p for p in paragraphs(document.footnotes) if p.text.strip()]
    unread = _unread(document, fields, left)
    for pointer, got in fields:
        notes += [Note(message, got.paragraph.where if got.paragraph else None, pointer) for message in got.notes]
    if kind == "layout" and not fields:
        notes.append(Note(NOT_A_PLAN))
    answer = Answer(plan, kind, template, fields, notes, unread)
    _derive(answer)
    return answer


def _canonical(
    payload: dict[str, Any], notes: list[Note]
) -> tuple[dict[str, Any], list[tuple[str, Got]], list[Paragraph]]:
    """The canonical plan and its fields; values that no plan may hold are taken out and given back as unread."""
    refused: list[Paragraph] = []
    if not payload.get("co_quan_ban_hanh"):
        payload["co_quan_ban_hanh"] = PLACEHOLDER
    for _ in range(50):
        try:
            plan = dump(load(_plain(payload)))
            break
        except PlanRefused as error:
            for fault in reversed(error.faults):
                got = _remove(payload, fault.pointer)
                notes.append(
                    Note(
                        MENDED,
                        got.paragraph.where if got and got.paragraph else None,
                        fault.pointer,
                        (("why", fault.detail()),),
                    )
                )
                if got and got.paragraph:
                    refused.append(got.paragraph)
            if not payload.get("co_quan_ban_hanh"):
                payload["co_quan_ban_hanh"] = PLACEHOLDER
    else:
        payload = {"co_quan_ban_hanh": PLACEHOLDER}
        plan = dump(load(payload))
    if payload["co_quan_ban_hanh"] == PLACEHOLDER:
        plan["co_quan_ban_hanh"] = ""  # a plan needs its body; none is invented
    return plan, list(_fields(payload, "")), refused


def _plain(value: Any) -> Any:
    if isinstance(value, Got):
        return value.value
    if isinstance(value, dict):
        return {str(key): _plain(entry) for key, entry in value.items()}
    return [_plain(entry) for entry in value] if isinstance(value, list) else value


def _fields(value: Any, pointer: str) -> Iterator[tuple[str, Got]]:
    if isinstance(value, Got):
        if value.paragraph is not None and value.value not in (None, ""):
            yield pointer, value
    elif isinstance(value, dict):
        for key, entry in value.items():
            yield from _fields(entry, f"{pointer}/{str(key).replace('~', '~0').replace('/', '~1')}")
    elif isinstance(value, list):
        for index, entry in enumerate(value):
            yield from _fields(entry, f"{pointer}/{index}")


def _remove(payload: Any, pointer: str) -> Got | None:
    """Take what stands at `pointer`, or above it, out of the payload; returns it if it was read."""
    steps = [step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:]]
    holder: Any = payload
    for step in steps[:-1]:
        if isinstance(holder, list) and step.isdigit() and int(step) < len(holder):
            inner = holder[int(step)]
        elif isinstance(holder, dict) and step in holder:
            inner = holder[step]
        else:
            return None
        if not isinstance(inner, dict | list):
            break
        holder = inner
    last = steps[-1] if steps else ""
    if isinstance(holder, list) and last.isdigit() and int(last) < len(holder):
        got = holder.pop(int(last))
    elif isinstance(holder, dict):
        got = holder.pop(last, None)
        if last in ("tieu_de", "van_ban", "noi_dung", "nhom", "ten") and "loai" in holder:
            holder[last] = PLACEHOLDER if last != "noi_dung" else []
    else:
        return None
    return got if isinstance(got, Got) else next((g for _, g in _fields(got, "")), None)


def _paragraphs(left: list[Any]) -> Iterator[Paragraph]:
    """The paragraphs with text of things that nothing explains."""
    for item in left:
        if isinstance(item, Paragraph):
            found: Iterator[Paragraph] = iter((item,))
        elif isinstance(item, Table):
            found = paragraphs((item,))
        else:
            cells = item.cells if hasattr(item, "cells") else (item,)
            found = (p for cell in cells for p in paragraphs(cell.blocks))
        yield from (p for p in found if p.text.strip())


def _unread(document: Document, fields: list[tuple[str, Got]], left: list[Paragraph]) -> list[Paragraph]:
    """What no field and no fixed wording explains, each paragraph once, text boxes of the body included."""
    out: dict[int, Paragraph] = {id(p): p for p in left}
    read = {id(got.paragraph) for _, got in fields}
    for p in paragraphs(document.body):
        for box in p.boxes:
            for inner in paragraphs(box):
                if inner.text.strip() and id(inner) not in read:
                    out.setdefault(id(inner), inner)
    return list(out.values())


def _text(paragraph: Paragraph) -> str:
    return f"{paragraph.label} {paragraph.text}" if paragraph.label else paragraph.text


def _derive(answer: Answer) -> None:
    """Citations of every text and times of the task tables, from the canonical plan."""
    plan = answer.plan
    years = re.findall(r"(?:19|20)\d{2}", plan["trich_yeu"] or "") or re.findall(r"\d{4}", plan["ngay_ban_hanh"] or "")
    year = int(years[-1]) if years else None
    for pointer, text in _strings(plan, ""):
        answer.citations += [(pointer, c) for c in find_citations(text)]
        if pointer.endswith("/thoi_gian"):
            answer.periods += [(pointer, p) for p in find_periods(text, year)]


def _strings(value: Any, pointer: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield pointer, value
    elif isinstance(value, dict):
        for key, entry in value.items():
            if key not in ("loai", "dau", "the_thuc"):
                yield from _strings(entry, f"{pointer}/{key.replace('~', '~0').replace('/', '~1')}")
    elif isinstance(value, list):
        if value and all(
            isinstance(run, dict) and "van_ban" in run and not ({"cot", "hang", "loai"} & run.keys()) for run in value
        ):
            yield pointer, "".join(run["van_ban"] for run in value)
            return
        for index, entry in enumerate(value):
            yield from _strings(entry, f"{pointer}/{index}")


def _field(pointer: str, got: Got) -> dict[str, Any]:
    paragraph = got.paragraph
    assert paragraph is not None
    return {
        "pointer": pointer,
        "confidence": round(got.confidence, 3),
        "text": _text(paragraph),
        "where": paragraph.where.as_dict(),
    }
