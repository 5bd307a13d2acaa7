"""How many words of real documents in the fonts before Unicode are found: `python -m tools.letters`.

Compares words (letters and digits, NFC, without case) with the text that stands beside each document of the corpus.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from pathlib import Path
from unicodedata import normalize

from service.docx.blocks import paragraphs
from service.formats import read_any
from service.formats.letters import in_unicode
from tools.corpus import CORPUS


def words(text: str) -> Counter[str]:
    """The words of a text, composed and without case."""
    return Counter(re.findall(r"\w+", normalize("NFC", text).casefold()))


def text_of(data: bytes) -> str:
    """Every text of a document, letters in Unicode; cells apart."""
    document = in_unicode(read_any(data))
    parts = (document.body, document.headers, document.footers, document.footnotes)
    found = [p for part in parts for p in paragraphs(part)]
    boxes = [b for p in found for box in p.boxes for b in paragraphs(box)]
    return "\n".join(f"{p.label or ''} {p.text}" for p in (*found, *boxes))


def main(arguments: list[str] | None = None) -> int:
    """0, or 2 without the corpus."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="folder with legacy/")
    options = parser.parse_args(arguments)
    files = sorted(p for p in (options.corpus / "legacy").glob("*.doc*"))
    if not files:
        print(f"{options.corpus}: the corpus is not here; it stands beside a checkout", file=sys.stderr)
        return 2
    for file in files:
        wanted = words(file.with_suffix(".txt").read_text("utf-8"))
        found = words(text_of(file.read_bytes()))
        missing = (wanted - found).most_common(6)
        share = (wanted & found).total() / wanted.total()
        print(f"{share:.4f} {wanted.total():6} {file.name} {' '.join(w for w, _ in missing)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
