"""Runs under a Python that has LibreOffice's `uno`: turns documents into other forms through one open LibreOffice.

Started by `service.office` as `PYTHON office_worker.py PIPE OFFICE FOLDER`. Each line on standard input is
`source TAB target TAB form` (file URLs; form `pdf` or `docx`); the answer is a line `ok` or `failed`. When the process
that started us is gone, we end LibreOffice (process group OFFICE) and remove FOLDER, so that nothing outlives it.
"""

import contextlib
import os
import shutil
import signal
import sys
import threading
import time

import uno  # type: ignore[import-not-found]
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]
from com.sun.star.connection import NoConnectException  # type: ignore[import-not-found]
from com.sun.star.lang import DisposedException  # type: ignore[import-not-found]
from com.sun.star.uno import Exception as OfficeError  # type: ignore[import-not-found]

FILTERS = {"pdf": "writer_pdf_Export", "docx": "MS Word 2007 XML"}


def option(name: str, value: object) -> object:
    """A named argument for LibreOffice."""
    out = PropertyValue()
    out.Name, out.Value = name, value
    return out


def desktop(pipe: str) -> object:
    """LibreOffice's desktop, once it answers on the pipe."""
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
    while True:  # the parent kills us when it takes too long
        try:
            remote = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return remote.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", remote)
        except NoConnectException:
            time.sleep(0.05)


def end(office: int, folder: str) -> None:
    """End LibreOffice and remove its folder."""
    with contextlib.suppress(ProcessLookupError):  # it may have ended by itself
        os.killpg(office, signal.SIGKILL)
    shutil.rmtree(folder, ignore_errors=True)


def end_after(parent: int, office: int, folder: str) -> None:
    """Wait until `parent` is gone, also while LibreOffice hangs, then end everything."""
    while os.getppid() == parent:
        time.sleep(0.5)
    end(office, folder)
    os._exit(0)


def main() -> None:
    """Serve the process that started us, and end with it."""
    pipe, group, folder = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    threading.Thread(target=end_after, args=(os.getppid(), group, folder), daemon=True).start()
    try:
        answer(desktop(pipe))
    finally:
        end(group, folder)


def answer(office: object) -> None:
    """Answer lines until standard input ends or LibreOffice dies."""
    never, no_update = 0, 0
    for line in sys.stdin:
        source, target, form = line.rstrip("\n").split("\t")
        try:
            options = (option("Hidden", True), option("MacroExecutionMode", never), option("UpdateDocMode", no_update))
            document = office.loadComponentFromURL(source, "_blank", 0, options)  # type: ignore[attr-defined]
            try:
                document.storeToURL(target, (option("FilterName", FILTERS[form]),))
            finally:
                with contextlib.suppress(DisposedException):
                    document.close(True)
            print("ok", flush=True)
        except DisposedException:
            return  # LibreOffice died: we are started anew with it
        except (OfficeError, AttributeError):
            print("failed", flush=True)


if __name__ == "__main__":
    main()
