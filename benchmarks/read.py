"""Reading beside other readers and beside lxml alone: `python -m benchmarks.read`.

kreuzberg, docx2python and mammoth are taken from the interpreter that `PEERS_PYTHON` names (by default the one that
runs this), each where it is installed; they give text, we give the whole answer.
"""

from __future__ import annotations

import io
import json
import os
import resource
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from docx import Document as WordDocument
from lxml import etree

from benchmarks import reader_peers
from benchmarks.render import rows_plan
from benchmarks.timing import both, milliseconds, times
from schemas import load_json
from service.mau import Templates
from service.places import samples_folder, templates_folder
from service.reading import parse
from service.refusals import Refusal

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WALK = "lxml, walk over the structure"
_T, _P, _TR, _TC, _TBL, _TCPR, _MERGE, _SPAN = (
    W + name for name in ("t", "p", "tr", "tc", "tbl", "tcPr", "vMerge", "gridSpan")
)


def python_docx(document: bytes) -> str:
    """The text of paragraphs and tables."""
    word = WordDocument(io.BytesIO(document))
    text = [p.text for p in word.paragraphs]
    text += [cell.text for t in word.tables for row in t.rows for cell in row.cells]
    return "\n".join(text)


def root_of(document: bytes) -> Any:
    """The parsed document part."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def walk(document: bytes) -> list[Any]:
    """Paragraphs, and tables as rows of cells with their spans, by lxml alone: what any reader must at least do."""
    return [_paragraph(x) if x.tag == _P else _table(x) for x in root_of(document)[0].iterchildren(_P, _TBL)]


def _paragraph(element: Any) -> str:
    return "".join([t.text or "" for t in element.iter(_T)])


def _table(element: Any) -> list[Any]:
    rows = []
    for tr in element.iterchildren(_TR):
        cells = []
        for tc in tr.iterchildren(_TC):
            properties = tc.find(_TCPR)
            merge = properties.find(_MERGE) if properties is not None else None
            span = properties.find(_SPAN) if properties is not None else None
            inside = [_paragraph(x) if x.tag == _P else _table(x) for x in tc.iterchildren(_P, _TBL)]
            cells.append((span.get(W + "val") if span is not None else 1, merge is not None, inside))
        rows.append(cells)
    return rows


class Peers:
    """The peers in their own process."""

    def __init__(self) -> None:
        python = os.environ.get("PEERS_PYTHON", sys.executable)
        command = [python, "-P", str(Path(reader_peers.__file__))]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.versions: dict[str, str] = json.loads(self._answer())
        for name in sorted(reader_peers.ENGINES.keys() - self.versions.keys()):
            print(f"{name}: not installed for {python} (PEERS_PYTHON names the interpreter that has it)")

    def _answer(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline()

    def work(self, name: str, path: Path) -> Callable[[], float]:
        """Reads `path` with the peer `name`; says how many milliseconds it took."""

        def once() -> float:
            assert self._process.stdin is not None
            print(name, path, file=self._process.stdin, flush=True)
            return float(self._answer())

        return once

    def close(self) -> None:
        """End their process."""
        self._process.communicate()


def bomb() -> bytes:
    """A small file that unpacks to 200 MiB of paragraphs."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w") as part:
            piece = b"<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 30_000
            for _ in range(200 * 2**20 // len(piece)):
                part.write(piece)
    return out.getvalue()


def refused(data: bytes, templates: Templates) -> None:
    """Print how long a bomb takes to be refused, and what memory it took."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    code = "read"

    def once() -> None:
        nonlocal code
        try:
            parse(data, templates)
        except Refusal as refusal:
            code = refusal.code

    took = milliseconds(once)
    more = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(f"\nA file of {len(data) >> 10} KiB that unpacks to 200 MiB: {code} after {took:.1f} ms, {more:+.1f} MiB")


def main() -> None:
    """Print the tables."""
    templates = Templates(templates_folder())
    template = templates.get("kehoach")
    model = template.render(load_json((samples_folder() / "ke-hoach-mau.json").read_bytes()))
    refused(bomb(), templates)
    peers = Peers()
    with tempfile.TemporaryDirectory() as folder:
        for title, document in (
            ("The model plan", model),
            *((f"{n} rows", template.render(rows_plan(n))) for n in (1_000, 10_000)),
        ):
            path = Path(folder, "document.docx")
            path.write_bytes(document)
            works: dict[str, Callable[[], object]] = {
                "kehoach, the full answer": lambda d=document: parse(d, templates).as_dict(),
                WALK: lambda d=document: walk(d),
                "lxml, parse alone": lambda d=document: root_of(d),
            }
            others: dict[str, Callable[[], float]] = {}
            if title != "10000 rows":
                works["python-docx, text"] = lambda d=document: python_docx(d)
                others = {f"{name} {version}, text": peers.work(name, path) for name, version in peers.versions.items()}
            both(title, times(works, rounds=5, elsewhere=others), WALK)
    peers.close()


if __name__ == "__main__":
    main()
