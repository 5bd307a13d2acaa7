"""A typed document read by the decree's layout: head, title, bases, body, closing, recipients and signature."""

from __future__ import annotations

import re
from typing import Any

from service.docx.blocks import Block, Document, Paragraph, Table, paragraphs
from service.layout.body import SURE, Body, split
from service.layout.head import folded, is_type, read_head
from service.mau.binding import Got
from service.mau.reader import TemplateReading

_BASIS = re.compile(r"[-–+]?\s*(?:Căn cứ|Theo|Xét|Thực hiện (?:Luật|Nghị|Quyết))\b")
_RECIPIENTS = re.compile(r"\s*nơi\s+nhận\s*:?", re.I)
_PREFIX = re.compile(r"(?:TM|KT|TL|TUQ|Q|T/M|K/T|T/L)\b\.?")


def read_layout(document: Document) -> TemplateReading:
    """The reading of a typed document; one without a head is left whole."""
    blocks = list(document.body)
    at, title = _title(blocks)
    if title is None:
        return TemplateReading({}, blocks, [], 0.0)
    head = read_head([p for block in blocks[:at] for p in paragraphs((block,))])
    if not head.found:
        return TemplateReading({}, blocks, [], 0.0)
    payload, left = head.payload, list[Any](head.left)
    payload.pop("_lines", None)
    lines = title.text.split("\n")
    payload["ten_loai"] = Got(folded(lines[0]), title, SURE)
    subject = [folded(line) for line in lines[1:]]
    at += 1
    while (
        at < len(blocks)
        and isinstance(block := blocks[at], Paragraph)
        and (_ornament(block) or (block.look.align == "center" and block.look.bold))
    ):
        if not _ornament(block):
            subject.append(folded(block.text))
        at += 1
    if subject:
        payload["trich_yeu"] = Got(" ".join(subject), title, SURE)
    end = next((i for i in range(at, len(blocks)) if _closes(blocks[i])), len(blocks))
    _fill(payload, blocks[at:end])
    if end < len(blocks):
        left += _signature(payload, blocks[end])
        left += blocks[end + 1 :]
    return TemplateReading(payload, left, [], 0.0)


def _ornament(paragraph: Paragraph) -> bool:
    return not any(c.isalnum() for c in paragraph.text)


def _title(blocks: list[Block]) -> tuple[int, Paragraph | None]:
    for index, block in enumerate(blocks[:40]):
        if isinstance(block, Paragraph) and is_type(block.text):
            return index, block
    return 0, None


def _closes(block: Block) -> bool:
    return any(_RECIPIENTS.match(p.text) for p in paragraphs((block,)))


def _fill(payload: dict[str, Any], blocks: list[Block]) -> None:
    body = Body()
    opening: list[Paragraph] = []
    closing: list[Paragraph] = []
    last = max(
        (i for i, b in enumerate(blocks) if isinstance(b, Paragraph) and folded(b.text).startswith("Trên đây là")),
        default=len(blocks),
    )
    for index, block in enumerate(blocks):
        if isinstance(block, Table):
            body.table(block)
        elif not block.text.strip() or _ornament(block):
            continue
        elif index >= last:
            closing.append(block)
        elif not body.begun and split(block)[1] in ("", "bullet"):
            opening.append(block)
        else:
            body.line(block)
    bases = 0
    while bases < len(opening) and _BASIS.match(folded(opening[bases].text)):
        bases += 1
    payload["can_cu"] = [Got(p.text, p, SURE) for p in opening[:bases]]
    payload["mo_dau"] = [Got(p.text, p, SURE) for p in opening[bases:]]
    payload["noi_dung"] = body.root
    payload["ket_thuc"] = [Got(p.text, p, SURE) for p in closing]


def _signature(payload: dict[str, Any], block: Block) -> list[Any]:
    """Recipients and signers of the block that holds `Nơi nhận`; what it does not explain."""
    if isinstance(block, Paragraph):
        return [block]
    recipients: list[Got] = []
    columns: dict[int, list[Paragraph]] = {}
    for row in block.rows:
        for cell in row.cells:
            found = [p for p in paragraphs(cell.blocks) if not _ornament(p)]
            if any(_RECIPIENTS.match(p.text) for p in found):
                for p in found:
                    for line in _RECIPIENTS.sub("", p.text).split("\n"):
                        if line.strip(" -–+;.,:\t"):
                            recipients.append(Got(line, p, SURE))
            else:
                columns.setdefault(cell.column, []).extend(found)
    payload["noi_nhan"] = recipients
    signers = [signer for column in sorted(columns) if (signer := _signer(columns[column]))]
    payload["chu_ky"] = signers
    used = {id(g.paragraph) for s in signers for g in (*s["quyen_han"], s["chuc_vu"], s["ho_ten"]) if g is not None}
    return [p for found in columns.values() for p in found if id(p) not in used]


def _signer(found: list[Paragraph]) -> dict[str, Any] | None:
    lines = [(folded(line), p) for p in found for line in p.text.split("\n") if any(c.isalnum() for c in line)]
    capitals = [Got(text, p, SURE) for text, p in lines if text == text.upper()]
    if not capitals:
        return None
    names = [Got(text, p, SURE) for text, p in lines if text != text.upper() and not text.startswith("(")]
    prefixed = [g for g in capitals if _PREFIX.match(str(g))]
    office = [g for g in capitals if g not in prefixed]
    return {"quyen_han": prefixed, "chuc_vu": office[-1] if office else None, "ho_ten": names[-1] if names else None}
