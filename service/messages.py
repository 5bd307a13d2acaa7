"""A sentence for the user in both languages, under a code that never changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Language = Literal["vi", "en"]


@dataclass(frozen=True, slots=True)
class Words:
    """A value of a case that is itself said in both languages."""

    vi: str
    en: str


@dataclass(frozen=True, slots=True)
class Message:
    """What happened and what to do, with `{names}` for the values of the case."""

    code: str
    vi: str
    en: str

    def text(self, language: Language = "vi", **values: object) -> str:
        """The sentence in `language`, its names filled with `values`."""
        said = {name: getattr(value, language) if isinstance(value, Words) else value for name, value in values.items()}
        return (self.vi if language == "vi" else self.en).format(**said)
