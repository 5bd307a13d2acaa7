"""How often fields of each confidence are right on typed documents: `python -m tools.calibration` (docs/reading.md).

The documents of the corpus, of `tests/typed` and of folders given with --also are read as they are and with what people
leave out taken away: bold, alignment, italics and indents, the lines of tables, or all of it and the tables that place
things too. That is as near as one comes to documents that no rule was made for. With --fit the maps of
service/layout/sureness.py are fitted: once to all, to be written there, and ten times to nine tenths of the documents,
to be judged by the others.
"""

from __future__ import annotations

import argparse
import io
import json
import re
import zipfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from lxml import etree

from service.docx.names import W
from service.layout import reading
from service.layout.sureness import DEAREST, KINDS, WIDEST, Odds, sure
from service.mau import Templates
from service.places import templates_folder
from service.reading import parse
from tests.typed.documents import DOCUMENTS
from tools.corpus import CORPUS, measure
from tools.fitting import fit
from tools.reliability import reliability, verdicts

FOLDS = 10
USUAL = (3.0, 1.0, -2.0)
"""Log odds, per margin and per price, that the fit of all kinds together is drawn towards."""
_BOLD = rb"<w:bC?s?(?: w:val=\"[^\"]*\")?/>"
_PLACED = rb"<w:jc [^>]*/>"
_SMALL_TABLE = 2
"""Rows of a table at most that only places things."""


def _without(*patterns: bytes) -> Callable[[bytes], bytes]:
    def change(part: bytes) -> bytes:
        for pattern in patterns:
            part = re.sub(pattern, b"", part)
        return part

    return change


def _plain(part: bytes) -> bytes:
    """Text alone: no look, no tables but those of data."""
    root = etree.fromstring(part)
    for table in [t for t in root.iter(W + "tbl") if len(t.findall(W + "tr")) <= _SMALL_TABLE]:
        for paragraph in list(table.iter(W + "p")):
            table.addprevious(paragraph)
        table.getparent().remove(table)
    for name in ("rPr", "jc", "ind"):
        for element in list(root.iter(W + name)):
            element.getparent().remove(element)
    return etree.tostring(root)


LOOKS: dict[str, Callable[[bytes], bytes]] = {
    "as typed": _without(),
    "nothing bold": _without(_BOLD),
    "nothing aligned": _without(_PLACED),
    "nothing set off": _without(_BOLD, _PLACED, rb"<w:i(?: w:val=\"[^\"]*\")?/>|<w:ind [^>]*/>"),
    "no lines in tables": _without(rb"(?s)<w:tblBorders>.*?</w:tblBorders>|<w:tblStyle [^>]*/>"),
    "text alone": _plain,
}
"""Looks by name: what is made of the text of the document and of its styles."""


@dataclass(frozen=True, eq=False, slots=True)
class Document:
    """A document with the plan that it says, and whether it was given with --also."""

    name: str
    data: bytes
    plan: dict[str, Any]
    also: bool = False


class Seen(NamedTuple):
    """A field: of which document, what it is, how it was read, how sure that is and whether it is right."""

    document: str
    field: str
    kind: str
    price: float
    margin: float
    right: bool

    @property
    def features(self) -> tuple[float, float, float]:
        """What the map of its kind is given."""
        return 1.0, min(max(self.margin, 0.0), WIDEST), min(max(self.price, 0.0), DEAREST)


class _Traced(float):
    """A confidence that knows what it was made of."""

    made: tuple[str, float, float]


def _traced(kind: str, price: float, margin: float) -> float:
    out = _Traced(sure(kind, price, margin))
    out.made = kind, price, margin
    return out


def documents(folders: Iterable[tuple[Path, bool]]) -> Iterator[Document]:
    """Every document with its plan."""
    for folder, also in folders:
        for truth in sorted(folder.glob("*.json")):
            found = json.loads(truth.read_text("utf-8"))
            if "plan" in found and (file := truth.with_suffix(".docx")).exists():
                yield Document(truth.stem, file.read_bytes(), found["plan"], also)
    for number, document in enumerate(DOCUMENTS):
        yield Document(f"typed {number}", document.build(), document.truth()["plan"])


