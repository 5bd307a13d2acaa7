"""A run over an archive: inputs, processes, output, progress."""

from __future__ import annotations

import sys
from collections import Counter
from contextlib import closing

from tqdm import tqdm

from service.bulk.inputs import inputs
from service.bulk.lines import ReadFile
from service.bulk.outputs import Lines
from service.bulk.pool import read_all
from service.messages import Language, Message
from service.settings import Settings

SUMMARY = Message(
    "summary",
    "{total} tệp: {ok} đọc được, {warned} có cảnh báo, {refused} không đọc được.",
    "{total} files: {ok} read, {warned} with warnings, {refused} not read.",
)


def parse_all(names: list[str], output: str | None, workers: int, language: Language, own: Settings) -> int:
    """Write a line for every file of `names`; the exit status: 1 where some failed, which standard error names.

    Raises OSError where the output cannot be written.
    """
    read = ReadFile(language, own.pdf_timeout, own.templates, own.limits)
    memory = own.worker_memory * 2**20
    on_terminal = sys.stderr.isatty()
    total = sum(1 for _ in inputs(names, output)) if on_terminal else None
    lines = read_all(inputs(names, output), read, workers, own.parse_timeout, memory, language)
    count: Counter[str] = Counter()
    with Lines(output) as out, closing(lines), tqdm(total=total, unit=" tệp", disable=not on_terminal) as bar:
        for line in lines:
            out.write(line.text)
            count[line.status] += 1
            if line.error:
                tqdm.write(f"{line.path}: {line.error}", sys.stderr)
            bar.update()
    if on_terminal:
        words = {key: count[key] for key in ("ok", "warned", "refused")}
        print(SUMMARY.text(language, total=count.total(), **words), file=sys.stderr)
    return int(count["refused"] > 0)
