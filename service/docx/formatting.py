"""What a paragraph looks like, computed when asked: most paragraphs of a document never are."""

from __future__ import annotations

from typing import Any

from service.docx.blocks import Look, TextRun
from service.docx.formats import Format, look_of, run_of, with_paragraph, with_run
from service.docx.names import VAL, W, first
from service.docx.styles import Styles

Piece = tuple[str, Any]
"""Text with the run properties (`w:rPr` or None) it stands under."""


class OwnFormatting:
    """The formatting of a paragraph whose runs or whose own properties deviate from its style; `level`: the paragraph
    properties of its level in a list, where those stand over the style's."""

    __slots__ = ("_base", "_level", "_look", "_pieces", "_properties", "_runs", "_styles")

    def __init__(self, styles: Styles, base: Format, properties: Any, pieces: list[Piece], level: Any = None) -> None:
        self._level = level
        self._styles = styles
        self._base = base
        self._properties = properties
        self._pieces = pieces
        self._runs: tuple[TextRun, ...] | None = None
        self._look: Look | None = None

    @property
    def plain(self) -> bool:
        """Whether no run has properties of its own."""
        return all(properties is None for _, properties in self._pieces)

    def runs(self, text: str) -> tuple[TextRun, ...]:
        """The text in stretches of one look."""
        if self._runs is None:
            self._runs = tuple(self._stretches())
        return self._runs

    def look(self, text: str) -> Look:
        """The paragraph's own look; bold and the like as most of its letters have them."""
        if self._look is None:
            base = with_paragraph(with_paragraph(self._base, self._level), self._properties)
            weights: dict[TextRun, int] = {}
            for run in self.runs(text):
                key = TextRun("", run.bold, run.italic, run.underline, run.caps, None, run.size)
                weights[key] = weights.get(key, 0) + len(run.text.strip())
            most = max(weights, key=weights.__getitem__) if weights else run_of("", base)
            self._look = look_of(base, most)
        return self._look

    def _stretches(self) -> list[TextRun]:
        base = self._base
        out: list[TextRun] = []
        texts: list[str] = []
        before: Any = None
        for text, properties in self._pieces:
            if texts and properties is before:
                texts.append(text)
                continue
            run = run_of("", self._format(base, properties))
            if texts and run == out[-1]:
                texts.append(text)
            else:
                _close(out, texts)
                out.append(run)
                texts = [text]
            before = properties
        _close(out, texts)
        return out

    def _format(self, base: Format, properties: Any) -> Format:
        return format_of(self._styles, base, properties)


def format_of(styles: Styles, base: Format, properties: Any) -> Format:
    """What a run with the properties `w:rPr` shows in a paragraph of the format `base`."""
    if properties is None:
        return base
    style = first(properties, W + "rStyle")
    return with_run(styles.character(base, style.get(VAL, "")) if style is not None else base, properties, styles.fonts)


def _close(out: list[TextRun], texts: list[str]) -> None:
    """Give the last of the runs its text."""
    if out:
        run = out[-1]
        out[-1] = TextRun("".join(texts), run.bold, run.italic, run.underline, run.caps, run.raised, run.size, run.font)
