"""From a package to what a person sees: body, headers, footers and notes, each a story of its own."""

from __future__ import annotations

from service.collecting import uncollected
from service.docx.blocks import Block, Document
from service.docx.names import W, first
from service.docx.numbering import Numbering
from service.docx.package import STANDARD, Limits, Package, normal, open_package, parse, remembered
from service.docx.story import Story
from service.docx.styles import Styles, styles_of


def read_document(data: bytes, limits: Limits = STANDARD) -> Document:
    """What a person sees in a .docx. Raises DocumentRefused (unsafe, damaged, no document) or TooLarge."""
    return read_package(open_package(data, limits))


@uncollected
def read_package(package: Package) -> Document:
    """What a person sees in the package's document."""
    main = package.main()
    related = package.relationships(main)
    parts: dict[str, list[str]] = {}
    for kind, target in related.values():
        parts.setdefault(kind.rsplit("/", 1)[-1], []).append(target)
    styles = styles_of(package, parts.get("styles", ["word/styles.xml"])[0])
    lists = next((name for name in parts.get("numbering", ()) if name in package.names), None)
    story = Story(styles, Numbering(package.xml(lists) if lists else None), main, package.limits.rows)
    root = package.xml(main)
    body = first(root, W + "body")
    blocks = story.blocks(body, ()) if body is not None else ()
    around: dict[str, tuple[Block, ...]] = {}
    for kind in ("header", "footer", "footnotes", "endnotes"):
        found: list[Block] = []
        for name in sorted(set(parts.get(kind, ()))):
            if name in package.names:
                found += _around(package.part(name), name, styles, package.limits.rows)
        around[kind] = tuple(found)
    return Document(
        blocks,
        around["header"],
        around["footer"],
        around["footnotes"] + around["endnotes"],
        tuple(story.sections),
        story.notes(),
        story.boxed,
        frozenset(styles.names.values()),
    )


@remembered
def _around(data: bytes, name: str, styles: Styles, rows: int) -> tuple[Block, ...]:
    """The blocks of a header, footer or notes part."""
    return Story(styles, Numbering(None), name, rows).around(parse(normal(data), name))
