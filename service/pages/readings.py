"""What was read from an uploaded document, as the form shows it: how sure each value is, remarks, text without a place.

It travels with the form in one field, so that the server keeps nothing. A mark belongs to a value, not to a place: when
rows move it goes along, and when a person corrects the value it is gone.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from flask_babel import gettext as _

from service.answer import Answer
from service.layout.remarks import UNSURE
from service.messages import Language
from service.pages.draft import Draft, drafted, payload_of, place_of
from service.pages.fields import fields
from service.reading import NOT_A_PLAN

SURE, FAIR = 0.9, 0.75
"""Confidence from which a value needs no second look, and from which a glance is enough.

By `python -m tools.calibration` (typed documents, also with what people leave out): of some 42 000 values from SURE on fewer
than one in a thousand are wrong; of those below, 86 in all, three in ten.
"""
MOST_TEXT = 60_000
"""Letters of the original that are kept beside the form."""
Both = tuple[str, str]
"""A sentence in Vietnamese and in English."""


@dataclass(frozen=True, slots=True)
class Note:
    """What is said beside a value, and whether it `wants` to be held against the original (or is to be glanced at)."""

    wants: bool
    texts: list[str]


@dataclass(frozen=True, slots=True)
class Reading:
    """`marks`: key of a value → its confidence and remarks; `remarks` on the whole; `unread` texts; `pages` of the original."""

    name: str
    read: int = 0
    marks: dict[str, tuple[float, tuple[Both, ...]]] | None = None
    remarks: tuple[Both, ...] = ()
    unread: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()

    @property
    def json(self) -> str:
        """The reading as the text of a field."""
        return json.dumps(
            [self.name, self.read, self.marks or {}, self.remarks, self.unread, self.pages], ensure_ascii=False
        )

    @property
    def key(self) -> str:
        """The name of the original among what a browser keeps."""
        return sha256("\0".join((self.name, *self.pages)).encode("utf-8", "replace")).hexdigest()[:16]

    def noted(self, draft: Draft, language: Language) -> dict[str, Note]:
        """Name of a field of the draft → what to say beside it, in the order of the document."""
        out: dict[str, Note] = {}
        for name, value in fields(draft):
            if self.marks and value and (mark := self.marks.get(_key(name, value))):
                sure, remarks = mark
                said = (
                    [] if sure >= SURE else [_("Nên xem qua") if sure >= FAIR else _("Chưa chắc, hãy so với bản gốc")]
                )
                out[name] = Note(sure < FAIR or bool(remarks), said + [_in(remark, language) for remark in remarks])
        return out

    def without(self, number: int) -> Reading:
        """The reading after its unread text `number` was given a place or left out."""
        return replace(self, unread=self.unread[:number] + self.unread[number + 1 :])


def _in(remark: Both, language: Language) -> str:
    return remark[0 if language == "vi" else 1]


def _key(name: str, value: str) -> str:
    steps = name.split(".")
    kind = steps[-2] if steps[-1].isdigit() else steps[-1]
    text = "\n".join(value.split())
    return f"{kind}:{sha256(text.encode('utf-8', 'replace')).hexdigest()[:12]}"


def reading_of(answer: Answer, name: str, pages: tuple[str, ...] = ()) -> tuple[Draft, Reading]:
    """The draft of what was read, and what is to be said about it."""
    draft = drafted(answer.plan)
    _, places = payload_of(draft)
    values = dict(fields(draft))
    sure: dict[str, float] = {}
    remarks: dict[str, list[Both]] = {}
    general: list[Both] = []
    for pointer, got in answer.fields:
        if field := place_of(pointer, places):
            sure[field] = min(got.confidence, sure.get(field, 1.0))
    for note in answer.notes:
        if note.message is NOT_A_PLAN:
            continue  # the page says it in its own words
        said = tuple(note.message.text(language, **dict(note.values)) for language in ("vi", "en"))
        both = (said[0], said[1])
        field = place_of(note.pointer, places) if note.pointer else None
        if note.message is UNSURE and field and sure.get(field, 1.0) < SURE:
            continue  # said already, in the page's own words
        holder = remarks.setdefault(field, []) if field and values.get(field) else general
        if both not in holder:
            holder.append(both)
    marks = {
        _key(field, values[field]): (sure.get(field, 1.0), tuple(remarks.get(field, ())))
        for field in {**sure, **remarks}
        if values.get(field) and (sure.get(field, 1.0) < SURE or field in remarks)
    }
    unread = tuple(text for text in (" ".join(p.text.split("\n")) for p in answer.unread) if text.strip())
    return draft, Reading(name, len(sure), marks, tuple(general), unread, tuple(_bounded(pages)))


def _bounded(pages: tuple[str, ...]) -> Iterator[str]:
    left = MOST_TEXT
    for page in pages:
        yield page[:left]
        left -= len(page)
        if left <= 0:
            return


def read_back(text: str) -> Reading | None:
    """The reading in a field; None where it holds none (or something that a form of ours never sent)."""
    try:
        name, read, marks, remarks, unread, pages = json.loads(text)
        return Reading(
            str(name),
            int(read),
            {str(key): (float(sure), tuple(_both(entry) for entry in said)) for key, (sure, said) in marks.items()},
            tuple(_both(entry) for entry in remarks),
            tuple(str(entry) for entry in unread),
            tuple(str(entry) for entry in pages),
        )
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None


def _both(value: Any) -> Both:
    vi, en = value
    return str(vi), str(en)
