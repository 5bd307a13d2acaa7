"""How often fields of each confidence are right on typed documents: `python -m tools.calibration` (docs/reading.md).

The documents of the corpus and of `tests/typed` are read as they are and with what people leave out taken away: bold,
alignment, italics and indents, the lines of tables. That is as near as one comes to documents that no rule was made for.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from service.mau import Templates
from service.places import templates_folder
from service.reading import parse
from tests.typed.documents import DOCUMENTS
from tools.corpus import CORPUS, measure
from tools.reliability import reliability, verdicts

_BOLD = rb"<w:bC?s?(?: w:val=\"[^\"]*\")?/>"
_PLACED = rb"<w:jc [^>]*/>"
LOOKS: dict[str, tuple[tuple[bytes, bytes], ...]] = {
    "as typed": (),
    "nothing bold": ((_BOLD, b""),),
    "nothing aligned": ((_PLACED, b""),),
    "nothing set off": ((_BOLD, b""), (_PLACED, b""), (rb"<w:i(?: w:val=\"[^\"]*\")?/>|<w:ind [^>]*/>", b"")),
    "no lines in tables": ((rb"(?s)<w:tblBorders>.*?</w:tblBorders>|<w:tblStyle [^>]*/>", b""),),
}
"""Looks by name: what is replaced in the text of the document."""


def documents(typed: Path) -> Iterator[tuple[bytes, dict[str, Any]]]:
    """Every document with its plan."""
    for truth in sorted(typed.glob("*.json")):
        yield truth.with_suffix(".docx").read_bytes(), json.loads(truth.read_text("utf-8"))["plan"]
    for document in DOCUMENTS:
        yield document.build(), document.truth()["plan"]


def looking(document: bytes, changes: tuple[tuple[bytes, bytes], ...]) -> bytes:
    """The document in another look."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name in ("word/document.xml", "word/styles.xml"):
                for pattern, replacement in changes:
                    data = re.sub(pattern, replacement, data)
            new.writestr(name, data)
    return out.getvalue()


def main() -> None:
    """Print the table."""
    templates, plan_measure = Templates(templates_folder()), measure(CORPUS)
    found: Counter[tuple[str, float, bool]] = Counter()
    for document, plan in documents(CORPUS / "typed"):
        for changes in LOOKS.values():
            answer = parse(looking(document, changes), templates).as_dict()
            if answer["reader"]["kind"] == "layout":
                found.update(v for v in verdicts(plan_measure, plan, answer) if v[0] != "bang_nhiem_vu.cot")
    print(reliability(found))


if __name__ == "__main__":
    main()
