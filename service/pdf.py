"""A Word document as PDF, by LibreOffice where it is installed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
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


def office() -> str | None:
    """The LibreOffice program, or None."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def to_pdf(document: bytes, timeout: float = 60.0) -> bytes:
    """The PDF of a .docx. Raises NotAcceptable without LibreOffice, Busy where it fails or hangs twice.

    Each call has its own profile folder, so calls do not wait for each other and a crash costs only its own.
    """
    program = office()
    if program is None:
        raise NotAcceptable(NO_OFFICE)
    for _ in range(TRIES):
        with tempfile.TemporaryDirectory(prefix="kehoach-") as folder:
            if (pdf := _converted(program, Path(folder), document, timeout)) is not None:
                return pdf
    raise Busy(OFFICE_FAILED, retry_after=10)


def _converted(program: str, folder: Path, document: bytes, timeout: float) -> bytes | None:
    source, target = folder / "van-ban.docx", folder / "van-ban.pdf"
    source.write_bytes(document)
    command = [
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--nolockcheck",
    ]
    command += ["--convert-to", "pdf", "--outdir", str(folder), str(source)]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True) as process:
        try:
            process.wait(timeout)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
    return target.read_bytes() if target.exists() else None
