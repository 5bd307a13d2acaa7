"""Reading beside python-docx and the bare walk over the structure: `python -m benchmarks.read`."""

from __future__ import annotations

import io
import zipfile

from docx import Document as WordDocument
from lxml import etree

from benchmarks.render import rows_plan
from benchmarks.timing import medians, table
from schemas import load_json
from service.mau import Templates
from service.places import samples_folder, templates_folder
from service.reading import parse

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def python_docx(document: bytes) -> str:
    """The text of paragraphs and tables."""
    word = WordDocument(io.BytesIO(document))
    text = [p.text for p in word.paragraphs]
    text += [cell.text for t in word.tables for row in t.rows for cell in row.cells]
    return "\n".join(text)


def walk(document: bytes) -> list[str]:
    """The text of each paragraph by lxml alone."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return ["".join(t.text or "" for t in p.iter(W + "t")) for p in root.iter(W + "p")]


def main() -> None:
    """Print the tables."""
    templates = Templates(templates_folder())
    template = templates.get("kehoach")
    model = template.render(load_json((samples_folder() / "ke-hoach-mau.json").read_bytes()))
    for title, document in (
        ("The model plan", model),
        *((f"{n} rows", template.render(rows_plan(n))) for n in (1_000, 10_000)),
    ):
        works = {
            "bytes → full answer": lambda d=document: parse(d, templates).as_dict(),
            "lxml, walk over the structure": lambda d=document: walk(d),
        }
        if title != "10000 rows":
            works["python-docx, plain text"] = lambda d=document: python_docx(d)
        table(title, medians(works, rounds=3), "lxml, walk over the structure")


if __name__ == "__main__":
    main()
