"""A document edited by hand: the marks that Word leaves when somebody types, tracks changes, restyles, moves."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from lxml import etree

from service.docx.names import VAL, W
from service.docx.package import open_package
from service.docx.writing import Frame

XML = "{http://www.w3.org/XML/1998/namespace}"
WHO = {W + "author": "Lò Thị Mai", W + "date": "2024-01-15T08:30:00Z"}


def element(tag: str, *children: Any, text: str | None = None, **attributes: str) -> Any:
    """`w:tag` with `w:` attributes; a text keeps its blanks."""
    out = etree.Element(W + tag)
    for name, value in attributes.items():
        out.set(W + name, value)
    if text is not None:
        out.text = text
        out.set(XML + "space", "preserve")
    out.extend(children)
    return out


def text_of(node: Any) -> str:
    """All text under a node, deleted text left out."""
    return "".join(t.text or "" for t in node.iter(W + "t"))


class Word:
    """A document that is open for editing."""

    def __init__(self, data: bytes) -> None:
        package = open_package(data)
        self.parts = {name: package.part(name) for name in package.names}
        self.root = etree.fromstring(self.parts["word/document.xml"])
        self.body = self.root.find(W + "body")
        self._number = 0
        styles = etree.fromstring(self.parts["word/styles.xml"])
        self._ids = {
            name.get(VAL): style.get(W + "styleId")
            for style in styles.iter(W + "style")
            if (name := style.find(W + "name")) is not None
        }

    def save(self) -> bytes:
        """The document as bytes."""
        self.parts["word/document.xml"] = etree.tostring(self.root, xml_declaration=True, encoding="UTF-8")
        return Frame.of_parts(self.parts)

    def paragraphs(self) -> Iterator[Any]:
        """Every paragraph in reading order."""
        yield from self.root.iter(W + "p")

    def find(self, text: str) -> Any:
        """The one paragraph whose text is `text`, or else has it in it."""
        found = [p for p in self.paragraphs() if text in text_of(p)]
        found = [p for p in found if text_of(p) == text] or found
        assert len(found) == 1, (text, [text_of(p) for p in found])
        return found[0]

    def find_all(self, text: str) -> list[Any]:
        """Every paragraph whose text has `text` in it."""
        return [p for p in self.paragraphs() if text in text_of(p)]

    def row(self, text: str) -> Any:
        """The table row with the paragraph that has `text` in it."""
        return next(self.find(text).iterancestors(W + "tr"))

    def style(self, paragraph: Any) -> str | None:
        """The id of a paragraph's style."""
        found = paragraph.find(f"{W}pPr/{W}pStyle")
        return found.get(VAL) if found is not None else None

    def restyle(self, paragraph: Any, name: str | None = None) -> None:
        """Give a paragraph another style; None is Normal, which Word writes as no style at all."""
        properties = paragraph.find(W + "pPr")
        for old in properties.findall(W + "pStyle"):
            properties.remove(old)
        if name is not None:
            properties.insert(0, element("pStyle", val=self._ids.get(name, name)))

    def typed(self, text: str, style: str | None = None, **marks: bool) -> Any:
        """A paragraph as somebody types it; `marks` are toggles of the run (`b`, `i`)."""
        properties = element("pPr", *([element("pStyle", val=self._ids.get(style, style))] if style else []))
        runs = []
        middle = len(text) // 2
        for piece in (text[:middle], text[middle:]):
            look = [element("rPr", *(element(mark) for mark in marks))] if marks else []
            runs.append(element("r", *look, element("t", text=piece), rsidRPr="00C37B2A"))
        proof = element("proofErr", type="spellStart"), element("proofErr", type="spellEnd")
        return element("p", properties, runs[0], proof[0], runs[1], proof[1], rsidR="00A14F3E", rsidRDefault="00A14F3E")

    def retype(self, old: str, new: str, tracked: bool = False) -> None:
        """Write `new` over `old` inside its paragraph: runs split, bookmarks and proofing marks left behind."""
        paragraph = self.find(old)
        texts = list(paragraph.iter(W + "t"))
        whole = "".join(t.text or "" for t in texts)
        start = whole.index(old)
        at = 0
        for t in texts:
            here, end = t.text or "", at + len(t.text or "")
            if at <= start < end:
                self._retype(t, here[: start - at], old, here[start - at + len(old) :], new, tracked)
                assert start + len(old) <= end, "the words stand in one run"
                return
            at = end
        raise AssertionError(old)

    def _retype(self, t: Any, before: str, old: str, after: str, new: str, tracked: bool) -> None:
        run = t.getparent()
        holder = run.getparent()
        place = holder.index(run)

        def piece(text: str, tag: str = "t") -> Any:
            look = run.find(W + "rPr")
            return element(
                "r", *([deepcopy(look)] if look is not None else []), element(tag, text=text), rsidR="00B52C11"
            )

        changed: list[Any]
        if tracked:
            changed = [
                element("del", piece(old, "delText"), id=self._next()),
                element("ins", *([piece(new)] if new else []), id=self._next()),
            ]
            for mark in changed:
                for name, value in WHO.items():
                    mark.set(name, value)
        else:
            middle = max(1, len(new) // 2)
            pieces = [piece(part) for part in (new[:middle], new[middle:]) if part]
            changed = [element("proofErr", type="spellStart"), *pieces, element("proofErr", type="spellEnd")]
        mark = self._next()
        changed = [
            element("bookmarkStart", id=mark, name="_GoBack"),
            *([piece(before)] if before else []),
            *changed,
            element("bookmarkEnd", id=mark),
            *([piece(after)] if after else []),
        ]
        index = list(run).index(t)
        rest = list(run)[index + 1 :]
        run.remove(t)
        if rest:  # what else stood in the run goes behind
            last = piece("")
            last.extend(rest)
            changed.append(last)
        for offset, node in enumerate(changed, 1):
            holder.insert(place + offset, node)

    def _next(self) -> str:
        self._number += 1
        return str(self._number)

    def columns(self, table: Any) -> list[list[Any]]:
        """The cells of a table by row."""
        return [list(row.findall(W + "tc")) for row in table.findall(W + "tr")]


def after(node: Any, *new: Any) -> None:
    """Put `new` behind `node`, in order."""
    for one in reversed(new):
        node.addnext(one)


def remove(*nodes: Any) -> None:
    """Take nodes out of the document."""
    for node in nodes:
        node.getparent().remove(node)


def fill(cell: Any, text: str) -> Any:
    """A copy of a cell with other text."""
    out = deepcopy(cell)
    texts = list(out.iter(W + "t"))
    if not texts:
        next(out.iter(W + "p")).append(element("r", element("t", text=text)))
        return out
    texts[0].text = text
    for other in texts[1:]:
        other.text = ""
    return out
