"""Readers that do to their process what hostile files do; apart, since the processes import them."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from service.bulk.lines import Line, ReadFile

plain = ReadFile("vi", 60)


def unruly(path: str) -> Line:
    """The line of a file, unless its name says what happens to the process."""
    name = Path(path).stem
    if name.startswith("treo"):
        time.sleep(600)
    if name.startswith("chet"):
        os.kill(os.getpid(), signal.SIGKILL)
    if name.startswith("sap"):
        os.abort()
    if name.startswith("cham"):
        time.sleep(0.3)
    return plain(path)


def hungry(path: str) -> Line:
    """A reader whose work on some files takes all memory."""
    if Path(path).stem.startswith("ngon"):
        return _Hungry("vi", 60)(path)
    return plain(path)


class _Hungry(ReadFile):
    def __call__(self, path: str) -> Line:
        import service.bulk.lines as lines

        before = lines.parse
        lines.parse = lambda *_: [bytearray(2**20) for _ in range(100_000)]  # type: ignore[assignment]
        try:
            return super().__call__(path)
        finally:
            lines.parse = before
