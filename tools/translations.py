"""Bring the catalogue of the pages up to date with the sentences in their code: `python -m tools.translations`.

New sentences are added without translation, for a person to write; what no page says any more is taken out.
"""

from __future__ import annotations

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

PAGES = Path(__file__).parent.parent / "service" / "pages"
ENGLISH = PAGES / "translations" / "en" / "LC_MESSAGES" / "messages.po"
_METHODS = [("**.py", "python"), ("html/**.html", "jinja2")]
_KEYWORDS = {"_": None, "gettext": None, "lazy_gettext": None}


def sentences() -> Catalog:
    """Every sentence of the pages, as a catalogue without translations."""
    found = Catalog()
    for _, _, message, comments, _ in extract_from_dir(PAGES, _METHODS, {"**": {"silent": "false"}}, _KEYWORDS):
        found.add(message, auto_comments=comments)
    return found


def english() -> Catalog:
    """The catalogue as it is kept."""
    with ENGLISH.open("rb") as file:
        return read_po(file, locale="en")


def main() -> None:
    """Rewrite the catalogue."""
    catalogue = english()
    catalogue.update(sentences(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    with ENGLISH.open("wb") as file:
        write_po(file, catalogue, width=0, omit_header=True, sort_output=True, ignore_obsolete=True)
    missing = [message.id for message in catalogue if message.id and not message.string]
    print(f"{len(catalogue)} sentences, {len(missing)} without translation", *missing, sep="\n  ")


if __name__ == "__main__":
    main()
