"""What is wrong with the tags of a template by themselves: place, balance, names, filters. Everything at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, NamedTuple

from jinja2 import Environment, TemplateError, nodes

from service.docx.blocks import Block, Document, Paragraph, Table
from service.mau.context import context
from service.mau.environment import environment
from service.mau.examples import EXAMPLES
from service.mau.findings import Finding, place_of
from service.mau.tags import Path, Scope, block_tag
from service.messages import Message
from service.notes import Where
from service.wording.pairs import PAIRS

UNKNOWN = Message(
    "unknown_name",
    "{place}: không có tên “{name}” trong “{text}”{hint}. Sửa tên trong thẻ.",
    "{place}: there is no name “{name}” in “{text}”{hint}. Mend the name in the tag.",
)
UNBALANCED = Message(
    "unbalanced_tag",
    "{place}: thẻ “{text}” không có thẻ mở hoặc đóng đi cùng. Thêm thẻ còn thiếu, ở cùng cấp.",
    "{place}: the tag “{text}” has no tag that opens or closes it. Add the missing one at the same level.",
)
BESIDE = Message(
    "text_beside_tag",
    "{place}: chữ “{beside}” cạnh thẻ trong “{text}” sẽ mất khi in. Để thẻ đứng riêng.",
    "{place}: the words “{beside}” beside the tag in “{text}” vanish when printed. Let the tag stand alone.",
)
BAD_TAG = Message(
    "bad_tag",
    "{place}: không hiểu thẻ “{text}” ({why}). Sửa thẻ đó.",
    "{place}: the tag “{text}” is not understood ({why}). Mend it.",
)
NO_INVERSE = Message(
    "filter_without_inverse",
    "{place}: bộ lọc “{name}” trong “{text}” không đọc ngược lại được{example}. Bỏ bộ lọc đó.",
    "{place}: the filter “{name}” in “{text}” cannot be read back{example}. Remove it.",
)

_TAG = re.compile(r"\{\{-?\s*(?:(?:r|p|tr|tc)\s+)?(.*?)\s*-?\}\}|\{%-?\s*(?:(p|tr|tc|r)\s+)?(.*?)\s*-?%\}", re.S)
_OPENS = {"for": "endfor", "if": "endif"}
_KEPT = frozenset((*PAIRS, "mac_dinh", "ke_ngang", "gop_doc"))
_TRIED = ("ab", "Ab", "AB", "a b", "a  b", "01", "1", "2024-01-02", "2024-01-03", "", "á", "a")
_OWN = frozenset(("vm", "hm"))  # docxtpl's own, without Jinja's `end`

Schema = dict[str, Any]
"""What the context has at a place: names of a dict, or `[]` for the entries of a list; {} is a value."""


class _Tag(NamedTuple):
    text: str
    word: str
    rest: str
    where: Where


def tag_findings(document: Document) -> list[Finding]:
    """Every finding about the tags of a template."""
    walk = _Walk()
    for blocks in (document.body, document.headers, document.footers, document.footnotes):
        walk.sequence(blocks)
    return walk.found


class _Walk:
    def __init__(self) -> None:
        self.found: list[Finding] = []
        self._scope: Scope = {}
        self._schema = _schema(context(EXAMPLES[1]))
        self._environment: Environment = environment([])

    def sequence(self, blocks: tuple[Block, ...]) -> None:
        """Blocks with the paragraph tags between them."""
        open_: list[_Tag] = []
        for block in blocks:
            if isinstance(block, Paragraph):
                if (said := block_tag(block.text, "p")) is not None:
                    self._open_or_close(open_, block.text.strip(), said, block.where)
                else:
                    self._line(block)
            else:
                self._table(block)
        self._left_open(open_)

    def _table(self, table: Table) -> None:
        rows: list[_Tag] = []
        for number, row in enumerate(table.rows):
            where = Where(table.where.part, (*table.where.path, number))
            whole = "\n".join(cell.text for cell in row.cells).strip()
            if (said := block_tag(whole, "tr")) is not None:
                self._open_or_close(rows, whole, said, where)
                continue
            self._beside(whole, "tr", where)
            cells: list[_Tag] = []
            for column, cell in enumerate(row.cells):
                place = Where(where.part, (*where.path, column))
                if (said := block_tag(cell.text, "tc")) is not None:
                    self._open_or_close(cells, cell.text.strip(), said, place)
                elif not self._beside(cell.text, "tc", place):
                    self.sequence(cell.blocks)
            self._left_open(cells)
        self._left_open(rows)

    def _line(self, paragraph: Paragraph) -> None:
        if self._beside(paragraph.text, "p", paragraph.where):
            return
        open_: list[_Tag] = []
        for found in _TAG.finditer(paragraph.text):
            printed, level, said = found.groups()
            if printed is not None:
                self._expression(printed, found.group(), paragraph.where, printing=True)
            elif level is None and said.split()[:1] and said.split()[0] not in _OWN:
                if said.startswith("colspan "):
                    self._expression(said[8:], found.group(), paragraph.where)
                else:
                    self._open_or_close(open_, found.group(), said, paragraph.where)
        self._left_open(open_)

    def _beside(self, text: str, level: str, where: Where) -> bool:
        """Whether words stand beside a tag that takes its whole paragraph, row or cell with it."""
        tag = next((t for t in _TAG.finditer(text) if t.group(2) == level), None)
        if tag is None or block_tag(text, level) is not None:
            return False
        beside = (text[: tag.start()] + text[tag.end() :]).strip()
        self._add("error", BESIDE, where, text=text.strip(), beside=beside)
        return True

    def _open_or_close(self, open_: list[_Tag], text: str, said: str, where: Where) -> None:
        word, _, rest = said.partition(" ")
        tag = _Tag(text, word, rest.strip(), where)
        if word in _OPENS:
            open_.append(tag)
            if word == "for":
                self._loop(tag)
            else:
                self._expression(tag.rest, text, where)
        elif word in ("elif", "else"):
            if not open_ or open_[-1].word != "if":
                self._add("error", UNBALANCED, where, text=text)
            elif word == "elif":
                self._expression(tag.rest, text, where)
        elif word in _OPENS.values():
            if open_ and _OPENS[open_[-1].word] == word:
                self._scope.pop(open_.pop().rest.split(" ")[0], None)
            else:
                self._add("error", UNBALANCED, where, text=text)
        else:
            self._add("error", BAD_TAG, where, text=text, why=word)

    def _left_open(self, open_: list[_Tag]) -> None:
        for tag in open_:
            self._scope.pop(tag.rest.split(" ")[0], None)
            self._add("error", UNBALANCED, tag.where, text=tag.text)

    def _loop(self, tag: _Tag) -> None:
        found = re.fullmatch(r"(\w+)\s+in\s+([\w.]+)", tag.rest)
        if not found:
            self._add("error", BAD_TAG, tag.where, text=tag.text, why=tag.rest)
            return
        path = tuple(found.group(2).split("."))
        self._name(path, tag.text, tag.where)
        self._scope[found.group(1)] = (*self._resolved(path), "[]")

    def _expression(self, text: str, tag: str, where: Where, printing: bool = False) -> None:
        try:
            tree = self._environment.parse("{{ " + text + " }}")
        except TemplateError as error:
            self._add("error", BAD_TAG, where, text=tag, why=error.message)
            return
        for path in _names(tree):
            if path[0] != "loop":
                self._name(path, tag, where)
        for used in tree.find_all(nodes.Filter):
            if used.name not in self._environment.filters:
                self._unknown(used.name, tag, where, list(_KEPT))
            elif printing and used.name not in _KEPT:
                self._add("error", NO_INVERSE, where, name=used.name, text=tag, example=self._collision(used.name))

    def _collision(self, name: str) -> str:
        """Two values that the filter prints alike, in words; nothing where none of those tried does."""
        seen: dict[str, str] = {}
        for value in _TRIED:
            try:
                printed = self._environment.from_string("{{ x|" + name + " }}").render(x=value)
            except (TemplateError, TypeError, ValueError):
                return ""
            if printed in seen:
                return f" (“{seen[printed]}” = “{value}” → “{printed}”)"
            seen[printed] = value
        return ""

    def _resolved(self, path: Path) -> Path:
        return (*self._scope[path[0]], *path[1:]) if path[0] in self._scope else path

    def _name(self, path: Path, tag: str, where: Where) -> None:
        here: Schema = self._schema
        for name in self._resolved(path):
            if name not in here:
                known = [*here, *(self._scope if here is self._schema else ())]
                self._unknown(".".join(path), tag, where, known, name)
                return
            here = here[name]

    def _unknown(self, name: str, tag: str, where: Where, known: list[str], step: str | None = None) -> None:
        close = get_close_matches(step or name, [k for k in known if k != "[]"], 1)
        self._add("error", UNKNOWN, where, name=name, text=tag, hint=f" (→ “{close[0]}”?)" if close else "")

    def _add(self, severity: str, message: Message, where: Where, **values: object) -> None:
        self.found.append(Finding(severity, message, (("place", place_of(where)), *values.items())))


def _schema(value: Any) -> Schema:
    if isinstance(value, dict):
        return {key: _schema(entry) for key, entry in value.items()}
    if isinstance(value, (list, tuple)):
        entries: Schema = {}
        for entry in value:
            _merge(entries, _schema(entry))
        return {"[]": entries}
    return {}


def _merge(into: Schema, other: Schema) -> None:
    for key, entry in other.items():
        _merge(into.setdefault(key, {}), entry)


def _names(tree: nodes.Node) -> Iterator[Path]:
    """The names an expression asks for, each as long as it goes."""
    inner: set[int] = set()
    for found in tree.find_all(nodes.Getattr):
        path: list[str] = []
        at: nodes.Node = found
        while isinstance(at, nodes.Getattr):
            path.append(at.attr)
            at = at.node
            inner.add(id(at))
        if isinstance(at, nodes.Name) and id(found) not in inner:
            yield (at.name, *reversed(path))
    for name in tree.find_all(nodes.Name):
        if id(name) not in inner:
            yield (name.name,)
