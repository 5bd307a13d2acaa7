"""The command line (contract §3). Messages go to standard error, Vietnamese first."""

from __future__ import annotations

import argparse
import errno
import json
import os
import signal
import socket
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from service.messages import Language, Message, Words
from service.refusals import PlanRefused, Refusal
from service.settings import Settings, settings

CANNOT_READ = Message("cannot_read", "Không đọc được {path}: {why}.", "Cannot read {path}: {why}.")
CANNOT_WRITE = Message("cannot_write", "Không ghi được {path}: {why}.", "Cannot write {path}: {why}.")

CANNOT_LISTEN = Message(
    "cannot_listen",
    "Không nghe được ở {place}: {why}. Hãy chọn --host hoặc --port khác.",
    "Cannot listen on {place}: {why}. Choose another --host or --port.",
)
NO_SUCH_OUTPUT = Message(
    "no_such_output",
    "Chưa ghi được dạng của {path}. Hãy ghi .json (một tệp) hoặc .jsonl (mỗi tệp một dòng).",
    "The form of {path} cannot be written yet. Write .json (one file) or .jsonl (a line for each file).",
)
ONLY_ALONE = Message(
    "only_alone",
    "“-” (dữ liệu vào chuẩn) chỉ dùng một mình và không ghi ra .jsonl.",
    "“-” (standard input) stands alone, and not with .jsonl.",
)


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status: 0 done, 1 some inputs failed, 2 wrong use or an input that cannot be read."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except _Unusable as error:
        print(error, file=sys.stderr)
    except Refusal as refusal:
        _explain(refusal)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 2


class _Unusable(Exception):
    """A file that cannot be read or written."""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kehoach", description="Dữ liệu ↔ văn bản hành chính / data ↔ official document"
    )
    commands = parser.add_subparsers(dest="command", required=True)
    render = commands.add_parser("render", help="kế hoạch (JSON) → văn bản / plan → document")
    render.add_argument("plan", help="JSON; - = standard input")
    render.add_argument("-o", "--output", help="tệp ra / file to write")
    render.add_argument("--pdf", action="store_true", help="PDF (LibreOffice)")
    render.add_argument("--template", help="tên mẫu / name of a template")
    render.set_defaults(run=_render)
    parse = commands.add_parser("parse", help="văn bản → kế hoạch / document → plan")
    parse.add_argument("inputs", nargs="+", help="tệp, thư mục, hoặc - / files, folders, or -")
    parse.add_argument(
        "-o", "--output", help=".json (một tệp / one file) | .jsonl (mỗi tệp một dòng / a line for each file)"
    )
    parse.add_argument("--workers", type=_count, default=_processors(), help="số tiến trình / processes")
    parse.set_defaults(run=_parse)
    template = commands.add_parser("template", help="mẫu / templates").add_subparsers(dest="what", required=True)
    check = template.add_parser("check", help="mẫu in được, đọc lại được? / can it render and be read back?")
    check.add_argument("files", nargs="+")
    check.set_defaults(run=_check)
    schema = commands.add_parser("schema", help="JSON Schema")
    schema.set_defaults(run=_schema)
    serve = commands.add_parser("serve", help="chạy dịch vụ / serve")
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--port", type=_port, default=8000)
    serve.add_argument("--workers", type=_count, default=2)
    serve.set_defaults(run=_serve)
    return parser


def _count(text: str) -> int:
    """A number of processes."""
    if not text.isdecimal() or not 1 <= int(text) <= 256:
        raise argparse.ArgumentTypeError(f"{text}: 1 … 256")
    return int(text)


def _port(text: str) -> int:
    """A port to listen on."""
    if not text.isdecimal() or not 1 <= int(text) <= 65_535:
        raise argparse.ArgumentTypeError(f"{text}: 1 … 65535")
    return int(text)


def _processors() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def language() -> Language:
    """English where the locale asks for it, else Vietnamese."""
    return "en" if os.environ.get("LC_ALL", os.environ.get("LANG", "")).startswith("en") else "vi"


def _explain(refusal: Refusal) -> None:
    print(refusal.detail(language()), file=sys.stderr)
    if isinstance(refusal, PlanRefused):
        for fault in refusal.faults:
            print(f"  {fault.pointer or '/'}: {fault.detail(language())} [{fault.message.code}]", file=sys.stderr)


