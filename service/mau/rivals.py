"""Two lines in the style of one, as Enter behind a line makes them: the one that looks like its field is the template's."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from service.docx.blocks import Paragraph
from service.matching.align import Step
from service.mau.line_reader import Seen
from service.mau.shapes import strange
from service.mau.tags import Print


def likelier(steps: list[Step], items: tuple[Any, ...]) -> list[Step]:
    """The steps; where a line was taken that does not look like its field, and one beside it in the same style was left
    over that does, they change places. What both cost tells nothing of that: it is more for what says more."""
    if all(now.one is not None for now in steps):
        return steps
    out = list(steps)
    for at in range(1, len(out)):
        one, other = out[at - 1], out[at]
        if (one.one is None) == (other.one is None):
            continue
        taken, left = (other, one) if one.one is None else (one, other)
        if (value := _instead(taken, items[left.item])) is not None:
            now = replace(taken, item=left.item, value=value)
            rest = replace(left, item=taken.item)
            out[at - 1], out[at] = (now, rest) if taken is other else (rest, now)
    return out


def _instead(taken: Step, left: Any) -> Seen | None:
    """How the line of `taken` reads the paragraph left over, if that looks more like it."""
    seen = taken.value
    if not isinstance(seen, Seen) or not isinstance(left, Paragraph) or left.style != seen.paragraph.style:
        return None
    if not _strange(seen) or (reading := seen.line.text.exact(left.labelled)) is None:
        return None
    value = Seen(left, reading, seen.line, seen.restyled)
    return None if _strange(value) else value


def _strange(seen: Seen) -> bool:
    text = seen.paragraph.labelled
    found = seen.reading.found
    return any(isinstance(h.tag, Print) and strange(h.tag.field, text[h.start : h.end]) for h in found)
