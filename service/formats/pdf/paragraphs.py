"""Pieces of lines become paragraphs: where one ends is told by what would have fitted, indents, gaps and markers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from service.docx.blocks import Look, Paragraph, TextRun
from service.formats.pdf.lines import Piece, starts_with_marker
from service.notes import Where
from service.wording.folding import fold
from service.wording.headings import QUOC_HIEU, TIEU_DE_DANG, TIEU_NGU
from service.wording.syllables import is_syllable

INDENT = 8.0
"""Points from which a line counts as indented."""
CENTRED = 3.0
"""Points by which a centred line misses the middle at most."""
HANGING = 60.0
_ENDS = (".", ";", ":", ",", "!", "?")
_BROKEN = re.compile(r"\w[-/]$")
_HEADINGS = frozenset(fold(heading) for heading in (QUOC_HIEU, TIEU_NGU, TIEU_DE_DANG))
_DASH = re.compile(r"[-–—] ")


@dataclass(frozen=True, slots=True)
class Frame:
    """The edges between which lines run, and the middle in which centred ones stand (half way, unless told)."""

    left: float
    right: float
    middle: float | None = None

    def holds_centred(self, piece: Piece) -> bool:
        """Whether a piece stands in the middle, off both edges."""
        off = piece.left > self.left + INDENT and piece.right < self.right - INDENT
        return off and self.even(piece) and not starts_with_marker(piece.text)

    def even(self, piece: Piece) -> bool:
        """Whether a piece leaves as much room before it as after it, which full lines do, too."""
        middle = (self.left + self.right) / 2 if self.middle is None else self.middle
        return abs(piece.middle - middle) < CENTRED


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece with its page."""

    piece: Piece
    page: int


def assemble(lines: Iterable[Placed], frame: Frame, spacing: float) -> list[list[Placed]]:
    """The lines of each paragraph; `spacing`: the usual distance of two baselines."""
    out: list[list[Placed]] = []
    for line in lines:
        if out and not _begins(out[-1], line, frame, spacing):
            out[-1].append(line)
        else:
            out.append([line])
    return out


def assemble_items(lines: Iterable[Placed], frame: Frame) -> list[list[Placed]]:
    """The lines of each entry of a column of names or recipients: one each, unless a bulleted one was too long."""
    out: list[list[Placed]] = []
    for line in lines:
        piece = line.piece
        if out and _heading_goes_on(out[-1][-1].piece.text, piece.text):
            out[-1].append(line)
            continue
        full = out and out[-1][-1].piece.right + 0.25 * piece.size + piece.first_word > frame.right - 1
        if full and starts_with_marker(out[-1][0].piece.text) and not starts_with_marker(piece.text):
            out[-1].append(line)
        else:
            out.append([line])
    return out


def _begins(before: list[Placed], line: Placed, frame: Frame, spacing: float) -> bool:
    last, piece = before[-1].piece, line.piece
    if _heading_goes_on(last.text, piece.text):
        return False
    if _DASH.match(piece.text) and not last.text.endswith(_ENDS) and _full(last, piece, frame):
        return False  # `HĐND - UBND`, broken before the dash
    if starts_with_marker(piece.text) or abs(piece.size - last.size) > 0.1 * last.size:
        return True
    if line.page == before[-1].page and piece.base - last.base > 1.3 * spacing:
        return True
    if _bold(last) is not _bold(piece) and None not in (_bold(last), _bold(piece)):
        return True
    blank = 0.25 * piece.size
    if frame.holds_centred(last) or frame.holds_centred(piece):
        room = frame.right - frame.left - (last.right - last.left)
        return not (frame.even(last) and frame.even(piece)) or room > piece.first_word + blank + INDENT
    if not _full(last, piece, frame):
        return True
    if len(before) > 1:
        return piece.left > last.left + INDENT
    if piece.left <= frame.left + INDENT:
        return False
    if abs(piece.left - last.left) <= 2:  # both indented alike: two first lines, or one indented paragraph
        return last.text.endswith(_ENDS)
    hanging = starts_with_marker(last.text) and 0 < piece.left - last.left < HANGING
    return not hanging and piece.left > last.left + INDENT


def _full(last: Piece, piece: Piece, frame: Frame) -> bool:
    """Whether the first word of `piece` had no room at the end of `last`."""
    return last.right + 0.25 * piece.size + piece.first_word >= frame.right - 1


def _heading_goes_on(last: str, text: str) -> bool:
    """Whether a heading of the State or the Party is broken between two lines."""
    return " " in last and fold(f"{last} {text}") in _HEADINGS


def _within_word(last: Piece, piece: Piece, frame: Frame) -> bool:
    """Whether a column was too narrow for a word, which goes on in the next line: not one more letter had room."""
    word, rest = last.text.strip(), piece.text.split(" ", 1)[0]
    if not (word.isalnum() and rest.isalnum()) or (is_syllable(word) and is_syllable(rest)):
        return False
    return last.right + 0.8 * piece.first_word / len(rest) > frame.right


def _bold(piece: Piece) -> bool | None:
    """Whether all its letters are bold, or none; None where some are."""
    found = {run.bold for run in piece.runs if run.text.strip()}
    return found.pop() if len(found) == 1 else None


def paragraph(lines: list[Placed], frame: Frame, where: Where) -> Paragraph:
    """The paragraph of some lines."""
    runs: list[TextRun] = []
    for number, line in enumerate(lines):
        joined = number and _within_word(lines[number - 1].piece, line.piece, frame)
        for run in line.piece.runs:
            first = number and run is line.piece.runs[0]
            if first and not joined and not _BROKEN.search(runs[-1].text):
                runs[-1] = runs[-1]._replace(text=runs[-1].text + " ")
            if runs and runs[-1]._replace(text="") == run._replace(text=""):
                runs[-1] = runs[-1]._replace(text=runs[-1].text + run.text)
            else:
                runs.append(run)
    shown = Shown(tuple(runs), _look(lines, runs, frame))
    return Paragraph("".join(run.text for run in runs), "Normal", where, shown)


def _look(lines: list[Placed], runs: list[TextRun], frame: Frame) -> Look:
    first, rest = lines[0].piece, [line.piece for line in lines[1:]]
    letters: dict[tuple[bool, bool, float], int] = {}
    for run in runs:
        key = (run.bold, run.italic, run.size)
        letters[key] = letters.get(key, 0) + len(run.text.strip())
    bold, italic, size = max(letters, key=letters.__getitem__)
    centred = frame.holds_centred(lines[-1].piece) and all(frame.even(line.piece) for line in lines)
    at_right = not rest and first.right > frame.right - 2 and first.left > (frame.left + frame.right) / 2
    body = rest[0].left if rest else min(first.left, frame.left)
    return Look(
        "center" if centred else "right" if at_right else "both" if rest else "left",
        0 if centred else round((body - frame.left) * 20),
        0 if centred else round((first.left - body) * 20),
        bold,
        italic,
        size=size,
    )


class Shown:
    """The runs and look of a paragraph as they were drawn."""

    __slots__ = ("_look", "_runs")

    def __init__(self, runs: tuple[TextRun, ...], look: Look) -> None:
        self._runs = runs
        self._look = look

    plain = False

    def look(self, text: str) -> Look:
        return self._look

    def runs(self, text: str) -> tuple[TextRun, ...]:
        return self._runs
