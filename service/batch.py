"""Many plans in, one zip out, both streamed: ten thousand plans take the memory of one."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from tempfile import SpooledTemporaryFile

from schemas import json_bytes, load, parse_json
from service.mau import Templates
from service.messages import Language, Message
from service.naming import document_name
from service.refusals import Fault, PlanRefused, Refusal, TooLarge

LONGEST = 20 * 2**20
"""Bytes of a line at most."""

LINE_TOO_LONG = Message(
    "line_too_long",
    "Dòng dài quá giới hạn {limit} byte. Hãy gửi kế hoạch này riêng, hoặc chia nhỏ.",
    "The line is over the limit of {limit} bytes. Divide the plan.",
)


class _Sink(io.RawIOBase):
    """A place that a zip is written to and its bytes taken from; it never goes back."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self._at = 0

    def writable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return False

    def tell(self) -> int:
        return self._at

    def write(self, data: object) -> int:
        piece = bytes(data)  # type: ignore[call-overload]
        self._pieces.append(piece)
        self._at += len(piece)
        return len(piece)

    def take(self) -> bytes:
        """What was written since the last time."""
        out = b"".join(self._pieces)
        self._pieces.clear()
        return out


def lines_of(stream: io.RawIOBase) -> Iterator[bytes]:
    """The lines of a body; of one over LONGEST only that much, so that it is refused.

    Buffered: a raw stream finds the end of a line byte by byte.
    """
    buffered = io.BufferedReader(stream, 2**16)
    while line := buffered.readline(LONGEST + 1):
        yield line
        while len(line) > LONGEST and not line.endswith(b"\n"):
            line = buffered.readline(LONGEST + 1)


def zipped(lines: Iterable[bytes], templates: Templates, name: str | None, language: Language) -> Iterator[bytes]:
    """The zip of a document for each valid line, and `report.jsonl` with a line for every one."""
    sink = _Sink()
    used: dict[str, int] = {}
    with SpooledTemporaryFile(2**20) as report, zipfile.ZipFile(sink, "w", zipfile.ZIP_STORED) as archive:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            entry: dict[str, object] = {"line": number}
            try:
                if len(line) > LONGEST:
                    raise TooLarge(LINE_TOO_LONG, limit=LONGEST)
                plan = load(parse_json(line))
                document = templates.for_plan(plan, name).render(plan)
            except Refusal as refusal:
                entry |= {"status": "refused", "errors": _errors(refusal, language)}
            else:
                file = _unique(document_name(plan), used)
                archive.writestr(_info(file), document)
                entry |= {"status": "ok", "file": file}
            report.write(json_bytes(entry) + b"\n")
            if piece := sink.take():
                yield piece
        report.seek(0)
        with archive.open(_info("report.jsonl"), "w") as member:
            while piece := report.read(2**16):
                member.write(piece)
                yield sink.take()
    yield sink.take()


def _errors(refusal: Refusal, language: Language) -> list[dict[str, str]]:
    faults = (
        refusal.faults
        if isinstance(refusal, PlanRefused)
        else (Fault("", refusal.message, tuple(refusal.values.items())),)
    )
    return [{"pointer": f.pointer, "code": f.message.code, "detail": f.detail(language)} for f in faults[:100]]


def _unique(name: str, used: dict[str, int]) -> str:
    """`name.docx`, numbered where another document has that name, also on systems that ignore case."""
    key = name.casefold()
    used[key] = used.get(key, 0) + 1
    if used[key] == 1:
        return f"{name}.docx"
    return _unique(f"{name} ({used[key]})", used)


def _info(name: str) -> zipfile.ZipInfo:
    return zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