def looking(document: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """The document in another look."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, change(data) if name in ("word/document.xml", "word/styles.xml") else data)
    return out.getvalue()


def observed(document: Document, templates: Templates) -> Iterator[Seen]:
    """The fields of a document in all its looks. Letters in fonts before Unicode need their fonts: no text alone."""
    plan_measure = measure(CORPUS)
    old_letters = b".Vn" in zipfile.ZipFile(io.BytesIO(document.data)).read("word/document.xml")
    for name, change in LOOKS.items():
        if name == "text alone" and old_letters:
            continue
        answer = parse(looking(document.data, change), templates)
        if answer.kind != "layout":
            continue
        fields = [{"pointer": pointer, "confidence": got.confidence} for pointer, got in answer.fields]
        read = answer.as_dict() | {"fields": fields}
        for field, confidence, right in verdicts(plan_measure, document.plan, read):
            if field != "bang_nhiem_vu.cot" and isinstance(confidence, _Traced):
                yield Seen(document.name, field, *confidence.made, right)


def fitted(seen: list[Seen]) -> dict[str, Odds]:
    """The map of each kind, each document weighing the same, drawn towards the map of all kinds together."""
    together = fit(_weighed(seen), USUAL)
    return {kind: _odds(fit(_weighed([s for s in seen if s.kind == kind]), together)) for kind in KINDS}


def _odds(found: list[float]) -> Odds:
    base, margin, price = found
    return Odds(base, margin, -price)


def _weighed(seen: list[Seen]) -> list[tuple[tuple[float, float, float], float, float]]:
    """Observations that look alike as one. The looks of a document count together as often as one of them."""
    if not seen:
        return []
    fields = Counter(s.document for s in seen)
    usual = len(seen) / len(fields) / len(LOOKS)
    right: dict[tuple[float, float, float], float] = defaultdict(float)
    total: dict[tuple[float, float, float], float] = defaultdict(float)
    for each in seen:
        one, margin, price = each.features
        key, weight = (one, round(margin, 1), round(price, 1)), usual / fields[each.document]
        right[key] += weight * each.right
        total[key] += weight
    return [(key, right[key] / total[key], total[key]) for key in total]


def judged(seen: list[Seen], maps: dict[str, Odds]) -> Counter[tuple[str, float, bool]]:
    """What the table is made of, under other maps than those of the reader."""
    with patch.dict(KINDS, maps):
        return Counter((s.field, sure(s.kind, s.price, s.margin), s.right) for s in seen)


def main(arguments: list[str] | None = None) -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--also", type=Path, action="append", default=[], metavar="FOLDER", help=".docx with .json")
    parser.add_argument("--fit", action="store_true", help="fit the maps, and judge them by documents left out")
    options = parser.parse_args(arguments)
    templates = Templates(templates_folder())
    work = list(documents([(CORPUS / "typed", False), *((folder, True) for folder in options.also)]))
    with patch.object(reading, "sure", _traced):
        seen = {document: list(observed(document, templates)) for document in work}
    everything = [one for found in seen.values() for one in found]
    print("the reader as it is\n\n" + reliability(judged(everything, {})))
    if not options.fit:
        return
    print("\nkind: base, margin, price")
    for kind, odds in fitted(everything).items():
        print(f"{kind}: {odds.base:.1f}, {odds.margin:.1f}, {odds.price:.1f}")
    found: Counter[tuple[str, float, bool]] = Counter()
    for fold in range(FOLDS):
        held = set(work[fold::FOLDS])
        others = [one for document, ones in seen.items() if document not in held for one in ones]
        found += judged([one for document in held for one in seen[document]], fitted(others))
    print("\neach document by maps fitted without it\n\n" + reliability(found))
    if options.also:
        own = [one for document, ones in seen.items() if not document.also for one in ones]
        also = [one for document, ones in seen.items() if document.also for one in ones]
        print("\nthe documents of --also by maps fitted to the others\n\n" + reliability(judged(also, fitted(own))))


if __name__ == "__main__":
    main()
