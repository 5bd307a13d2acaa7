"""Where the lines go: whole lines only, whatever interrupts the run."""

from __future__ import annotations

import os
import sys
from types import TracebackType


class Lines:
    """A JSON Lines file, or standard output. Each line is there whole or not at all."""

    def __init__(self, path: str | None) -> None:
        """Opens `path` afresh; raises OSError where that cannot be."""
        self._own = path is not None
        if path is not None:
            self._file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o666)
        else:
            sys.stdout.flush()
            self._file = sys.stdout.fileno()

    def write(self, line: str) -> None:
        """Add a line. Raises OSError (disk full) with the file cut back to its last whole line."""
        data = memoryview((line + "\n").encode())
        written = 0
        try:
            while written < len(data):
                written += os.write(self._file, data[written:])
        except BaseException:
            if self._own and written:
                os.ftruncate(self._file, os.lseek(self._file, -written, os.SEEK_CUR))
            raise

    def __enter__(self) -> Lines:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._own:
            os.close(self._file)
