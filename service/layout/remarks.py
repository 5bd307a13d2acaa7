"""What is to be said about a reading by the layout beside its values: ambiguous, missing, repaired."""

from __future__ import annotations

from service.layout import words as w
from service.layout.line import Line
from service.messages import Message
from service.notes import Note

ISSUER_MISSING = Message(
    "issuer_missing",
    "Không đọc được tên cơ quan ban hành; hãy nhập tên trước khi in lại văn bản.",
    "No issuing body could be read; enter its name before the document is rendered again.",
)
BROKEN = Message(
    "sentence_broken",
    "Câu bị ngắt đoạn giữa chừng; hai phần được giữ như đã gõ. Hãy nối lại nếu là một câu.",
    "A sentence is broken by a paragraph mark; both parts stay as typed. Join them if they are one.",
)
SECOND = Message(
    "second_document",
    "Sau chữ ký có một văn bản khác (“{title}”); nó được đọc như phụ lục.",
    "Another document (“{title}”) follows the signature; it is read as an annex.",
)


def broken(above: Line, line: Line) -> Note | None:
    """A remark where `line` goes on with the sentence of the paragraph `above` it."""
    if line.marker is not None or not line.text or not line.text[0].islower() or line.paragraph is None:
        return None
    if above.text[-1:] in ".;:!?…”)/" or not above.text:
        return None
    return Note(BROKEN, line.paragraph.where)


def second(line: Line) -> Note | None:
    """A remark where an annex is a document of a type of its own."""
    if not w.TYPE.match(line.key) or line.paragraph is None:
        return None
    return Note(SECOND, line.paragraph.where, None, (("title", line.text[:80]),))
