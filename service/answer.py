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
            "unread": [{"text": p.labelled, "where": p.where.as_dict()} for p in self.unread],
            "citations": [_citation(pointer, citation) for pointer, citation in self.citations],
            "periods": [_period(pointer, period) for pointer, period in self.periods],
        }


def _field(pointer: str, got: Got) -> dict[str, Any]:
    paragraph = got.paragraph
    assert paragraph is not None
    sure = got.confidence
    return {
        "pointer": pointer,
        "confidence": sure if sure == 1 else round(sure, 3),  # rounding costs as much as the rest of a field
        "text": paragraph.labelled,
        "where": paragraph.where.as_dict(),
    }


def _citation(pointer: str, citation: Citation) -> dict[str, Any]:
    out: dict[str, Any] = {
        "loai": citation.loai,
        "so_ky_hieu": citation.so_ky_hieu,
        "ngay": citation.ngay,
        "co_quan": citation.co_quan,
        "pointer": pointer,
        "span": list(citation.span),
    }
    if citation.ten:
        out["ten"] = citation.ten
    return out


def _period(pointer: str, period: Period) -> dict[str, Any]:
    out = {"pointer": pointer, "text": period.text, "tu": period.tu, "den": period.den, "span": list(period.span)}
    if period.lap:
        out["lap"] = period.lap
    return out
