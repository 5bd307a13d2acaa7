"""Names, subjects and titles that were broken over several paragraphs by hand: one text of one line (contract §1)."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from service.docx.blocks import Paragraph
from service.matching.align import Step
from service.matching.text import SPACED, TO_THE_END
from service.mau.columns import Lines, as_one
from service.mau.line_reader import Seen
from service.mau.shapes import strange
from service.mau.tags import Print

_ONE_LINE = frozenset((("co_quan_chu_quan",), ("co_quan_ban_hanh",), ("trich_yeu",)))


def unwrapped(steps: list[Step], items: tuple[Any, ...]) -> list[Step]:
    """The steps, where such a text had been broken by hand with its paragraphs as one."""
    out: list[Step] = []
    for now in steps:
        before = out[-1] if out else None
        if before is not None and (title := _title(before, now)) is not None:
            out[-1] = replace(before, value=title, cost=before.cost + now.cost, margin=now.margin)
        elif before is not None and _goes_on(before, now, items):
            kept = before if now.one is None else now
            lines = as_one([part for one in (before, now) for part in _lines(one, items)])
            out[-1] = replace(
                kept,
                value=replace(kept.value, paragraph=lines),
                cost=kept.cost + SPACED,
                actions=before.actions + now.actions,
            )
        else:
            out.append(now)
    return out


def _goes_on(one: Step, other: Step, items: tuple[Any, ...]) -> bool:
    """Whether one of two steps has a text of one line and the other is left over beside it in the same style."""
    if (one.one is None) == (other.one is None):
        return False
    kept, lost = (other, one) if one.one is None else (one, other)
    seen, left = kept.value, items[lost.item]
    if (
        not isinstance(seen, Seen)
        or not isinstance(left, Paragraph)
        or not any(map(str.isalpha, left.text))  # a rule typed with dashes goes on with nothing
        or left.style != seen.paragraph.style
    ):
        return False
    found = seen.reading.found
    if len(found) != 1 or not isinstance(tag := found[0].tag, Print):
        return False
    if tag.field not in _ONE_LINE or found[0].end != TO_THE_END:
        return False
    return not strange(tag.field, left.text) or strange(tag.field, seen.paragraph.text)  # a name goes on as it began


def _title(one: Step, other: Step) -> Seen | None:
    """The heading whose title goes on in the next paragraph: that has its style, no number, and is no sentence."""
    heading, more = one.value, other.value
    if not (isinstance(more, Seen) and more.reading.lacking and isinstance(heading, Seen)):
        return None
    if heading.line is not more.line or heading.reading.lacking or any(a.kind == "end" for a in other.actions):
        return None
    fields = [hole.tag.field for hole in more.reading.found if isinstance(hole.tag, Print)]
    if not any(field[-1] == "tieu_de" and not strange(field, more.paragraph.labelled) for field in fields):
        return None
    lines = as_one([*_parts(heading.paragraph), more.paragraph])
    found = heading.line.text.match(lines.labelled)
    return (
        Seen(lines, replace(found.value, lacking=True), heading.line, heading.restyled) if found is not None else None
    )


def _parts(paragraph: Paragraph) -> tuple[Paragraph, ...]:
    return paragraph.lines if isinstance(paragraph, Lines) else (paragraph,)


def _lines(step: Step, items: tuple[Any, ...]) -> tuple[Paragraph, ...]:
    return _parts(items[step.item] if step.one is None else step.value.paragraph)
