"""`docs/errors.md` from the messages in the code: `python -m tools.error_table`."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path

import schemas
import service
from service.messages_index import index

PAGE = Path(__file__).parent.parent / "docs" / "errors.md"
_BEGINNING = """# Error and warning codes

Made from the code by `python -m tools.error_table`. A code never changes its meaning.

| code | Tiếng Việt | English |
|---|---|---|
"""
_PROGRAMS = {"service.office_worker"}
"""Run by another Python, with LibreOffice's own modules."""


def page() -> str:
    """The page: every code with its sentence in both languages."""
    for package in (schemas, service):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if module.name not in _PROGRAMS and not module.name.endswith("__main__"):
                importlib.import_module(module.name)
    index.cache_clear()
    rows = (f"| `{code}` | {_cell(message.vi)} | {_cell(message.en)} |\n" for code, message in sorted(index().items()))
    return _BEGINNING + "".join(rows)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
