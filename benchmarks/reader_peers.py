"""Other readers of Word files, run by the interpreter that has them: reads paths on standard input, answers with the
milliseconds each took. First line out: the versions that are there, as JSON.

Works without this repository: `PEERS_PYTHON` names an interpreter of a virtual environment of its own.
"""

from __future__ import annotations

import importlib.metadata
import io
import json
import sys
import time

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def kreuzberg(data: bytes) -> object:
    """Plain text."""
    import kreuzberg as k

    return k.extract_bytes_sync(data, WORD, config=k.ExtractionConfig(use_cache=False)).content


def docx2python(data: bytes) -> object:
    """Nested lists of text."""
    from docx2python import docx2python as d

    with d(io.BytesIO(data)) as found:
        return found.body


def mammoth(data: bytes) -> object:
    """Raw text."""
    import mammoth as m

    return m.extract_raw_text(io.BytesIO(data)).value


ENGINES = {"kreuzberg": kreuzberg, "docx2python": docx2python, "mammoth": mammoth}


def main() -> None:
    """Answer `engine path` with the milliseconds of reading the file once."""
    versions = {}
    for name in ENGINES:
        try:
            versions[name] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            continue
    print(json.dumps(versions), flush=True)
    for line in sys.stdin:
        name, path = line.split()
        with open(path, "rb") as file:
            data = file.read()
        start = time.perf_counter()
        ENGINES[name](data)
        print((time.perf_counter() - start) * 1e3, flush=True)


if __name__ == "__main__":
    main()
