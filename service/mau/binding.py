"""From an alignment to the names a template was filled with: the inverse of rendering."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from math import exp
from typing import Any

from msgspec import Struct

from schemas.faults import step
from service.docx.blocks import Look, Paragraph, Row, Table, paragraphs
from service.matching.align import Alignment, Step
from service.matching.automaton import Action
from service.matching.pattern import INFINITE
from service.mau.alike import lines_of
from service.mau.columns import Lines
from service.mau.line_reader import Seen
from service.mau.readers import Inside
from service.mau.rivals import likelier
from service.mau.tags import Path, Print, Test
from service.mau.wrapped import unwrapped
from service.messages import Message
from service.notes import Note
from service.wording.folding import fold
from service.wording.pairs import PAIRS

RESTYLED = Message(
    "paragraph_restyled", "Đoạn có kiểu khác với mẫu.", "The paragraph has another style than the template's."
)
REWORDED = Message(
    "wording_changed", "Chữ cố định ở đây khác với mẫu.", "The fixed words here differ from the template's."
)
UNMARKED = Message(
    "marker_missing",
    "Dòng này thiếu số hoặc dấu đầu dòng (như “I.”, “1.”, “a)”) mà mẫu in ở đây; đề mục được đánh số theo vị trí.",
    "The line lacks the number or sign before it (such as “I.”, “1.”, “a)”) that the template prints here; a heading is"
    " numbered by its place.",
)
JOINED = Message(
    "title_joined",
    "Đề mục này ghép từ hai đoạn. Nếu đoạn sau là đề mục riêng, hãy ghi số cho nó.",
    "This heading was put together from two paragraphs. If the second is a heading of its own, give it a number.",
)
UNLIKE = Message(
    "line_not_read",
    "Dòng này không còn như mẫu nên không đọc được; đã đưa vào “unread”.",
    "This line is not as the template has it any more and was not read; it is in “unread”.",
)
COLUMNS = Message(
    "columns_changed",
    "Cột của bảng này đã được thêm, bớt hoặc đổi chỗ so với mẫu.",
    "Columns of this table were added, removed or moved; the template has others.",
)
DISAGREES = Message(
    "values_disagree",
    "Cùng một nội dung nhưng hai chỗ ghi khác nhau; chỗ này (“{text}”) nằm ở “unread”.",
    "The same thing stands in two places with different words; this one (“{text}”) is in “unread”.",
)
UNREADABLE = Message(
    "value_not_read", "Không đọc được giá trị “{text}” ở đây.", "The value “{text}” cannot be read here."
)


class Got(Struct, eq=False, gc=False):
    """A value that was read, where it stands, and how sure that is."""

    value: Any
    paragraph: Paragraph | None
    confidence: float = 1.0
    notes: tuple[Message, ...] = ()
    kept: bool = False
    """Whether it stands in the plan as it was split into values and fields."""

    def __str__(self) -> str:
        return str(self.value or "")

    def __bool__(self) -> bool:
        return bool(self.value)


class _Round:
    """A loop under way: the entries it fills, and the one it is at."""

    __slots__ = ("entries", "entry", "index")

    def __init__(self, entries: list[Any]) -> None:
        self.entries = entries
        self.entry: Any = None
        self.index = -1

    def next(self) -> None:
        """Go on to the next entry; a second loop over one list goes on with the same entries."""
        self.index += 1
        if self.index == len(self.entries):
            self.entries.append({})
        self.entry = self.entries[self.index]


class Binding:
    """Collects the names; `left` are the things that no line of the template explains, `read` all values."""

    def __init__(self) -> None:
        self._pending: tuple[Message, ...] = ()
        self.names: dict[str, Any] = {}
        self.left: list[Any] = []
        self.read: list[Got] = []
        self.notes: list[Note] = []
        self._rounds: dict[str, _Round] = {}
        self._wanted: Counter[str] = Counter()

    def not_read(self) -> None:
        """Name the lines of the template that the document lacks, where something in their style was left over."""
        for item in self.left if self._wanted else ():
            for paragraph in within(item):
                if self._wanted[paragraph.style] > 0 and paragraph.text.strip():
                    self._wanted[paragraph.style] -= 1
                    self.notes.append(Note(UNLIKE, paragraph.where))

    def take(self, alignment: Alignment, items: tuple[Any, ...], sure: float = 1.0) -> None:
        """Bind everything that `alignment` says of `items`."""
        for taken in unwrapped(likelier(alignment.steps, items), items) if alignment.cost else alignment.steps:
            for action in taken.actions:
                self._act(action)
            if taken.one is None:
                self.left.append(items[taken.item])
                continue
            certain = sure if taken.cost == 0 and taken.margin == INFINITE else sure * _confidence(taken)
            value = taken.value
            if isinstance(value, Seen):
                self._line(value, certain)
            else:
                self._inside(value, certain)
        for action in alignment.closing:
            self._act(action)

    def _act(self, action: Action) -> None:
        kind, tag, number = action
        if kind == "branch":
            self._said(tag, number)
        elif kind == "next":
            self._rounds[tag.variable].next()
        elif kind == "for":
            holder, key = self._place(tag.path)
            known = holder.get(key) if isinstance(holder, dict) else None
            holder[key] = entries = known if isinstance(known, list) else []
            self._rounds[tag.variable] = _Round(entries)
        elif kind == "end":
            self._rounds.pop(tag.variable, None)
        elif kind == "missing":
            self._wanted.update(line.style for line in lines_of(tag) if line.text.literal != "")

    def _said(self, tag: Test, number: int) -> None:
        """What the branch of a test says about the names: that one is there says nothing where it has a value."""
        for path, value in tag.said[number]:
            holder, key = self._place(path)
            if value is not True or not isinstance(holder, dict) or not holder.get(key):
                holder[key] = value

    def _inside(self, value: Inside, sure: float) -> None:
        """Bind what stands in something that was entered."""
        if value.rearranged:
            self._pending = (COLUMNS,)
        if value.span is not None:
            self._know(value.span, value.columns)
        if value.covered is not None:
            self._know((*value.covered, "noi"), True)
        if value.alignment is not None:
            self.take(value.alignment, value.items, sure)

    def _line(self, seen: Seen, sure: float) -> None:
        """Bind what stands in a line."""
        reading = seen.reading
        notes = self._changed(seen) if seen.restyled or reading.reworded or reading.lacking else ()
        tag: Any
        for tag, number in reading.branches:
            self._said(tag, number)
        for hole in reading.found:
            tag = hole.tag
            got = self._got(tag, seen, hole.start, hole.end, sure, notes)
            self.read.append(got)
            self._put(tag.path, got)

    def _changed(self, seen: Seen) -> tuple[Message, ...]:
        """What is to be said of a line that is not as the template has it; said here where no value of it can say it."""
        reworded, lacking = seen.reading.reworded, JOINED if isinstance(seen.paragraph, Lines) else UNMARKED
        notes = ((RESTYLED,) * seen.restyled) + ((REWORDED,) * reworded) + ((lacking,) * seen.reading.lacking)
        if not seen.reading.found:
            self.notes.extend(Note(note, seen.paragraph.where) for note in notes)
            if reworded and letters(seen.line.text.literal or "") != letters(seen.paragraph.text):
                self.left.append(seen.paragraph)
        return notes

    def _got(self, tag: Print, seen: Seen, start: int, end: int, sure: float, notes: tuple[Message, ...]) -> Got:
        paragraph = seen.paragraph
        text = paragraph.labelled[start:end]
        if tag.pair is not None:
            try:
                return Got(PAIRS[tag.pair].read(text), paragraph, sure, notes)
            except ValueError:
                pointer = "/" + tag.field[0] if len(tag.field) == 1 else None
                self.notes.append(Note(UNREADABLE, paragraph.where, pointer, (("text", text),)))
                self.left.append(paragraph)
                return Got(None, paragraph, 0.0, notes)
        if tag.otherwise is not None and text.strip() == tag.otherwise:
            return Got("", paragraph, sure, notes)
        if not tag.rich:
            return Got(text, paragraph, sure, notes)
        if self._pending and text.strip():  # what is to be said of a whole table stands at the first text in it
            notes, self._pending = notes + self._pending, ()
        runs = None if paragraph.plain else runs_between(paragraph, seen.line.base(paragraph), start, end)
        return Got(text if runs is None else runs, paragraph, sure, notes)

    def _place(self, path: Path) -> tuple[Any, Any]:
        """The container and key that `path` means now."""
        loop = self._rounds.get(path[0])
        if loop is not None and len(path) == 2 and isinstance(loop.entry, dict):
            return loop.entry, path[1]  # `row.name` in a loop: nearly every value of a plan
        if loop is not None and len(path) == 1:
            return loop.entries, loop.index
        if loop is not None and not isinstance(loop.entry, dict):
            loop.entries[loop.index] = loop.entry = {}
        holder, inner = (self.names, path[:-1]) if loop is None else (loop.entry, path[1:-1])
        for name in inner:
            holder = holder.setdefault(name, {})
        return holder, path[-1]

    def _know(self, path: Path, value: object) -> None:
        holder, key = self._place(path)
        holder[key] = value

    def _put(self, path: Path, got: Got) -> None:
        """Give the name at `path` what was read for it, unless another text was read for it before."""
        holder, key = self._place(path)
        before = holder.get(key) if isinstance(holder, dict) else None
        if isinstance(before, Got) and before.value != got.value and got.paragraph:
            if got:
                self.notes.append(Note(DISAGREES, got.paragraph.where, None, (("text", str(got)),)))
                self.left.append(got.paragraph)
            return
        holder[key] = got


def within(item: Any) -> Iterator[Paragraph]:
    """The paragraphs of something left over: a block, a row or a cell."""
    if isinstance(item, Paragraph | Table):
        return paragraphs((item,))
    cells = item.cells if isinstance(item, Row) else (item,)
    return (p for cell in cells for p in paragraphs(cell.blocks))


def letters(text: str) -> str:
    """The letters and digits of `text`, folded: what makes fixed words the same words."""
    return "".join(c for c in fold(text) if c.isalnum())


def _confidence(step: Step) -> float:
    own = step.cost
    if isinstance(step.value, Inside) and step.value.alignment is not None:
        own -= step.value.alignment.cost  # what inside it cost something is less sure by itself
    sure = max(0.05, 1.0 - 0.1 * max(own, 0.0))
    return sure if step.margin == INFINITE else sure * (1.0 - 0.5 * exp(-2.0 * max(step.margin, 0.0)))


def runs_between(paragraph: Paragraph, look: Look, start: int, end: int) -> list[dict[str, Any]] | None:
    """The runs of a stretch that deviate from `look`, as payload; None where none does."""
    if paragraph.plain:
        return None
    at = len(paragraph.label) + 1 if paragraph.label else 0
    out: list[dict[str, Any]] = []
    marked = False
    for run in paragraph.runs:
        text = run.text[max(start - at, 0) : max(end - at, 0)]
        at += len(run.text)
        if not text:
            continue
        entry: dict[str, Any] = {"van_ban": text}
        if run.bold != look.bold:
            entry["dam"] = True
        if run.italic != look.italic:
            entry["nghieng"] = True
        if run.underline != look.underline:
            entry["gach_chan"] = True
        if run.raised:
            entry["chi_so"] = "tren" if run.raised == "up" else "duoi"
        marked |= len(entry) > 1
        out.append(entry)
    return out if marked else None


def split(value: Any, pointer: str, fields: list[tuple[str, Got]]) -> Any:
    """`value` with plain values for what was read, which goes to `fields` with its JSON pointer, in order."""
    kind = type(value)
    if kind is Got:
        if value.value and value.paragraph is not None:
            value.kept = True
            fields.append((pointer, value))
        return value.value
    if kind is dict:
        plain: dict[str, Any] = {}
        for key, entry in value.items():
            plain[key] = entry if type(entry) is str else split(entry, step(pointer, key), fields)
        return plain
    if kind is list:
        entries: list[Any] = []
        for index, entry in enumerate(value):
            entries.append(split(entry, f"{pointer}/{index}", fields))
        return entries
    return value