_WHY = {
    errno.ENOENT: "không có tệp hay thư mục này",
    errno.EISDIR: "đây là thư mục",
    errno.ENOTDIR: "đường dẫn đi qua một tệp",
    errno.EACCES: "không có quyền",
    errno.EPERM: "không được phép",
    errno.ENOSPC: "đĩa đã đầy",
    errno.EROFS: "đĩa chỉ đọc",
    errno.EADDRINUSE: "cổng đang có chương trình khác dùng",
    errno.EADDRNOTAVAIL: "máy này không có địa chỉ đó",
}


def _why(error: OSError) -> Words:
    """What the system says of an error."""
    english = error.strerror or str(error)
    return Words(_WHY.get(error.errno or 0, english), english)


def read(path: str) -> bytes:
    """The bytes of a file, or of standard input for `-`."""
    if path == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise _Unusable(CANNOT_READ.text(language(), path=path, why=_why(error))) from error


def write(path: str | None, data: bytes) -> None:
    """Write to a file, or to standard output without one."""
    try:
        if path is None or path == "-":
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        else:
            Path(path).write_bytes(data)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _Unusable(CANNOT_WRITE.text(language(), path=path or "-", why=_why(error))) from error


def _templates() -> Any:
    from service.mau import Templates
    from service.places import templates_folder

    own = _settings().templates
    return Templates(Path(own) if own else templates_folder())


def _render(options: argparse.Namespace) -> int:
    from schemas import load, parse_json

    payload = parse_json(read(options.plan))
    # The answer of `parse` is taken as it is: a past plan goes in, a conforming document comes out.
    if isinstance(payload, dict) and isinstance(payload.get("plan"), dict) and "reader" in payload:
        payload = payload["plan"]
    plan = load(payload)
    document = _templates().for_plan(plan, options.template).render(plan)
    if options.pdf:
        from service.pdf import to_pdf

        document = to_pdf(document, _settings().pdf_timeout)
    write(options.output, document)
    return 0


def _parse(options: argparse.Namespace) -> int:
    suffix = Path(options.output or "").suffix.lower()
    if suffix in (".parquet", ".xlsx", ".csv"):
        raise _Unusable(NO_SUCH_OUTPUT.text(language(), path=options.output))
    if len(options.inputs) == 1 and not Path(options.inputs[0]).is_dir() and suffix != ".jsonl":
        from service.reading import parse

        own = _settings()
        answer = parse(read(options.inputs[0]), _templates(), own.pdf_timeout, own.limits).as_dict(language())
        write(options.output, (json.dumps(answer, ensure_ascii=False, indent=2) + "\n").encode())
        return 0
    return _parse_many(options)


def _parse_many(options: argparse.Namespace) -> int:
    from service.bulk import parse_all

    if "-" in options.inputs:
        raise _Unusable(ONLY_ALONE.text(language()))
    if not any(os.path.lexists(name) for name in options.inputs):
        read(options.inputs[0])
    # Ended from outside, it ends like Ctrl-C: whole lines, and no process left.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        return parse_all(
            options.inputs, None if options.output == "-" else options.output, options.workers, language(), _settings()
        )
    except BrokenPipeError:
        raise
    except OSError as error:
        path = options.output or "-"
        raise _Unusable(CANNOT_WRITE.text(language(), path=path, why=_why(error))) from error


def _settings() -> Settings:
    try:
        return settings()
    except ValueError as error:
        raise _Unusable(str(error)) from error


def _check(options: argparse.Namespace) -> int:
    from service.mau.checking import check

    status = 0
    for path in options.files:
        try:
            findings = check(Path(path).stem, read(path))
        except (Refusal, _Unusable) as error:  # named, and the others are still checked
            said = error.detail(language()) if isinstance(error, Refusal) else str(error)
            print(f"{path}: {said}", file=sys.stderr)
            status = 2
            continue
        for finding in findings:
            status = max(status, finding.severity == "error")
            print(f"{path}: {finding.text(language())}")
    return int(status)


def _schema(_: argparse.Namespace) -> int:
    from schemas import json_schema

    write(None, (json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n").encode())
    return 0


def _serve(options: argparse.Namespace) -> int:
    from service.serving import serve

    _settings()  # refused here with a sentence, before any worker starts
    try:
        info = socket.getaddrinfo(options.host, options.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        socket.create_server(info[4][:2], family=info[0]).close()
    except OSError as error:
        place = f"{options.host}:{options.port}"
        raise _Unusable(CANNOT_LISTEN.text(language(), place=place, why=_why(error))) from error
    return serve(options.host, options.port, options.workers)


if __name__ == "__main__":
    sys.exit(main())
