"""Any file as a document: .docx directly, PDF by where its letters stand, old formats through LibreOffice."""

from __future__ import annotations

from dataclasses import replace

from service.docx import messages as docx
from service.docx.blocks import Document
from service.docx.limits import STANDARD, Limits
from service.docx.reading import read_document
from service.formats import messages as m
from service.formats.fields import kept
from service.formats.kinds import Kind, kind_of
from service.formats.pdf import read_pdf
from service.notes import Note
from service.office import convert
from service.refusals import DocumentRefused, TooLarge, UnknownMedia

OFFICE_SECONDS = 60.0
"""How long LibreOffice may take for one document, unless told otherwise."""


def read_any(data: bytes, office_seconds: float = OFFICE_SECONDS, limits: Limits = STANDARD) -> Document:
    """What a person sees in a .docx, .doc, .odt, .rtf or a PDF with text, told apart by content.

    Raises UnknownMedia (another kind of file, or LibreOffice is not there), TooLarge, or DocumentRefused (unsafe, damaged,
    locked, or LibreOffice cannot open it).
    """
    if len(data) > limits.file:
        raise TooLarge(docx.BIG_FILE, size=len(data), limit=limits.file)
    kind = kind_of(data)
    if kind == "docx":
        return read_document(data, limits)
    return read_pdf(data) if kind == "pdf" else _by_office(data, kind, office_seconds, limits)


def _by_office(data: bytes, kind: Kind, seconds: float, limits: Limits) -> Document:
    name = f".{kind}"
    ready, fields = kept(data, kind)
    made = convert(ready, kind, "docx", seconds)
    if made.outcome == "missing":
        raise UnknownMedia(m.NO_OFFICE, kind=name)
    if made.outcome == "slow":
        raise DocumentRefused(m.OFFICE_SLOW, kind=name, seconds=round(seconds))
    if made.outcome != "done":
        raise DocumentRefused(m.OFFICE_FAILED, kind=name)
    document = read_document(made.data, limits)
    notes = [Note(m.CONVERTED, values=(("kind", name),))]
    if fields:
        notes.append(Note(m.FROZEN, values=(("count", fields),)))
    return replace(document, notes=(*document.notes, *notes))
