"""What is to be said about a reading by the layout beside its values: ambiguous, missing, repaired."""

from __future__ import annotations

from typing import Any

from service.layout import words as w
from service.layout.line import Line
from service.mau.binding import Got
from service.messages import Message

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
    "Sau chữ ký có một văn bản khác; nó được đọc như phụ lục.",
    "Another document follows the signature; it is read as an annex.",
)
UNSURE = Message(
    "unsure",
    "Chỗ này có thể đọc theo cách khác; hãy kiểm tra.",
    "This can be read in another way; check it.",
)
DOUBTFUL = 0.6
"""Below this confidence a value is named in a warning."""


def broken(above: Line, line: Line) -> bool:
    """Whether `line` goes on with the sentence of the paragraph `above` it."""
    if line.marker is not None or not line.text or not line.text[0].islower():
        return False
    return bool(above.text) and above.text[-1] not in ".;:!?…”)/"


def second(line: Line) -> bool:
    """Whether an annex is a document of a type of its own."""
    return bool(w.TYPE.match(line.key))


def doubt(payload: dict[str, Any]) -> None:
    """Notes at every doubtful value, those of tables aside."""
    for key, value in payload.items():
        if key not in ("nhiem_vu", "hang", "cot"):
            _doubt(value)


def _doubt(value: Any) -> None:
    if isinstance(value, Got):
        if value.confidence < DOUBTFUL and value.paragraph is not None and value.value and UNSURE not in value.notes:
            value.notes += (UNSURE,)
    elif isinstance(value, dict):
        doubt(value)
    elif isinstance(value, list):
        for entry in value:
            _doubt(entry)
