"""A Word document as PDF, by LibreOffice where it is installed.

One LibreOffice stays open for each process, and a small worker under LibreOffice's Python hands it documents. Where that
Python has no `uno`, LibreOffice is started for each document. Either way a crash or hang costs one request a retry.
"""

from __future__ import annotations

import atexit
import os
import secrets
import selectors
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from functools import cache
from pathlib import Path

from service.messages import Message
from service.refusals import Busy, NotAcceptable

NO_OFFICE = Message(
    "pdf_not_available",
    "Máy này chưa cài LibreOffice nên không tạo được PDF. Hãy lấy .docx, hoặc cài gói libreoffice-writer-nogui.",
    "LibreOffice is not installed here, so no PDF can be made. Ask for .docx, or install libreoffice-writer-nogui.",
)
OFFICE_FAILED = Message(
    "pdf_failed",
    "LibreOffice chưa tạo được PDF. Hãy thử lại sau {retry_after} giây.",
    "LibreOffice could not make the PDF. Try again in {retry_after} seconds.",
)
TRIES = 2
_QUIET = subprocess.DEVNULL
_WORKER = Path(__file__).with_name("office_worker.py")


def office() -> str | None:
    """The LibreOffice program, or None."""
    return shutil.which("soffice") or shutil.which("libreoffice")


@cache
def uno_python() -> str | None:
    """A Python that has `uno`, or None."""
    for python in ("/usr/bin/python3", "/usr/lib/libreoffice/program/python", "/opt/libreoffice/program/python"):
        if (
            Path(python).exists()
            and not subprocess.run([python, "-c", "import uno"], capture_output=True, check=False).returncode
        ):
            return python
    return None


def to_pdf(document: bytes, timeout: float = 60.0) -> bytes:
    """The PDF of a .docx. Raises NotAcceptable without LibreOffice, Busy where it fails or hangs twice."""
    program = office()
    if program is None:
        raise NotAcceptable(NO_OFFICE)
    with tempfile.TemporaryDirectory(prefix="kehoach-") as folder:
        source, target = Path(folder, "van-ban.docx"), Path(folder, "van-ban.pdf")
        source.write_bytes(document)
        for _ in range(TRIES):
            python = uno_python()
            if python is not None:
                _warm(program, python).convert(source, target, timeout)
            else:
                _cold(program, source, timeout)
            if target.exists():
                return target.read_bytes()
    raise Busy(OFFICE_FAILED, retry_after=10)


def _cold(program: str, source: Path, timeout: float) -> None:
    """Start LibreOffice for one document."""
    profile = f"-env:UserInstallation={(source.parent / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--norestore", "--nolockcheck", "--convert-to", "pdf", "--outdir"]
    with subprocess.Popen(
        [*command, str(source.parent), str(source)], stdin=_QUIET, stdout=_QUIET, stderr=_QUIET, start_new_session=True
    ) as process:
        try:
            process.wait(timeout)
        except subprocess.TimeoutExpired:
            _kill(process)


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End a process with everything it started."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    finally:
        process.wait()


class WarmOffice:
    """A LibreOffice that stays open, and its worker. One document at a time."""

    def __init__(self, program: str, python: str) -> None:
        self._program = program
        self._python = python
        self._lock = threading.Lock()
        self._processes: list[subprocess.Popen[bytes]] = []
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    @property
    def pid(self) -> int | None:
        """The process id of LibreOffice while it is open."""
        return self._processes[0].pid if self._processes else None

    def convert(self, source: Path, target: Path, timeout: float) -> None:
        """Write `target`, if LibreOffice can; after a crash or a hang everything is closed, for a fresh start."""
        with self._lock:
            if any(process.poll() is not None for process in self._processes):
                self.close()
            if not self._processes:
                self._open()
            worker = self._processes[1]
            assert worker.stdin is not None
            try:
                worker.stdin.write(f"{source.as_uri()}\t{target.as_uri()}\n".encode())
                worker.stdin.flush()
            except BrokenPipeError:
                self.close()
                return
            if not self._answered(worker, timeout):
                self.close()

    def _answered(self, worker: subprocess.Popen[bytes], timeout: float) -> bool:
        """Whether the worker answers `ok` in time, while LibreOffice lives."""
        assert worker.stdout is not None
        until = time.monotonic() + timeout
        with selectors.DefaultSelector() as selector:
            selector.register(worker.stdout, selectors.EVENT_READ)
            while time.monotonic() < until:
                if selector.select(0.2):
                    return worker.stdout.readline() == b"ok\n"
                if any(process.poll() is not None for process in self._processes):
                    return False
        return False

    def _open(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="kehoach-office-")
        pipe = f"kehoach{secrets.token_hex(8)}"
        profile = f"-env:UserInstallation={Path(self._folder.name, 'profile').as_uri()}"
        accept = f"--accept=pipe,name={pipe};urp;"
        command = [self._program, profile, "--headless", "--norestore", "--nolockcheck", "--nodefault", accept]
        office = subprocess.Popen(command, stdin=_QUIET, stdout=_QUIET, stderr=_QUIET, start_new_session=True)
        worker = subprocess.Popen(
            [self._python, str(_WORKER), pipe],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=_QUIET,
            start_new_session=True,
        )
        self._processes = [office, worker]

    def close(self) -> None:
        """End LibreOffice and its worker and remove its profile."""
        for process in self._processes:
            _kill(process)
            for stream in (process.stdin, process.stdout):
                if stream is not None:
                    try:
                        stream.close()
                    except BrokenPipeError:
                        sys.stderr.flush()  # the worker died with a line unread; there is nobody left to tell
        self._processes = []
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None


_offices: dict[tuple[int, str], WarmOffice] = {}


def _warm(program: str, python: str) -> WarmOffice:
    """The LibreOffice of this process; a forked worker has its own."""
    key = (os.getpid(), program)
    if key not in _offices:
        _offices[key] = WarmOffice(program, python)
        atexit.register(_close, key)
    return _offices[key]


def _close(key: tuple[int, str]) -> None:
    if key[0] == os.getpid():
        _offices[key].close()
