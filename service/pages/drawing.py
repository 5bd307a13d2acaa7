"""Pages of a PDF as pictures, by pdfium: as a function, and as a program of its own for files that nobody has vouched for.

`python drawing.py MOST SECONDS BYTES < PDF` prints a JSON object a line: the number of pages, then each picture. It
imports nothing of ours, so that it starts at once, and binds itself to so many seconds of work and bytes of memory.
"""

from __future__ import annotations

import json
import sys
import threading
from base64 import b64encode
from dataclasses import dataclass
from io import BytesIO

import pypdfium2

DOTS = 96
"""Dots of an inch: a page of A4 is 794 wide, sharp at the size a page shows it."""
GREYS = 16
"""Enough for smooth letters; four bits a dot make a page of text some 40 KB."""
WIDEST = 1600
"""Dots of a side of a picture at most: the size of a page is whatever its PDF says."""
MOST_TEXT = 60_000
"""Letters of a page at most."""

Undrawable = pypdfium2.PdfiumError

_ONE_AT_A_TIME = threading.Lock()  # pdfium is not made for threads


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as a PNG in base64, with its size in dots, and its text."""

    png: str
    width: int
    height: int
    text: str = ""

    @property
    def address(self) -> str:
        """The picture as an address of its own, so that nothing has to be kept for a second request."""
        return f"data:image/png;base64,{self.png}"


def drawn(pdf: bytes, most: int) -> tuple[list[Picture], int]:
    """The first `most` pages of a PDF, and how many there are. Raises Undrawable for what is no PDF, or a locked one."""
    with _ONE_AT_A_TIME, pypdfium2.PdfDocument(pdf) as opened:
        total = len(opened)
        return [_drawn(opened[number]) for number in range(min(total, most))], total


def _drawn(page: pypdfium2.PdfPage) -> Picture:
    scale = min(DOTS / 72, WIDEST / max(*page.get_size(), 1))
    bitmap = page.render(scale=scale, grayscale=True)
    image = bitmap.to_pil().quantize(GREYS, dither=0)
    out = BytesIO()
    image.save(out, "PNG", optimize=False, compress_level=6)
    letters = page.get_textpage()
    text = letters.get_text_bounded()[:MOST_TEXT].replace("\r\n", "\n")
    letters.close()
    picture = Picture(b64encode(out.getvalue()).decode(), image.width, image.height, text)
    bitmap.close()
    page.close()
    return picture


def main(most: str, seconds: str, memory: str) -> None:
    """Draw what comes on standard input."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds)))
        resource.setrlimit(resource.RLIMIT_AS, (int(memory), int(memory)))
    except ImportError:
        sys.stderr.flush()  # a system without such limits; whoever started us still counts the seconds
    found, total = drawn(sys.stdin.buffer.read(), int(most))
    print(json.dumps([total, [[one.png, one.width, one.height, one.text] for one in found]]))


if __name__ == "__main__":
    main(*sys.argv[1:])
