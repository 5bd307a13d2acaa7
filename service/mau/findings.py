"""What is to be said about a template: severity, sentence, place."""

from __future__ import annotations

from dataclasses import dataclass

from service.messages import Language, Message
from service.notes import Where


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about a template; severity `error`, `warning` or `info`."""

    severity: str
    message: Message
    values: tuple[tuple[str, object], ...] = ()

    def text(self, language: Language = "vi") -> str:
        """Severity and sentence."""
        return f"{self.severity}: {self.message.text(language, **dict(self.values))} [{self.message.code}]"


def place_of(where: Where) -> str:
    """Block, then row, cell and paragraph of each table entered, counted from 1: `5/2/1/3`; the part before it where
    that is not the document itself."""
    numbers = "/".join(str(step + 1) for step in where.path)
    part = where.part.rsplit("/", 1)[-1]
    return numbers if part == "document.xml" else f"{part} {numbers}"
