"""What reading has to say beside its value: where a thing stands, and warnings. Values, never raised."""

from __future__ import annotations

from dataclasses import dataclass

from msgspec import Struct

from service.messages import Language, Message


class Where(Struct, frozen=True, gc=False):
    """A place in a document.

    `path` counts from 0: (block,) in the part's reading order, then (row, cell, paragraph) for each table entered.
    """

    part: str = "word/document.xml"
    path: tuple[int, ...] = ()

    def as_dict(self) -> dict[str, object]:
        """`{"part", "block", "row", "cell", "paragraph"}` (contract §2); a table inside a cell goes under `inner`."""
        path = self.path
        if len(path) == 4:  # the cell of a table: nearly every place of a plan
            part, (block, row, cell, paragraph) = self.part, path
            return {"part": part, "block": block, "row": row, "cell": cell, "paragraph": paragraph}
        out: dict[str, object] = {"part": self.part}
        if path:
            out["block"] = path[0]
        place, rest = out, path[1:]
        while rest:
            place |= zip(("row", "cell", "paragraph"), rest, strict=False)
            rest = rest[3:]
            if rest:
                inner: dict[str, object] = {}
                place["inner"] = inner
                place = inner
        return out


@dataclass(frozen=True, slots=True)
class Note:
    """A warning about reading: something repaired, ambiguous, or not as the template has it."""

    message: Message
    where: Where | None = None
    pointer: str | None = None
    values: tuple[tuple[str, object], ...] = ()

    def as_dict(self, language: Language = "vi") -> dict[str, object]:
        """`{"code", "pointer", "detail", "where"}` (contract §2)."""
        return {
            "code": self.message.code,
            "pointer": self.pointer,
            "detail": self.message.text(language, **dict(self.values)),
            "where": self.where.as_dict() if self.where else {},
        }
