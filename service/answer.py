"""What `parse` answers, as a value and as JSON (contract §2)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from service.docx.blocks import Paragraph
from service.mau.binding import Got
from service.messages import Language
from service.notes import Note
from service.wording.citations import Citation
from service.wording.periods import Period


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
                | ({"ten": c.ten} if c.ten else {})
                for pointer, c in self.citations
            ],
            "periods": [
                {"pointer": pointer, "text": p.text, "tu": p.tu, "den": p.den, "span": list(p.span)}
                | ({"lap": p.lap} if p.lap else {})
                for pointer, p in self.periods
            ],
        }


def _text(paragraph: Paragraph) -> str:
    return f"{paragraph.label} {paragraph.text}" if paragraph.label else paragraph.text


def _field(pointer: str, got: Got) -> dict[str, Any]:
    paragraph = got.paragraph
    assert paragraph is not None
    return {
        "pointer": pointer,
        "confidence": round(got.confidence, 3),
        "text": _text(paragraph),
        "where": paragraph.where.as_dict(),
    }
