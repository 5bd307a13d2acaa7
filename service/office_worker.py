"""Runs under a Python that has LibreOffice's `uno`: turns documents into PDF through one LibreOffice that stays open.

Started by `service.pdf` as `PYTHON office_worker.py PIPE`. Each line on standard input is `source TAB target` (file
URLs); the answer is a line `ok` or `failed`.
"""

import sys
import time

import uno  # type: ignore[import-not-found]
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]
from com.sun.star.connection import NoConnectException  # type: ignore[import-not-found]
from com.sun.star.uno import Exception as OfficeError  # type: ignore[import-not-found]


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


def main() -> None:
    """Answer lines until standard input ends."""
    office = desktop(sys.argv[1])
    never, no_update = 0, 0
    for line in sys.stdin:
        source, target = line.rstrip("\n").split("\t")
        try:
            options = (option("Hidden", True), option("MacroExecutionMode", never), option("UpdateDocMode", no_update))
            document = office.loadComponentFromURL(source, "_blank", 0, options)  # type: ignore[attr-defined]
            try:
                document.storeToURL(target, (option("FilterName", "writer_pdf_Export"),))
            finally:
                document.close(True)
            print("ok", flush=True)
        except (OfficeError, AttributeError):
            print("failed", flush=True)


if __name__ == "__main__":
    main()
