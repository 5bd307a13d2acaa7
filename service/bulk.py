"""Whole archives: one line for every input, whatever happens to it, in the order of the inputs."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from pathlib import Path
from typing import Any, TextIO

from service.mau import Templates
from service.messages import Language, Message
from service.places import templates_folder
from service.reading import parse
from service.refusals import Refusal

KILLED = Message(
    "process_died", "Tệp này làm chương trình đọc dừng đột ngột.", "This file killed the process that read it."
)


@cache
def _templates() -> Templates:
    return Templates(templates_folder())


def documents(inputs: list[str]) -> list[Path]:
    """The files of `inputs`, folders entered, in order of name; hidden files and Word's lock files left out."""
    out: list[Path] = []
    for name in inputs:
        path = Path(name)
        if path.is_dir():
            found = (
                p
                for p in path.rglob("*")
                if p.is_file() and p.suffix.lower() in (".docx", ".doc", ".odt", ".rtf", ".pdf")
            )
            out += sorted(p for p in found if not p.name.startswith((".", "~$")))
        else:
            out.append(path)
    return out


def parse_file(path: str, language: Language = "vi") -> str:
    """One JSON line for a file: path, sha256, status, error, and the answer."""
    line: dict[str, Any] = {"path": path, "sha256": None, "status": "refused", "error": None}
    try:
        data = Path(path).read_bytes()
        line["sha256"] = hashlib.sha256(data).hexdigest()
        answer = parse(data, _templates()).as_dict(language)
        line |= {"status": "warned" if answer["warnings"] else "ok"} | answer
    except OSError as error:
        line["error"] = {"code": "cannot_read", "detail": str(error.strerror)}
    except Refusal as refusal:
        line["error"] = {"code": refusal.code, "detail": refusal.detail(language)}
    return json.dumps(line, ensure_ascii=False)


def parse_all(inputs: list[str], output: str | None, workers: int, language: Language) -> int:
    """Write a line for every document; the exit status: 1 where some failed. Raises OSError for the output."""
    paths = [str(p) for p in documents(inputs)]
    failed = 0
    with open(output, "w", encoding="utf-8") if output else _Standard() as out:
        for number, line in enumerate(_lines(paths, workers, language), 1):
            out.write(line + "\n")
            failed += '"status": "refused"' in line[:400]
            if sys.stderr.isatty():
                print(f"\r{number}/{len(paths)}", end="", file=sys.stderr)
    return int(failed > 0)


def _lines(paths: list[str], workers: int, language: Language) -> Iterator[str]:
    if workers <= 1:
        yield from (parse_file(path, language) for path in paths)
        return
    at = 0
    while at < len(paths):
        # A file that kills its worker breaks the pool: that file alone is tried by itself, the rest goes on anew.
        with ProcessPoolExecutor(workers) as pool:
            futures = [pool.submit(parse_file, path, language) for path in paths[at : at + 64 * workers]]
            for future in futures:
                try:
                    line = future.result()
                except BrokenProcessPool:
                    line = _alone(paths[at], language)
                    yield line
                    at += 1
                    break
                yield line
                at += 1


def _alone(path: str, language: Language) -> str:
    with ProcessPoolExecutor(1) as pool:
        try:
            return pool.submit(parse_file, path, language).result()
        except BrokenProcessPool:
            error = {"code": KILLED.code, "detail": KILLED.text(language)}
            return json.dumps({"path": path, "sha256": None, "status": "refused", "error": error}, ensure_ascii=False)


class _Standard:
    """Standard output as a context that leaves it open."""

    def __enter__(self) -> TextIO:
        return sys.stdout

    def __exit__(self, *_: object) -> None:
        sys.stdout.flush()
