"""From a package to what a person sees: body, headers, footers and notes, each a story of its own."""

from __future__ import annotations

from service.collecting import uncollected
from service.docx.blocks import Block, Document
from service.docx.limits import STANDARD, Limits
from service.docx.names import W, first, head
from service.docx.numbering import NO_LISTS, Lists, lists_of
from service.docx.package import Package, open_package
from service.docx.parts import Part, remembered
from service.docx.story import Story
from service.docx.styles import Styles, styles_of


def read_document(data: bytes, limits: Limits = STANDARD) -> Document:
    """What a person sees in a .docx. Raises DocumentRefused (unsafe, damaged, no document) or TooLarge."""
    return read_package(open_package(data, limits))


@uncollected
def read_package(package: Package) -> Document:
    """What a person sees in the package's document."""
    main = package.main()
    parts: dict[str, list[str]] = {}
    for kind, target in package.relationships(main).values():
        if target in package.names:
            parts.setdefault(kind.rsplit("/", 1)[-1], []).append(target)
    styles = styles_of(package, parts.get("styles", ["word/styles.xml"])[0], parts.get("theme", [""])[0])
    numbering = parts.get("numbering", [""])[0]
    lists = lists_of(package.packed(numbering)) if numbering else NO_LISTS
    rows = package.limits.rows
    story = Story(styles, lists, main, rows)
    body = first(package.xml(main), W + "body")
    start = head(body) if body is not None else None
    blocks = story.blocks(start, ())
    if story.unclosed:
        story = Story(styles, lists, main, rows, broken=True)
        blocks = story.blocks(start, ())
    around: dict[str, tuple[Block, ...]] = {}
    for kind in ("header", "footer", "footnotes", "endnotes"):
        found: list[Block] = []
        for name in sorted(set(parts.get(kind, ()))):
            found += _around(package.packed(name), styles, lists, rows)
        around[kind] = tuple(found)
    return Document(
        blocks,
        around["header"],
        around["footer"],
        around["footnotes"] + around["endnotes"],
        tuple(story.sections),
        story.notes(),
        story.boxed,
    )


@remembered
def _around(part: Part, styles: Styles, lists: Lists, rows: int) -> tuple[Block, ...]:
    """The blocks of a header, footer or notes part."""
    return Story(styles, lists, part.name, rows).around(part.xml())
