"""Documents in other forms, by LibreOffice where it is installed.

One LibreOffice stays open for each process, and a small worker under LibreOffice's Python hands it documents. Where that
Python has no `uno`, LibreOffice is started for each document. Macros never run, links are never followed, and where the
system allows it there is no network at all. A crash or hang costs one document, and nothing outlives this process.
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
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

Outcome = Literal["done", "missing", "failed", "died", "slow"]
_QUIET = subprocess.DEVNULL
_WORKER = Path(__file__).with_name("office_worker.py")
_SETTINGS: dict[str, dict[str, object]] = {
    "Common/Security/Scripting": {"DisableMacrosExecution": True, "MacroSecurityLevel": 3, "BlockUntrustedRefererLinks": True},
    "Writer/Content/Update": {"Link": 0, "Field": False, "Chart": False},
    "Inet/Settings": {"ooInetProxyType": 1, "ooInetHTTPProxyName": "127.0.0.1", "ooInetHTTPProxyPort": 9,
                      "ooInetHTTPSProxyName": "127.0.0.1", "ooInetHTTPSProxyPort": 9},
}  # fmt: skip
"""Written into each profile: no macro, no link to a file or server, no updating, and a proxy that leads nowhere."""


@dataclass(frozen=True, slots=True)
class Converted:
    """The document in the other form, or why there is none: LibreOffice is `missing`, `failed` on it, `died` or was `slow`."""

    outcome: Outcome
    data: bytes = b""


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


@cache
def _apart() -> list[str]:
    """The command that starts a program without network, where the system allows that to us."""
    command = ["unshare", "--map-root-user", "--net"]
    alone = (
        shutil.which("unshare") and not subprocess.run([*command, "true"], capture_output=True, check=False).returncode
    )
    return command if alone else []


def convert(document: bytes, source: str, target: Literal["pdf", "docx"], timeout: float) -> Converted:
    """`document`, a file of the kind `source` (`docx`, `doc`, `odt`, `rtf`), as `target`.

    By the LibreOffice that stays open; what that fails on is tried once more by a fresh one.
    """
    program = office()
    if program is None:
        return Converted("missing")
    python = uno_python()
    if python is not None:
        found = _warm(program, python).convert(document, source, target, timeout)
        if found.outcome in ("done", "slow"):
            return found
    # Debian's LibreOffice without windows crashes on comments while it stays open, but not when it only converts.
    return _cold(program, document, source, target, timeout)


def _write_profile(folder: Path) -> str:
    """A fresh profile with our settings; the argument that names it."""
    (folder / "user").mkdir(parents=True)
    items = [
        f'<item oor:path="/org.openoffice.Office.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{str(value).lower()}'
        "</value></prop></item>"
        for path, values in _SETTINGS.items()
        for name, value in values.items()
    ]
    (folder / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        f"{''.join(items)}</oor:items>\n",
        "utf-8",
    )
    return f"-env:UserInstallation={folder.as_uri()}"


def _command(program: str, profile: str) -> list[str]:
    return [*_apart(), program, profile, "--headless", "--norestore", "--nolockcheck"]


def _cold(program: str, document: bytes, source: str, target: str, timeout: float) -> Converted:
    """Start LibreOffice for one document."""
    with tempfile.TemporaryDirectory(prefix="kehoach-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        given, made = folder / f"van-ban.{source}", folder / "out" / f"van-ban.{target}"
        given.write_bytes(document)
        command = [*_command(program, _write_profile(folder / "profile")), "--convert-to", target, "--outdir"]
        with subprocess.Popen(
            [*command, str(made.parent), str(given)], stdin=_QUIET, stdout=_QUIET, stderr=_QUIET, start_new_session=True
        ) as process:
            try:
                ended = process.wait(timeout)
            except subprocess.TimeoutExpired:
                _kill(process)
                return Converted("slow")
        if made.exists():
            return Converted("done", made.read_bytes())
        return Converted("failed" if ended == 0 else "died")


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
        self._folder: Path | None = None

    @property
    def pid(self) -> int | None:
        """The process id of LibreOffice while it is open."""
        return self._processes[0].pid if self._processes else None

    def convert(self, document: bytes, source: str, target: str, timeout: float) -> Converted:
        """The document in the other form; after a crash or a hang everything is closed, for a fresh start."""
        with self._lock:
            if any(process.poll() is not None for process in self._processes):
                self.close()
            if not self._processes:
                self._open()
            assert self._folder is not None
            folder = self._folder
            given, made = folder / f"van-ban.{source}", folder / f"ra.{target}"
            given.write_bytes(document)
            made.unlink(missing_ok=True)
            outcome = self._asked(f"{given.as_uri()}\t{made.as_uri()}\t{target}\n", timeout)
            if outcome == "done":
                return Converted(outcome, made.read_bytes())
            if outcome != "failed":
                self.close()
            return Converted(outcome)

    def _asked(self, line: str, timeout: float) -> Outcome:
        """What the worker answers to a line, in time and while LibreOffice lives."""
        worker = self._processes[1]
        assert worker.stdin is not None
        assert worker.stdout is not None
        try:
            worker.stdin.write(line.encode())
            worker.stdin.flush()
        except BrokenPipeError:
            return "died"
        until = time.monotonic() + timeout
        with selectors.DefaultSelector() as selector:
            selector.register(worker.stdout, selectors.EVENT_READ)
            while time.monotonic() < until:
                if selector.select(0.2):
                    answer = worker.stdout.readline()
                    return "done" if answer == b"ok\n" else "failed" if answer == b"failed\n" else "died"
                if any(process.poll() is not None for process in self._processes):
                    return "died"
        return "slow"

    def _open(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="kehoach-office-"))
        pipe = f"kehoach{secrets.token_hex(8)}"
        command = _command(self._program, _write_profile(self._folder / "profile"))
        office = subprocess.Popen(
            [*command, "--nodefault", f"--accept=pipe,name={pipe};urp;"],
            stdin=_QUIET,
            stdout=_QUIET,
            stderr=_QUIET,
            start_new_session=True,
        )
        worker = subprocess.Popen(
            [self._python, str(_WORKER), pipe, str(office.pid), str(self._folder)],
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
            # What was just killed may still be writing: nothing of that is worth an error.
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None


_offices: dict[tuple[int, str], WarmOffice] = {}


def _warm(program: str, python: str) -> WarmOffice:
    """The LibreOffice of this process; a forked worker has its own."""
    key = (os.getpid(), program)
    if key not in _offices:
        _offices[key] = WarmOffice(program, python)
        atexit.register(_close, key)
    return _offices[key]


def close_office() -> None:
    """End the LibreOffice of this process, if one is open."""
    for key, warm in _offices.items():
        if key[0] == os.getpid():
            warm.close()


def _close(key: tuple[int, str]) -> None:
    if key[0] == os.getpid():
        _offices[key].close()
